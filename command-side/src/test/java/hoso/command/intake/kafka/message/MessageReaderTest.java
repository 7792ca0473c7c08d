package hoso.command.intake.kafka.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.command.intake.Admission;
import hoso.command.intake.Offer;
import hoso.edge.Caller;
import hoso.edge.Scope;
import hoso.testkit.world.RandomWorld;
import hoso.vocabulary.UnitRights;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MessageReaderTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String DATA = "{\"by\":\"SMS\",\"about\":\"RESULT\"}";

    private final Admission admission =
            new Admission(Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC));
    private final Caller publisher = new Caller("onestop", Set.of(Scope.EVENTS_PUBLISH), Set.of("*"), UnitRights.ALL);
    private final MessageReader reader = new MessageReader(admission, publisher);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void every_line_of_a_world_is_judged_at_the_door_as_over_http_whichever_way_it_is_written(long seed) {
        int binary = 0;
        for (String line : RandomWorld.of(seed, 60).lines()) {
            byte[] bytes = line.getBytes(UTF_8);
            var overHttp = code(admission.admit(1, bytes, publisher));
            assertThat(code(structured(subject(bytes), bytes)))
                    .as("structured, seed %d: %s", seed, line)
                    .isEqualTo(overHttp);
            var message = binary(line);
            if (message.isEmpty()) continue;
            binary++;
            assertThat(code(reader.offer(message.get())))
                    .as("binary, seed %d: %s", seed, line)
                    .isEqualTo(overHttp);
        }
        assertThat(binary).isGreaterThan(500);
    }

    @Test
    void both_modes_of_one_event_are_the_same_submission() {
        String event = """
                {"specversion":"1.0","id":"1","source":"urn:a","type":"hoso.dossier.notified.v1","subject":"D1",
                 "time":"2024-03-01T09:00:00+07:00","traceparent":"00-0af7","data":%s}""".formatted(DATA);
        var structured = admitted(structured("D1", event.getBytes(UTF_8)));
        var binary = admitted(reader.offer(message("D1", notified(), DATA.getBytes(UTF_8))));
        assertThat(binary.item().submission()).isEqualTo(structured.item().submission());
        assertThat(binary.item().submission().publisher()).isEqualTo("onestop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/cloudevents+json",
                "application/cloudevents+json; charset=UTF-8",
                "Application/CloudEvents+JSON",
                "application/json",
                "text/plain"
            })
    void a_structured_message_may_name_any_content_type_but_another_format(String type) {
        var headers = new RecordHeaders().add("Content-Type", type.getBytes(UTF_8));
        assertThat(code(reader.offer(message("D1", headers, structured())))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/cloudevents+avro", "application/cloudevents-batch+json", "application/cloudevents"})
    void another_format_of_cloudevents_is_malformed(String type) {
        var headers = new RecordHeaders().add("content-type", type.getBytes(UTF_8));
        assertThat(code(reader.offer(message("D1", headers, structured())))).contains("malformed");
    }

    @Test
    void a_structured_message_may_repeat_its_attributes_as_headers() {
        var headers = notified().remove("ce_id").add("ce_id", bytes("other"));
        headers.remove("content-type").add("content-type", bytes("application/cloudevents+json"));
        assertThat(admitted(reader.offer(message("D1", headers, structured()))).id())
                .isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"D1,''", "D2,malformed", "D,malformed", "'',malformed", ",malformed"})
    void the_key_is_the_subject_or_the_message_is_malformed(String key, String code) {
        var expected = Optional.of(code).filter(it -> !it.isEmpty());
        assertThat(code(reader.offer(message(key, new RecordHeaders(), structured()))))
                .isEqualTo(expected);
        assertThat(code(reader.offer(message(key, notified(), DATA.getBytes(UTF_8)))))
                .isEqualTo(expected);
    }

    @Test
    void a_wrong_key_is_a_matter_of_shape_and_comes_before_type_and_right() {
        var headers = notified().remove("ce_type").add("ce_type", bytes("hoso.dossier.lost.v1"));
        assertThat(code(reader.offer(message("D2", headers, DATA.getBytes(UTF_8)))))
                .contains("malformed");
        assertThat(code(reader.offer(message("D1", headers, DATA.getBytes(UTF_8)))))
                .contains("unknown-type");
    }

    @Test
    void a_tombstone_is_malformed_and_a_binary_event_without_data_is_judged_by_its_type() {
        assertThat(code(reader.offer(message("D1", new RecordHeaders(), null)))).contains("malformed");
        assertThat(code(reader.offer(message("D1", new RecordHeaders(), new byte[0]))))
                .contains("malformed");
        assertThat(code(reader.offer(message("D1", notified(), null)))).contains("malformed");
        var needsNone = notified().remove("ce_type").add("ce_type", bytes("hoso.dossier.result-digitized.v1"));
        assertThat(code(reader.offer(message("D1", needsNone, null)))).isEmpty();
        assertThat(code(reader.offer(message("D1", needsNone, new byte[0])))).isEmpty();
    }

    @Test
    void odd_headers_are_malformed() {
        assertThat(binaryWith("ce_id", bytes("1"))).as("repeated").contains("malformed");
        assertThat(binaryWith("ce_note", new byte[] {(byte) 0xff}))
                .as("not UTF-8")
                .contains("malformed");
        assertThat(binaryWith("ce_note", bytes("a\0b"))).as("NUL").contains("malformed");
        assertThat(binaryWith("ce_note", new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}))
                .as("half a surrogate pair")
                .contains("malformed");
        assertThat(binaryWith("ce_data", bytes("{}"))).contains("malformed");
        assertThat(binaryWith("ce_data_base64", bytes("e30="))).contains("malformed");
        assertThat(binaryWith("ce_datacontenttype", bytes("application/json"))).contains("malformed");
        assertThat(binaryWith("content-type", bytes("application/json"))).contains("malformed");
        var nameless = notified().remove("ce_id").add("ce_id", null);
        assertThat(code(reader.offer(message("D1", nameless, bytes(DATA))))).contains("malformed");
        var text = notified().remove("content-type").add("content-type", bytes("text/plain"));
        assertThat(code(reader.offer(message("D1", text, bytes(DATA))))).contains("malformed");
    }

    @Test
    void what_is_no_attribute_is_nobodys_concern() {
        assertThat(binaryWith("ce_traceparent", bytes("00-0af7"))).isEmpty();
        assertThat(binaryWith("ce_note", null)).isEmpty();
        assertThat(binaryWith("ce_", bytes("x"))).isEmpty();
        assertThat(binaryWith("b3", new byte[] {(byte) 0xff, 0})).isEmpty();
        assertThat(binaryWith("hoso-code", bytes("malformed"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"by\":\"SMS\",\"by\":\"SMS\",\"about\":\"RESULT\"}", "{", "[]", "null", "{} {}", "\u0000"})
    void data_is_read_as_strictly_as_over_http(String data) {
        assertThat(code(reader.offer(message("D1", notified(), bytes(data))))).contains("malformed");
    }

    @Test
    void an_event_is_measured_as_json_would_write_it() {
        int size = Admission.EVENT_BYTES_MAX - 300;
        assertThat(binaryWith("ce_note", bytes("x".repeat(size - 1_000)))).isEmpty();
        assertThat(binaryWith("ce_note", bytes("x".repeat(size + 300)))).contains("too-large");
        assertThat(code(structured("D1", new byte[Admission.EVENT_BYTES_MAX + 1])))
                .contains("too-large");
    }

    private Optional<String> binaryWith(String name, byte[] value) {
        return code(reader.offer(message("D1", notified().add(name, value), bytes(DATA))));
    }

    private static byte[] structured() {
        return bytes("""
                {"specversion":"1.0","id":"1","source":"urn:a","type":"hoso.dossier.notified.v1","subject":"D1",
                 "time":"2024-03-01T09:00:00+07:00","data":%s}""".formatted(DATA));
    }

    private Offer structured(String key, byte[] event) {
        return reader.offer(message(key, new RecordHeaders(), event));
    }

    private static Headers notified() {
        return new RecordHeaders()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes("1"))
                .add("ce_source", bytes("urn:a"))
                .add("ce_type", bytes("hoso.dossier.notified.v1"))
                .add("ce_subject", bytes("D1"))
                .add("ce_time", bytes("2024-03-01T09:00:00+07:00"))
                .add("content-type", bytes("application/json"));
    }

    /** The same event with its attributes in headers; empty where headers cannot hold them. */
    private static Optional<ConsumerRecord<byte[], byte[]>> binary(String line) {
        if (line.contains("\\u")) return Optional.empty();
        JsonNode event;
        try {
            event = JSON.readTree(line);
        } catch (RuntimeException broken) {
            return Optional.empty();
        }
        if (!event.isObject() || JSON.writeValueAsString(event).length() != line.length()) return Optional.empty();
        var headers = new RecordHeaders();
        for (var member : event.properties()) {
            if (member.getKey().equals("data")) continue;
            if (!member.getValue().isString()) return Optional.empty();
            String name = member.getKey().equals("datacontenttype") ? "content-type" : "ce_" + member.getKey();
            headers.add(name, bytes(member.getValue().stringValue()));
        }
        JsonNode data = event.get("data");
        String subject = event.has("subject") ? event.get("subject").stringValue() : null;
        return Optional.of(message(subject, headers, data == null ? null : JSON.writeValueAsBytes(data)));
    }

    private static String subject(byte[] line) {
        try {
            JsonNode subject = JSON.readTree(line).get("subject");
            return subject != null && subject.isString() ? subject.stringValue() : null;
        } catch (RuntimeException broken) {
            return null;
        }
    }

    private static ConsumerRecord<byte[], byte[]> message(String key, Headers headers, byte[] value) {
        return new ConsumerRecord<>(
                "hoso.inbound.onestop",
                0,
                17,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                key == null ? null : bytes(key),
                value,
                headers,
                Optional.empty());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static Offer.Admitted admitted(Offer offer) {
        assertThat(offer).isInstanceOf(Offer.Admitted.class);
        return (Offer.Admitted) offer;
    }

    private static Optional<String> code(Offer offer) {
        return switch (offer) {
            case Offer.Admitted admitted -> Optional.empty();
            case Offer.Refused refused -> Optional.of(refused.code().code());
        };
    }
}
