package hoso.event.wire;

import static hoso.event.wire.Samples.object;
import static hoso.event.wire.Unfit.assertMalformed;
import static hoso.event.wire.Unfit.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.EventKey;
import hoso.event.OtherFact;
import hoso.event.Publication;
import hoso.event.Stream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What every event must look like, whatever its type. */
class CloudEventReaderTest {

    private static final String DIGITIZED = "hoso.dossier.components-digitized.v1";

    @Test
    void an_event_is_read() {
        Publication publication = CloudEventReader.read(event());

        assertThat(publication.key()).isEqualTo(new EventKey("urn:portal", "e-1"));
        assertThat(publication.stream()).isEqualTo(Stream.dossier("H20.12-240304-0001"));
        assertThat(publication.subject()).isEqualTo("H20.12-240304-0001");
        assertThat(publication.occurredAt()).isEqualTo(Instant.parse("2024-03-04T01:00:00.123456Z"));
        assertThat(publication.fact()).isEqualTo(new OtherFact.ComponentsDigitized(4));
        assertThat(publication.statement().type()).isEqualTo(DIGITIZED);
        assertThat(publication.statement().data()).isEqualTo("{\"components\":4}");
        assertThat(publication.texts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "1", "\"text\"", "[{}]"})
    void an_event_is_an_object(String json) {
        assertMalformed(json, () -> CloudEventReader.read(StrictJson.read(json.getBytes())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "id", "source", "type", "subject", "time"})
    void each_required_attribute_is_there_and_a_string(String attribute) {
        assertMalformed("no " + attribute, () -> CloudEventReader.read(event().without(attribute)));
        assertMalformed("null", () -> CloudEventReader.read(event().putNull(attribute)));
        assertMalformed("a number", () -> CloudEventReader.read(event().put(attribute, 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.3", "1", "1.0 ", "1.1", ""})
    void the_version_is_1_0(String version) {
        assertMalformed(version, () -> CloudEventReader.read(event().put("specversion", version)));
    }

    @Test
    void an_id_has_1_to_128_characters() {
        assertThat(CloudEventReader.read(event().put("id", "😀".repeat(128)))
                        .key()
                        .id())
                .hasSize(256);
        assertMalformed("empty", () -> CloudEventReader.read(event().put("id", "")));
        assertMalformed("129", () -> CloudEventReader.read(event().put("id", "x".repeat(129))));
        assertMalformed("10,000", () -> CloudEventReader.read(event().put("id", "x".repeat(10_000))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:portal", "https://dvc.vn/a?b=c#d", "/relative", "portal", "a/b"})
    void a_source_is_a_uri_reference(String source) {
        assertThat(CloudEventReader.read(event().put("source", source)).key().source())
                .isEqualTo(source);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "a\\b", "%zz", "http://[", "{}", "a\nb"})
    void and_nothing_else(String source) {
        assertMalformed(source, () -> CloudEventReader.read(event().put("source", source)));
    }

    @Test
    void a_source_has_at_most_256_characters() {
        assertThat(CloudEventReader.read(event().put("source", "x".repeat(256)))
                        .key()
                        .source())
                .hasSize(256);
        assertMalformed("257", () -> CloudEventReader.read(event().put("source", "x".repeat(257))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "9", "H20.12-240304-0001", "A.b_c-d"})
    void a_subject_is_a_code(String subject) {
        assertThat(CloudEventReader.read(event().put("subject", subject)).subject())
                .isEqualTo(subject);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", ".a", "_a", "a b", "a/b", "á", "a\n", "%00", "{}", "a😀"})
    void and_has_no_other_characters(String subject) {
        assertMalformed(subject, () -> CloudEventReader.read(event().put("subject", subject)));
    }

    @Test
    void a_code_has_at_most_64_characters() {
        assertThat(CloudEventReader.read(event().put("subject", "x".repeat(64))).subject())
                .hasSize(64);
        assertMalformed("65", () -> CloudEventReader.read(event().put("subject", "x".repeat(65))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hoso.dossier.unheard-of.v1",
                "hoso.dossier.received.v2",
                "hoso.dossier.received",
                "dossier.received.v1",
                "HOSO.DOSSIER.RECEIVED.V1",
                "",
            })
    void a_type_is_one_of_the_contract(String type) {
        assertRefused("unknown-type", type, () -> CloudEventReader.read(event().put("type", type)));
    }

    @Test
    void shape_comes_before_type_and_type_before_properties() {
        var wrong = event().put("type", "unheard-of").set("data", object("{'nonsense':1}"));
        assertRefused("unknown-type", "type", () -> CloudEventReader.read(wrong));

        var worse = event().put("type", "unheard-of").put("time", "yesterday");
        assertMalformed("shape", () -> CloudEventReader.read(worse));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "APPLICATION/JSON",
                "application/vnd.hoso+json",
            })
    void the_content_type_of_the_data_is_json(String contentType) {
        assertThat(CloudEventReader.read(event().put("datacontenttype", contentType)))
                .isEqualTo(CloudEventReader.read(event()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain", "application/xml", "application/jsonp", "json"})
    void and_nothing_else_as_content_type(String contentType) {
        assertMalformed(contentType, () -> CloudEventReader.read(event().put("datacontenttype", contentType)));
    }

    @Test
    void a_content_type_that_is_null_is_absent() {
        assertThat(CloudEventReader.read(event().putNull("datacontenttype"))).isEqualTo(CloudEventReader.read(event()));
    }

    @Test
    void a_content_type_is_a_string() {
        assertMalformed("number", () -> CloudEventReader.read(event().put("datacontenttype", 1)));
    }

    @Test
    void other_context_attributes_are_accepted_and_neither_stored_nor_compared() {
        var extended = event();
        extended.put("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        extended.put("dataschema", "https://example.vn/schema")
                .put("sequence", 7)
                .put("sampled", true);

        assertThat(CloudEventReader.read(extended)).isEqualTo(CloudEventReader.read(event()));
    }

    @Test
    void base64_data_is_malformed() {
        assertMalformed("beside data", () -> CloudEventReader.read(event().put("data_base64", "e30=")));
        var alone = event().without("data");
        assertMalformed("alone", () -> CloudEventReader.read(alone.put("data_base64", "e30=")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "1", "\"{}\"", "true"})
    void data_is_an_object(String data) {
        var event = event();
        event.set("data", StrictJson.read(data.getBytes()));

        assertMalformed(data, () -> CloudEventReader.read(event));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hoso.dossier.result-digitized.v1",
                "hoso.dossier.components-digitized.v1",
                "hoso.dossier.resumed.v1",
                "hoso.dossier.withdrawn.v1",
                "hoso.petition.answered.v1",
            })
    void data_may_be_absent_where_nothing_in_it_is_required(String type) {
        var empty = Samples.event(type, object("{}"));

        assertThat(CloudEventReader.read(empty.without("data"))).isEqualTo(CloudEventReader.read(empty));
    }

    @Test
    void and_is_missed_where_something_is() {
        assertMalformed(
                "received",
                () -> CloudEventReader.read(
                        event().put("type", "hoso.dossier.received.v1").without("data")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1989", "2101", "24", "02024", "2024a", "H20"})
    void the_subject_of_a_calendar_is_a_year(String year) {
        var data = object("{'holidays':[],'makeUpDays':[]}");
        var event = Samples.event("hoso.calendar.published.v1", data).put("subject", year);

        assertMalformed(year, () -> CloudEventReader.read(event));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1990", "1999", "2000", "2099", "2100"})
    void from_1990_to_2100(String year) {
        var data = object("{'holidays':[],'makeUpDays':[]}");
        var event = Samples.event("hoso.calendar.published.v1", data).put("subject", year);

        assertThat(CloudEventReader.read(event).stream()).isEqualTo(Stream.REFERENCE);
    }

    @Test
    void streams_are_dossiers_petitions_and_all_reference_data() {
        for (EventType type : EventTypes.all()) {
            Publication publication = Samples.publication(type);
            Stream expected = switch (type.subjectKind()) {
                case DOSSIER -> Stream.dossier(publication.subject());
                case PETITION -> Stream.petition(publication.subject());
                case UNIT, PROCEDURE, CALENDAR -> Stream.REFERENCE;
            };
            assertThat(publication.stream()).as(type.name()).isEqualTo(expected);
            assertThat(Stream.named(expected.name())).isEqualTo(expected);
        }
    }

    @Test
    void the_contract_has_37_types() {
        assertThat(EventTypes.all()).hasSize(37).extracting(EventType::name).doesNotHaveDuplicates();
        for (EventType type : EventTypes.all())
            assertThat(EventTypes.of(Samples.publication(type).fact())).isSameAs(type);
    }

    @ParameterizedTest
    @MethodSource("hoso.event.wire.GoldenTest#types")
    void free_text_is_taken_out_and_named_by_its_path(String type) {
        var publication =
                CloudEventReader.read(Samples.event(EventTypes.named(type).orElseThrow()));

        for (String name : List.of("reason", "claim", "basis", "step"))
            assertThat(publication.statement().data()).as(type).doesNotContain('"' + name + '"');
    }

    @Test
    void also_within_the_data_of_a_correction() {
        var publication = Samples.publication(
                EventTypes.named("hoso.dossier.corrected.v1").orElseThrow());

        assertThat(publication.texts()).isEqualTo(Map.of("reason", "ghi nhầm", "data.basis", "văn bản 13/STP"));
    }

    @ParameterizedTest
    @CsvSource({"{'id':'e-1'},e-1", "{'id':1},", "{},", "[],", "1,"})
    void the_id_of_what_is_no_event_is_told_where_there_is_one(String json, String id) {
        assertThat(CloudEventReader.idOf(StrictJson.read(json.replace('\'', '"').getBytes())))
                .isEqualTo(id);
        assertThat(CloudEventReader.idOf(null)).isNull();
        assertThat(CloudEventReader.idOf(object("{}").put("id", "x".repeat(129))))
                .isNull();
        assertThat(CloudEventReader.idOf(object("{}").put("id", "😀".repeat(128))))
                .isEqualTo("😀".repeat(128));
    }

    private static ObjectNode event() {
        return Samples.event(EventTypes.named(DIGITIZED).orElseThrow());
    }
}
