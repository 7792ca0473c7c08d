package hoso.command.contract.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import hoso.command.judgement.RefusalCode;
import hoso.edge.kafka.KafkaSettings;
import hoso.event.wire.EventTypes;
import hoso.event.wire.LostPositions;
import hoso.event.wire.PublishedHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The AsyncAPI document is one, and says what lies on the topics. */
class AsyncApiTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Schema OFFICIAL = official();

    private static final KafkaSettings NO_BROKER = new KafkaSettings(null, Map.of());
    private static final KafkaSettings TWO_BROKERS =
            new KafkaSettings("one:9092, two:9092", Map.of("security.protocol", "SASL_SSL", "sasl.password", "geheim"));

    static List<KafkaSettings> settings() {
        return List.of(NO_BROKER, TWO_BROKERS);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void it_is_valid_by_the_schema_of_asyncapi(KafkaSettings kafka) {
        assertThat(OFFICIAL.validate(document(kafka))).isEmpty();
    }

    @Test
    void the_schema_of_asyncapi_takes_not_just_anything() {
        ObjectNode wrong = (ObjectNode) document(NO_BROKER);
        ((ObjectNode) wrong.at("/operations/publish")).put("action", "listen");
        assertThat(OFFICIAL.validate(wrong)).isNotEmpty();
    }

    @Test
    void every_reference_leads_somewhere() {
        JsonNode document = document(TWO_BROKERS);
        List<JsonNode> references = document.findValues("$ref");
        assertThat(references).hasSizeGreaterThan(EventTypes.all().size());
        for (JsonNode reference : references)
            assertThat(document.at(reference.stringValue().substring(1)).isMissingNode())
                    .as(reference.stringValue())
                    .isFalse();
    }

    @Test
    void every_operation_has_a_channel_and_every_channel_an_operation() {
        JsonNode document = document(NO_BROKER);
        Set<String> used = new TreeSet<>();
        for (JsonNode operation : document.get("operations"))
            used.add(operation.at("/channel/$ref").stringValue());
        assertThat(used)
                .isEqualTo(new TreeSet<>(document.get("channels").propertyNames().stream()
                        .map(name -> "#/channels/" + name)
                        .toList()));
    }

    @Test
    void every_type_is_on_the_topics_and_every_message_on_one() {
        JsonNode document = document(NO_BROKER);
        assertThat(document.at("/channels/inbound/messages"))
                .hasSize(2 * EventTypes.all().size());
        assertThat(document.at("/channels/events/messages"))
                .hasSize(EventTypes.all().size());
        List<String> lying = new ArrayList<>();
        for (JsonNode channel : document.get("channels"))
            lying.addAll(channel.get("messages").propertyNames());
        assertThat(lying)
                .containsExactlyInAnyOrderElementsOf(
                        document.at("/components/messages").propertyNames());
    }

    @Test
    void the_key_of_every_message_that_is_taken_or_sent_is_its_subject() {
        JsonNode document = document(NO_BROKER);
        for (var message : document.at("/components/messages").properties()) {
            if (message.getKey().equals(Messages.REJECTED)) continue;
            JsonNode key = message.getValue().at("/bindings/kafka/key/pattern");
            String type = message.getKey().replaceAll("\\.(binary|stored)$", "");
            assertThat(key.stringValue())
                    .isEqualTo(document.at("/components/schemas/" + type + "/properties/subject/pattern")
                            .stringValue());
        }
    }

    @Test
    void what_is_stored_has_the_headers_that_are_sent() {
        Set<String> sent =
                new PublishedHeaders("H20", 1, new byte[32]).asBytes().keySet();
        JsonNode headers = document(NO_BROKER).at("/components/messages/hoso.dossier.received.v1.stored/headers");
        assertThat(headers.get("required").valueStream().map(JsonNode::stringValue))
                .containsExactlyElementsOf(sent);
        assertThat(headers.get("properties").propertyNames())
                .containsAll(sent)
                .hasSize(sent.size() + 1)
                .contains(LostPositions.HEADER);
    }

    @Test
    void a_refusal_may_have_every_code_of_a_decision() {
        JsonNode codes = document(NO_BROKER).at("/components/messages/rejected/headers/properties/hoso-code/enum");
        assertThat(codes.valueStream().map(JsonNode::stringValue))
                .containsAll(Arrays.stream(RefusalCode.values())
                        .map(RefusalCode::code)
                        .toList())
                .contains("too-large", "unknown-type", "in-the-future")
                .doesNotHaveDuplicates();
    }

    @Test
    void the_brokers_are_named_where_they_are_known_and_no_secret_is() {
        assertThat(document(NO_BROKER).has("servers")).isFalse();
        JsonNode servers = document(TWO_BROKERS).get("servers");
        assertThat(servers.at("/broker/host").stringValue()).isEqualTo("one:9092");
        assertThat(servers.at("/broker-2/host").stringValue()).isEqualTo("two:9092");
        assertThat(servers.at("/broker/protocol").stringValue()).isEqualTo("kafka-secure");
        assertThat(document(TWO_BROKERS).toString()).doesNotContain("geheim");
    }

    private static JsonNode document(KafkaSettings kafka) {
        return JSON.readTree(JSON.writeValueAsString(new AsyncApi(kafka, "hoso.events").document()));
    }

    private static Schema official() {
        try (InputStream file =
                new GZIPInputStream(AsyncApiTest.class.getResourceAsStream("/asyncapi/3.0.0.json.gz"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(JSON.readTree(file.readAllBytes()));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
