package hoso.command.intake.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import hoso.command.aggregate.JudgingHouse;
import hoso.command.intake.Admission;
import hoso.command.intake.FirstEvents;
import hoso.command.intake.IntakeMeter;
import hoso.command.intake.kafka.publisher.Publisher;
import hoso.command.intake.kafka.reading.InboundStatus;
import hoso.command.intake.kafka.reading.Standing;
import hoso.edge.Caller;
import hoso.edge.Scope;
import hoso.edge.kafka.KafkaSettings;
import hoso.event.StoredEvent;
import hoso.testkit.broker.TestBroker;
import hoso.vocabulary.UnitRights;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A house on a real store, whose publishers write to a real broker. */
final class InboundHouse implements AutoCloseable {

    static final String SOURCE = "urn:hoso:test";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final JudgingHouse judging;
    final Admission admission = new Admission(Clock.systemUTC());
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final IntakeMeter meter = new IntakeMeter(registry);
    private final List<Inbound> open = new ArrayList<>();
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(client(), new ByteArraySerializer(), new ByteArraySerializer());

    InboundHouse() {
        this(new JudgingHouse());
    }

    InboundHouse(JudgingHouse judging) {
        this.judging = judging;
        new FirstEvents(admission, judging.judging(), judging.store()).publish();
    }

    static Map<String, Object> client() {
        return new HashMap<>(TestBroker.kafka().login().properties());
    }

    static KafkaSettings settings() {
        Map<String, String> client = client().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toString()));
        return new KafkaSettings(client.remove("bootstrap.servers"), client);
    }

    /** One that may publish anything but erasures. */
    static Publisher registrar() {
        return publisher(
                Set.of(Scope.EVENTS_PUBLISH, Scope.EVENTS_CORRECT, Scope.REFERENCE_PUBLISH), "*", UnitRights.ALL);
    }

    static Publisher publisher(Set<Scope> scopes, String source, UnitRights units) {
        return new Publisher(new Caller(TestBroker.name("publisher"), scopes, Set.of(source), units));
    }

    /** Begins to read, and returns when it does. */
    Inbound reads(Publisher... publishers) {
        var inbound = begins(publishers);
        until(inbound, status -> status.state() == Standing.State.READING);
        return inbound;
    }

    Inbound begins(Publisher... publishers) {
        var inbound =
                new Inbound(List.of(publishers), settings(), admission, judging.judging(), judging.store(), meter);
        open.add(inbound);
        inbound.start();
        return inbound;
    }

    /** Waits until it is so of every publisher. */
    static void until(Inbound inbound, Predicate<InboundStatus> so) {
        await().alias("inbound is in time")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(inbound::status, all -> all.stream().allMatch(so));
    }

    /** Waits until all that was sent is done with. */
    static void untilDone(Inbound inbound, long messages) {
        until(inbound, status -> status.accepted() + status.duplicates() + status.rejected() >= messages);
    }

    static void makeTopic(String topic, int partitions, Map<String, String> configs) throws Exception {
        try (var admin = Admin.create(client())) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1).configs(configs)))
                    .all()
                    .get();
        }
    }

    void send(ProducerRecord<byte[], byte[]> message) {
        producer.send(message, (sent, failed) -> {
            if (failed != null) throw new IllegalStateException(failed);
        });
    }

    /** A structured message without any header. */
    void send(Publisher publisher, String subject, String event) {
        send(new ProducerRecord<>(publisher.inbound(), subject.getBytes(UTF_8), event.getBytes(UTF_8)));
    }

    void flush() {
        producer.flush();
    }

    static String event(String id, String type, String subject, String data) {
        return """
                {"specversion":"1.0","id":"%s","source":"%s","type":"hoso.%s.v1","subject":"%s",\
                "time":"2024-03-01T09:00:00+07:00","data":%s}""".formatted(id, SOURCE, type, subject, data);
    }

    static String received(String dossier) {
        return event(
                "receipt",
                "dossier.received",
                dossier,
                "{\"unit\":\"H20\",\"procedure\":\"1.000001\",\"channel\":\"DIRECT\"}");
    }

    static String notified(String dossier, int id) {
        return event("n" + id, "dossier.notified", dossier, "{\"by\":\"SMS\",\"about\":\"RESULT\"}");
    }

    /** What lies on the publisher's rejected topic, in its order, when there are so many. */
    static List<ConsumerRecord<byte[], byte[]>> rejected(Publisher publisher, int messages) {
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<>(client(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partition = new TopicPartition(publisher.rejected(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            await().alias("messages on " + publisher.rejected())
                    .atMost(PATIENCE)
                    .pollInSameThread()
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
                        return found.size() >= messages;
                    });
        }
        return found;
    }

    static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), UTF_8);
    }

    /** The offset that the group has committed of the first partition; -1 for none. */
    static long committed(Publisher publisher) throws Exception {
        try (var admin = Admin.create(client())) {
            var offset = admin.listConsumerGroupOffsets(publisher.group())
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(new TopicPartition(publisher.inbound(), 0));
            return offset == null ? -1 : offset.offset();
        }
    }

    /** All that is stored of a publisher. */
    List<StoredEvent> stored(Publisher publisher) {
        var stored = new ArrayList<StoredEvent>();
        var page = judging.store().readAfter(0, 10_000);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(event -> event.event().publisher().equals(publisher.name()))
                    .forEach(stored::add);
            page = judging.store().readAfter(page.getLast().position(), 10_000);
        }
        return stored;
    }

    void ends(Inbound inbound) {
        inbound.stop();
        open.remove(inbound);
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        open.forEach(Inbound::stop);
        judging.close();
    }
}
