package hoso.command.intake.kafka;

import static hoso.command.intake.kafka.InboundHouse.event;
import static hoso.command.intake.kafka.InboundHouse.header;
import static hoso.command.intake.kafka.InboundHouse.notified;
import static hoso.command.intake.kafka.InboundHouse.received;
import static hoso.command.intake.kafka.InboundHouse.registrar;
import static hoso.command.intake.kafka.InboundHouse.rejected;
import static hoso.command.intake.kafka.InboundHouse.untilDone;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.command.aggregate.Verdict;
import hoso.command.intake.BulkIntake;
import hoso.command.intake.BulkTally;
import hoso.command.intake.Offer;
import hoso.edge.Scope;
import hoso.edge.measure.Metric;
import hoso.event.StoredEvent;
import hoso.testkit.world.RandomWorld;
import hoso.vocabulary.UnitRights;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.Encoding;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.kafka.CloudEventSerializer;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What publishers write to a real broker, judged on a real store. */
@Timeout(120)
class InboundTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final InboundHouse house = new InboundHouse();

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void messages_of_the_cloudevents_sdk_are_taken_in_either_mode(Encoding mode) {
        var publisher = registrar();
        var inbound = house.reads(publisher);
        Map<String, Object> client = InboundHouse.client();
        client.put(CloudEventSerializer.ENCODING_CONFIG, mode);
        client.put(CloudEventSerializer.EVENT_FORMAT_CONFIG, JsonFormat.CONTENT_TYPE);
        client.put("key.serializer", StringSerializer.class);
        client.put("value.serializer", CloudEventSerializer.class);
        try (var sdk = new KafkaProducer<String, CloudEvent>(client)) {
            sdk.send(new ProducerRecord<>(publisher.inbound(), "D1", sdkEvent("1", "dossier.received", """
                    {"unit":"H20","procedure":"1.000001","channel":"ONLINE"}""")));
            sdk.send(new ProducerRecord<>(publisher.inbound(), "D1", sdkEvent("2", "dossier.suspended", """
                    {"reason":"chờ xác minh đất đai"}""")));
            sdk.send(new ProducerRecord<>(publisher.inbound(), "D1", sdkEvent("3", "dossier.resumed", null)));
            sdk.send(new ProducerRecord<>(publisher.inbound(), "D1", sdkEvent("4", "dossier.resumed", null)));
        }
        untilDone(inbound, 4);

        assertThat(house.stored(publisher))
                .extracting(stored -> stored.event().key().id())
                .containsExactly("1", "2", "3");
        assertThat(header(rejected(publisher, 1).getFirst(), "hoso-code")).isEqualTo("not-paused");
    }

    private static CloudEvent sdkEvent(String id, String type, String data) {
        var event = CloudEventBuilder.v1()
                .withId(id)
                .withSource(URI.create(InboundHouse.SOURCE))
                .withType("hoso." + type + ".v1")
                .withSubject("D1")
                .withTime(OffsetDateTime.parse("2024-03-01T09:00:00+07:00").plusHours(Long.parseLong(id)))
                .withExtension("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        if (data != null) event.withDataContentType("application/json").withData(data.getBytes(UTF_8));
        return event.build();
    }

    @Test
    void poison_lies_untouched_on_the_rejected_topic_and_what_comes_behind_it_is_taken() {
        var publisher = registrar();
        var inbound = house.reads(publisher);
        var poison = poison(publisher.inbound());
        house.send(publisher, "D1", received("D1"));
        for (int at = 0; at < poison.size(); at++) {
            house.send(poison.get(at).message);
            house.send(publisher, "D1", notified("D1", at));
        }
        untilDone(inbound, 1 + 2L * poison.size());

        assertThat(house.stored(publisher)).hasSize(1 + poison.size());
        var refused = rejected(publisher, poison.size());
        assertThat(refused).hasSameSizeAs(poison);
        for (int at = 0; at < poison.size(); at++) {
            var sent = poison.get(at);
            var found = refused.get(at);
            assertThat(header(found, "hoso-code")).as(sent.what).isEqualTo(sent.code);
            assertThat(header(found, "hoso-detail")).as(sent.what).isNotBlank();
            assertThat(header(found, "hoso-topic")).isEqualTo(publisher.inbound());
            assertThat(header(found, "hoso-partition")).isEqualTo("0");
            assertThat(header(found, "hoso-offset")).isEqualTo(String.valueOf(1 + 2 * at));
            assertThat(found.key()).as(sent.what).isEqualTo(sent.message.key());
            assertThat(found.value()).as(sent.what).isEqualTo(sent.message.value());
            Header[] headers = found.headers().toArray();
            assertThat(Arrays.copyOf(headers, headers.length - 5))
                    .as(sent.what)
                    .containsExactly(sent.message.headers().toArray());
        }
        assertThat(inbound.status().getFirst().rejected()).isEqualTo(poison.size());
    }

    private record Poison(String what, String code, ProducerRecord<byte[], byte[]> message) {}

    private static List<Poison> poison(String topic) {
        String right = notified("D1", 1_000);
        return List.of(
                new Poison("no JSON", "malformed", message(topic, "D1", "không phải JSON")),
                new Poison("no UTF-8", "malformed", message(topic, "D1", new byte[] {(byte) 0xff, (byte) 0xfe})),
                new Poison("JSON, and no event", "malformed", message(topic, "D1", "{\"a\":1}")),
                new Poison("an array of events", "malformed", message(topic, "D1", "[" + right + "]")),
                new Poison("a tombstone", "malformed", message(topic, "D1", (byte[]) null)),
                new Poison("nothing at all", "malformed", message(topic, null, (byte[]) null)),
                new Poison("no key", "malformed", message(topic, null, right)),
                new Poison("another key", "malformed", message(topic, "D2", right)),
                new Poison("too large", "too-large", message(topic, "D1", right + " ".repeat(70_000))),
                new Poison(
                        "nearly as large as the topic takes", "too-large", message(topic, "D1", new byte[1_048_400])),
                new Poison("an unknown type", "unknown-type", message(topic, "D1", right.replace("notified", "lost"))),
                new Poison("a property too many", "unknown-property", message(topic, "D1", right.replace("by", "bx"))),
                new Poison(
                        "another format",
                        "malformed",
                        message(topic, "D1", right, "content-type", "application/cloudevents+avro")),
                new Poison("half in headers", "malformed", message(topic, "D1", right, "ce_id", "1")),
                new Poison("a header twice", "malformed", message(topic, "D1", right, "ce_id", "1", "ce_id", "1")),
                new Poison("a null header", "malformed", message(topic, "D1", right, "ce_id", null)),
                new Poison(
                        "what was refused, sent again",
                        "malformed",
                        message(topic, "D1", "{", "hoso-code", "forbidden", "hoso-offset", "7")),
                new Poison("from the future", "in-the-future", message(topic, "D1", right.replace("2024", "2099"))),
                new Poison(
                        "of a dossier that nobody knows",
                        "unknown-dossier",
                        message(topic, "D9", right.replace("D1", "D9"))));
    }

    private static ProducerRecord<byte[], byte[]> message(String topic, String key, String value, String... headers) {
        var message = message(topic, key, value.getBytes(UTF_8));
        for (int at = 0; at < headers.length; at += 2)
            message.headers()
                    .add(new RecordHeader(
                            headers[at], headers[at + 1] == null ? null : headers[at + 1].getBytes(UTF_8)));
        return message;
    }

    private static ProducerRecord<byte[], byte[]> message(String topic, String key, byte[] value) {
        return new ProducerRecord<>(topic, key == null ? null : key.getBytes(UTF_8), value);
    }

    @Test
    void what_the_rejected_topic_does_not_take_lies_there_without_its_value_and_says_so() throws Exception {
        var publisher = registrar();
        InboundHouse.makeTopic(publisher.rejected(), 1, Map.of("max.message.bytes", "20000"));
        var inbound = house.reads(publisher);
        house.send(message(publisher.inbound(), "D1", "x".repeat(30_000)));
        house.send(message(publisher.inbound(), "D2", "{", "note", "y".repeat(30_000)));
        house.send(publisher, "D1", received("D1"));
        untilDone(inbound, 3);

        var refused = rejected(publisher, 2);
        assertThat(refused).extracting(found -> header(found, "hoso-code")).containsOnly("malformed");
        assertThat(refused)
                .extracting(found -> header(found, "hoso-offset") + " " + header(found, "hoso-omitted"))
                .containsExactlyInAnyOrder("0 value", "1 key, headers, value");
        assertThat(refused).extracting(ConsumerRecord::value).containsOnlyNulls();
        assertThat(house.stored(publisher)).hasSize(1);
        InboundHouse.until(inbound, status -> Long.valueOf(0).equals(status.lag()));
        house.ends(inbound);
        assertThat(InboundHouse.committed(publisher)).isEqualTo(3);
    }

    @Test
    void rights_are_those_of_the_configuration() {
        var limited = InboundHouse.publisher(
                Set.of(Scope.EVENTS_PUBLISH), InboundHouse.SOURCE, new UnitRights(Set.of("H20.1")));
        var all = registrar();
        var inbound = house.reads(limited, all);
        house.send(all, "H20.1", event("u", "unit.registered", "H20.1", """
                {"name":"Xã","level":"COMMUNE","parent":"H20","validFrom":"2020-01-01"}"""));
        house.flush();
        InboundHouse.until(inbound, status -> !status.name().equals(all.name()) || status.accepted() == 1);

        String mine = received("D1").replace("\"H20\"", "\"H20.1\"");
        house.send(limited, "D1", mine);
        house.send(limited, "D2", received("D2"));
        house.send(limited, "D3", received("D3").replace("H20", "H20.1").replace(InboundHouse.SOURCE, "urn:other"));
        house.send(limited, "D1", event("c", "dossier.voided", "D1", """
                {"corrects":{"source":"%s","id":"receipt"},"reason":"x","authority":"y"}""".formatted(InboundHouse.SOURCE)));
        house.send(limited, "H20.2", event("u", "unit.registered", "H20.2", """
                {"name":"Xã","level":"COMMUNE","parent":"H20","validFrom":"2020-01-01"}"""));
        house.send(limited, "D1", event("e", "dossier.texts-erased", "D1", "{\"authority\":\"y\"}"));
        house.send(all, "D4", received("D4"));
        house.send(all, "D4", event("e", "dossier.texts-erased", "D4", "{\"authority\":\"y\"}"));
        InboundHouse.until(
                inbound, status -> status.rejected() == (status.name().equals(all.name()) ? 1 : 5));

        assertThat(rejected(limited, 5))
                .extracting(found -> header(found, "hoso-code"))
                .containsOnly("forbidden");
        assertThat(rejected(all, 1))
                .extracting(found -> header(found, "hoso-code"))
                .containsOnly("forbidden");
        assertThat(house.stored(limited))
                .extracting(stored -> stored.event().subject())
                .containsExactly("D1");
        await().untilAsserted(() -> assertThat(Metric.PUBLISHER_REFUSALS.shown(house.registry))
                .isEqualTo(Map.of(List.of(limited.name(), "forbidden"), 5.0, List.of(all.name(), "forbidden"), 1.0)));
    }

    @Test
    void a_world_is_decided_as_by_the_other_door() {
        long seed = 7;
        var lines = RandomWorld.of(seed, 120).lines();
        var publisher = registrar();
        var expected = new ArrayList<String>();
        List<StoredEvent> storedThere;
        try (var there = new InboundHouse()) {
            var offers = new ArrayList<Offer>();
            for (String line : lines)
                offers.add(there.admission.admit(offers.size(), line.getBytes(UTF_8), publisher.caller()));
            try (var bulk = new BulkIntake(there.judging.judging(), collecting(expected), 85)) {
                bulk.judge(offers);
                bulk.settle();
            }
            storedThere = there.stored(publisher);
        }

        var inbound = house.reads(publisher);
        for (String line : lines) house.send(message(publisher.inbound(), subject(line), line));
        house.flush();
        untilDone(inbound, lines.size());

        var codes = new HashMap<String, String>();
        int refused = (int) inbound.status().getFirst().rejected();
        for (var found : rejected(publisher, refused))
            codes.put(header(found, "hoso-offset"), header(found, "hoso-code"));
        for (int at = 0; at < lines.size(); at++)
            assertThat(codes.getOrDefault(String.valueOf(at), "taken"))
                    .as("line %d of seed %d: %s", at, seed, lines.get(at))
                    .isEqualTo(expected.get(at));
        assertThat(house.stored(publisher).stream().map(StoredEvent::event).map(event -> event.key() + event.subject()))
                .containsExactlyElementsOf(storedThere.stream()
                        .map(StoredEvent::event)
                        .map(event -> event.key() + event.subject())
                        .toList());
        assertThat(codes.values()).as("refusals of seed %d", seed).hasSizeGreaterThan(50);
    }

    private static BulkTally collecting(List<String> codes) {
        return new BulkTally() {
            @Override
            public void count(Offer.Admitted offer, Verdict verdict) {
                codes.add(
                        verdict instanceof Verdict.Refused refused
                                ? refused.refused().code().code()
                                : "taken");
            }

            @Override
            public void count(Offer.Refused refused) {
                codes.add(refused.code().code());
            }
        };
    }

    /** The key that a publisher would give the line; one that sends no event gives any. */
    private static String subject(String line) {
        try {
            JsonNode subject = JSON.readTree(line).get("subject");
            return subject != null && subject.isString() ? subject.stringValue() : "none";
        } catch (RuntimeException broken) {
            return "none";
        }
    }

    @Test
    void a_message_that_the_database_refuses_stops_nobody_for_long() throws Exception {
        var publisher = registrar();
        var inbound = house.reads(publisher);
        try (var owner = house.judging.owner();
                var statement = owner.createStatement()) {
            statement.execute("""
                    CREATE FUNCTION store.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    IF NEW.stream LIKE '%poison' THEN RAISE EXCEPTION 'no' USING ERRCODE = '23514'; END IF;
                    RETURN NEW; END $$""");
            statement.execute(
                    "CREATE TRIGGER refuse BEFORE INSERT ON store.event FOR EACH ROW EXECUTE FUNCTION store.refuse()");
        }
        Stream.of("A", "B", "poison", "C", "D").forEach(dossier -> house.send(publisher, dossier, received(dossier)));
        untilDone(inbound, 5);

        assertThat(house.stored(publisher))
                .extracting(stored -> stored.event().subject())
                .containsExactly("A", "B", "C", "D");
        var refused = rejected(publisher, 1);
        assertThat(refused).extracting(found -> header(found, "hoso-code")).containsExactly("internal");
        assertThat(refused).extracting(found -> new String(found.key(), UTF_8)).containsExactly("poison");
    }
}
