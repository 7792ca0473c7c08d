package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.command.judgement.RefusalCode;
import hoso.event.schema.JsonSchemas;
import hoso.event.wire.EventTypes;
import hoso.query.question.View;
import hoso.query.report.ReportQuestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The OpenAPI document says what there is. */
@InSharedHouse
class ApiDocumentTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static JsonNode document;

    @BeforeAll
    static void read() {
        document = new Wire(SharedHouse.house()).get("/v3/api-docs", "").isOk().json();
    }

    @Test
    void every_endpoint_is_in_it_and_nothing_else() {
        Set<String> mapped = Endpoints.of(SharedHouse.house());
        mapped.removeIf(endpoint -> endpoint.startsWith("GET /v3/api-docs"));
        mapped.remove("GET /actuator/health/**");
        mapped.addAll(List.of("GET /actuator/health/liveness", "GET /actuator/health/readiness"));

        assertThat(operations().keySet()).isEqualTo(mapped);
    }

    @Test
    void every_question_has_the_parameters_that_it_takes() throws ReflectiveOperationException {
        Set<String> byDate = parametersOf("hoso.query.reference.ReferenceQuestion");
        Map<String, Set<String>> taken = Map.ofEntries(
                Map.entry("GET /api/v1/report", ReportQuestion.PARAMETERS),
                Map.entry("GET /api/v1/report/dossiers", parametersOf("hoso.query.report.dossiers.CellQuestion")),
                Map.entry("GET /api/v1/audit/mismatches", parametersOf("hoso.query.audit.mismatch.MismatchController")),
                Map.entry("GET /api/v1/audit/apologies", parametersOf("hoso.query.audit.apology.ApologyController")),
                Map.entry("GET /api/v1/audit/reads", parametersOf("hoso.query.audit.reading.ReadsQuestion")),
                Map.entry("GET /api/v1/audit/gaps", parametersOf("hoso.query.audit.gap.GapController")),
                Map.entry("GET /api/v1/scoreboard", parametersOf("hoso.query.report.scoreboard.ScoreboardController")),
                Map.entry("GET /api/v1/units", byDate),
                Map.entry("GET /api/v1/procedures", byDate),
                Map.entry("GET /api/v1/calendars/{year}", View.with("origin")),
                Map.entry("GET /api/v1/dossiers/{id}", View.with()),
                Map.entry("GET /api/v1/dossiers/{id}/history", View.with()));

        taken.forEach((endpoint, parameters) ->
                assertThat(parameters(endpoint, "query")).as(endpoint).isEqualTo(parameters));
    }

    /** The set by which the question refuses others; each question keeps its own to itself. */
    @SuppressWarnings("unchecked")
    private static Set<String> parametersOf(String question) throws ReflectiveOperationException {
        var field = Class.forName(question).getDeclaredField("PARAMETERS");
        field.setAccessible(true);
        return (Set<String>) field.get(null);
    }

    @Test
    void every_variable_of_a_path_is_a_parameter() {
        operations().keySet().forEach(endpoint -> {
            Set<String> variables = new TreeSet<>();
            var matcher = Pattern.compile("\\{(\\w+)}").matcher(endpoint);
            while (matcher.find()) variables.add(matcher.group(1));
            assertThat(parameters(endpoint, "path")).as(endpoint).isEqualTo(variables);
        });
    }

    @Test
    void an_event_may_come_in_three_forms_and_every_type_is_described() {
        JsonNode content = operations().get("POST /api/v1/events").at("/requestBody/content");
        assertThat(content.propertyNames()).containsExactlyInAnyOrder(Wire.ONE, Wire.BATCH, Wire.STREAM);
        for (var type : EventTypes.all()) {
            JsonNode event = document.at("/components/schemas/" + type.name());
            assertThat(event.at("/properties/type/const").asString()).isEqualTo(type.name());
            assertThat(event.at("/properties/data/properties").propertyNames())
                    .hasSize(type.properties().size());
            assertThat(sorted(event))
                    .isEqualTo(sorted(JSON.readTree(JSON.writeValueAsString(JsonSchemas.published(type)))));
        }
    }

    /** The document is written in the order of names. */
    private static JsonNode sorted(JsonNode schema) {
        for (JsonNode required : schema.findValues("required")) {
            List<String> names =
                    required.valueStream().map(JsonNode::stringValue).sorted().toList();
            ((ArrayNode) required).removeAll();
            names.forEach(((ArrayNode) required)::add);
        }
        return schema;
    }

    @Test
    void every_reference_leads_somewhere() {
        List<String> references = new ArrayList<>();
        document.findValues("$ref").forEach(reference -> references.add(reference.asString()));
        assertThat(references).hasSizeGreaterThan(EventTypes.all().size());
        for (String reference : references)
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
    }

    @Test
    void whoever_asks_shows_a_bearer_token_and_is_no_parameter() {
        JsonNode scheme = document.at("/components/securitySchemes/bearer");
        assertThat(scheme.get("type").asString() + " " + scheme.get("scheme").asString())
                .isEqualTo("http bearer");
        assertThat(document.get("security").get(0).has("bearer")).isTrue();
        operations()
                .forEach((endpoint, operation) ->
                        assertThat(operation.has("security")).as(endpoint).isEqualTo(isOpen(endpoint)));
        assertThat(document.toString()).doesNotContain("Caller", "\"caller\"", "MultiValueMap");
    }

    @Test
    void every_operation_names_the_problems_it_may_answer() {
        operations().forEach((endpoint, operation) -> {
            JsonNode responses = operation.get("responses");
            if (!isOpen(endpoint))
                assertThat(responses.propertyNames()).as(endpoint).contains("200", "401", "403");
            for (var response : responses.properties()) {
                if (response.getKey().startsWith("2")) continue;
                JsonNode problem = response.getValue().at("/content/application~1problem+json/schema");
                assertThat(problem.at("/properties/code/enum"))
                        .as(endpoint + " " + response.getKey())
                        .isNotEmpty();
                if (response.getKey().equals("503"))
                    assertThat(response.getValue().at("/headers/Retry-After").isMissingNode())
                            .isFalse();
            }
        });
    }

    @Test
    void publishing_names_every_code_that_a_decision_may_refuse_an_event_by() {
        Set<String> named = new TreeSet<>();
        for (JsonNode response : operations().get("POST /api/v1/events").get("responses"))
            response.at("/content/application~1problem+json/schema/properties/code/enum")
                    .forEach(code -> named.add(code.asString()));

        assertThat(named)
                .containsAll(Arrays.stream(RefusalCode.values())
                        .map(RefusalCode::code)
                        .toList());
    }

    private static boolean isOpen(String endpoint) {
        return Stream.of("GET /actuator/health", "GET /schemas", "GET /asyncapi.yaml")
                .anyMatch(endpoint::startsWith);
    }

    private static Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.put(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue())));
        return operations;
    }

    private static Set<String> parameters(String endpoint, String place) {
        return operations()
                .get(endpoint)
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.get("in").asString().equals(place))
                .map(parameter -> parameter.get("name").asString())
                .collect(Collectors.toSet());
    }
}
