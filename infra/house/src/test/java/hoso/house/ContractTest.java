package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.ProblemCode;
import hoso.event.schema.JsonSchemas;
import hoso.event.wire.EventType;
import hoso.event.wire.EventTypes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract for publishers can be read by anybody, and kept. */
@InSharedHouse
class ContractTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NO_TOKEN = "";

    private static Wire wire;

    @BeforeAll
    static void knock() {
        wire = new Wire(SharedHouse.house());
    }

    @Test
    void the_index_leads_to_two_schemas_of_every_type() {
        JsonNode index = wire.get("/schemas", NO_TOKEN).isOk().json();
        assertThat(index.valueStream().map(entry -> entry.get("type").stringValue()))
                .containsExactlyElementsOf(
                        EventTypes.all().stream().map(EventType::name).toList());
        for (JsonNode entry : index) {
            EventType type = EventTypes.named(entry.get("type").stringValue()).orElseThrow();
            assertThat(schema(entry.get("schema"))).isEqualTo(json(JsonSchemas.published(type)));
            assertThat(schema(entry.get("stored"))).isEqualTo(json(JsonSchemas.stored(type)));
        }
    }

    private static JsonNode schema(JsonNode address) {
        Reply reply = wire.get(address.stringValue(), NO_TOKEN).isOk();
        assertThat(reply.headers()).containsEntry("content-type", "application/schema+json");
        return reply.json();
    }

    private static JsonNode json(Map<String, Object> schema) {
        return JSON.readTree(JSON.writeValueAsString(JsonSchemas.document(schema)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hoso.dossier.lost.v1.json", "hoso.dossier.received.v2.json", "stored/x.json", "x", "stored"})
    void what_is_no_type_has_no_schema(String name) {
        wire.get("/schemas/" + name, NO_TOKEN).isProblem(ProblemCode.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/schemas", "/schemas/hoso.dossier.received.v1.json", "/asyncapi.yaml"})
    void who_has_it_is_not_sent_it_again(String path) {
        Reply first = wire.get(path, NO_TOKEN).isOk();
        String tag = first.headers().get("etag");
        assertThat(first.headers().get("cache-control")).contains("public").contains("max-age=3600");

        Reply again = wire.get(path, NO_TOKEN, "If-None-Match: " + tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(wire.get(path, NO_TOKEN, "If-None-Match: \"other\"").isOk().body())
                .isEqualTo(first.body());
    }

    @Test
    void the_topics_are_described_in_yaml() {
        Reply reply = wire.get("/asyncapi.yaml", NO_TOKEN).isOk();
        assertThat(reply.headers()).containsEntry("content-type", "application/yaml");
        JsonNode document = JSON.valueToTree(new Yaml().<Object>load(reply.body()));
        assertThat(document.get("asyncapi").stringValue()).isEqualTo("3.0.0");
        assertThat(document.get("channels")
                        .valueStream()
                        .map(channel -> channel.get("address").stringValue()))
                .containsExactly("hoso.inbound.{publisher}", "hoso.rejected.{publisher}", "hoso.events");
        EventType type = EventTypes.all().getFirst();
        assertThat(JSON.readTree(JSON.writeValueAsString(document.at("/components/schemas/" + type.name()))))
                .isEqualTo(JSON.readTree(JSON.writeValueAsString(JsonSchemas.published(type))));
        for (String alias : List.of("&id", "*id")) assertThat(reply.body()).doesNotContain(alias);
    }
}
