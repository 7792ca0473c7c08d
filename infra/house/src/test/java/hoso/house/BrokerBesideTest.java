package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.event.wire.Digests;
import hoso.event.wire.PublishedHeaders;
import hoso.kafka.BrokerLogin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A launched house with its own broker beside it, both doors open, struck while a publisher sends. */
class BrokerBesideTest {

    private static final int LINES = 400;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

    private static HouseFolder data;
    private static volatile HouseProcess process;
    private static HouseClient house;

    enum Blow {
        BROKER_KILLED,
        JVM_KILLED,
        BOTH_KILLED
    }

    @BeforeAll
    static void launch() throws Exception {
        data = HouseFolder.make();
        process = HouseProcess.launchedWithBroker(data.path()).started();
        house = HouseClient.of(() -> process.base(), data.path());
        await().atMost(LONG_ENOUGH).until(house::isReady);
        assertThat(house.stream(Lives.reference()).number("rejected")).isZero();
    }

    @AfterAll
    static void close() throws Exception {
        process.close();
        data.close();
    }

    @ParameterizedTest
    @EnumSource
    void what_its_publisher_sends_is_stored_once_and_published_whatever_is_killed_meanwhile(Blow blow)
            throws Exception {
        await().atMost(LONG_ENOUGH)
                .until(() -> inbound().path("state").asString("").equals("READING"));
        List<String> lines = IntStream.range(0, LINES)
                .mapToObj(number -> Lives.receipt("k" + blow.ordinal() + "." + number))
                .toList();
        try (var producer = new KafkaProducer<>(login("publisher"), new StringSerializer(), new StringSerializer())) {
            for (int number = 0; number < LINES; number++) {
                if (number == LINES / 2) strike(blow);
                String line = lines.get(number);
                producer.send(new ProducerRecord<>("hoso.inbound.publisher", Lives.subjectOf(line), line));
            }
            producer.flush();
        }
        var ids = lines.stream().map(Lives::idOf).toList();
        await().atMost(LONG_ENOUGH)
                .ignoreExceptions()
                .until(() -> StoredLog.of(data.path()).positions().keySet().containsAll(ids));

        // whoever has them already says so, and where
        var positions = StoredLog.of(data.path()).positions();
        for (String line : lines) {
            var again = house.one(line);
            assertThat(again.text("status")).as("%s", again).isEqualTo("duplicate");
            assertThat(again.number("position")).isEqualTo(positions.get(Lives.idOf(line)));
        }
        await().atMost(LONG_ENOUGH).until(() -> inbound().path("lag").asLong(-1) == 0);
        await().atMost(LONG_ENOUGH)
                .until(() ->
                        house.get("api/v1/status").body().at("/publish/drained").asBoolean(false));
        long head = StoredLog.of(data.path()).head();
        assertThat(published().keySet()).hasSize((int) head);
        assertThat(process.log()).contains("drained: every event up to position");
        process.assertWithoutFault();
    }

    @Test
    void all_of_it_is_published_again_when_that_is_ordered_at_the_terminal() throws Exception {
        long before = records();
        long head = StoredLog.of(data.path()).head();
        try (var order = HouseProcess.words(
                "republish", "--from", "1", "--data", data.path().toString(), "--address", "" + process.base())) {
            assertThat(order.exitCode()).as(order.log()).isZero();
        }
        await().atMost(LONG_ENOUGH)
                .until(() ->
                        house.get("api/v1/status").body().at("/publish/drained").asBoolean(false));
        assertThat(records()).isGreaterThanOrEqualTo(before + head);
    }

    private static void strike(Blow blow) throws Exception {
        if (blow != Blow.JVM_KILLED) broker().destroyForcibly();
        if (blow == Blow.BROKER_KILLED) return;
        process.kill();
        process = HouseProcess.launchedWithBroker(data.path()).started();
    }

    /** The one child that is a Java program. */
    private static ProcessHandle broker() {
        return process.handle()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .findAny()
                .orElseThrow();
    }

    private static JsonNode inbound() throws Exception {
        return house.get("api/v1/status").body().at("/inbound/0");
    }

    /** As many as lie on the topic, repeats too. */
    private static long records() throws Exception {
        try (var consumer = new KafkaConsumer<>(
                new HashMap<>(login("hoso")), new StringDeserializer(), new ByteArrayDeserializer())) {
            return consumer.endOffsets(partitions(consumer)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        return consumer.partitionsFor("hoso.events").stream()
                .map(one -> new TopicPartition("hoso.events", one.partition()))
                .toList();
    }

    /** What lies on the topic, repeats dropped. */
    private static Map<Long, String> published() throws Exception {
        var properties = new HashMap<>(login("hoso"));
        Map<Long, String> published = new TreeMap<>();
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one)))
                for (var event : consumer.poll(Duration.ofMillis(200))) {
                    var headers = PublishedHeaders.of(
                                    name -> event.headers().lastHeader(name).value())
                            .orElseThrow();
                    assertThat(headers.leaf()).isEqualTo(Digests.leaf(event.value()));
                    published.put(headers.position(), event.key());
                }
        }
        return published;
    }

    /** As Kafka's tools log in, with the file that lies beside the passwords. */
    private static Map<String, Object> login(String user) throws Exception {
        Path file = data.path().resolve("secrets/kafka-publisher.properties");
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        String bootstrap = properties.getProperty("bootstrap.servers");
        int port = Integer.parseInt(bootstrap.substring(bootstrap.lastIndexOf(':') + 1));
        String password = Files.readString(data.path().resolve("secrets/kafka-" + user + ".password"))
                .strip();
        return new BrokerLogin(port, user, password).properties();
    }
}
