package hoso.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.process.ServerUnavailable;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

    @TempDir
    private static Path folder;

    private static EmbeddedKafka kafka;

    @BeforeAll
    static void start() throws Exception {
        kafka = open();
        try (var admin = Admin.create(kafka.login().properties());
                var access = new BrokerAccess(kafka.login())) {
            admin.createTopics(List.of(topic("in.one"), topic("refused.one"), topic("in.two"), topic("in.gone")))
                    .all()
                    .get();
            access.publisher(kafka.login("one"), "in.one", "refused.one");
            access.publisher(kafka.login("one"), "in.one", "refused.one");
        }
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    private static EmbeddedKafka open() {
        return EmbeddedKafka.start(folder.resolve("kafka"), folder.resolve("secrets"), OptionalInt.empty());
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, 2, (short) 1);
    }

    @Test
    void a_publisher_writes_its_own_topic_and_no_other() throws Exception {
        var one = kafka.login("one");
        send(one, "in.one", "word");
        assertThatThrownBy(() -> send(one, "in.two", "word")).hasCauseInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> send(one, "refused.one", "word")).hasCauseInstanceOf(AuthorizationException.class);
    }

    @Test
    void a_publisher_reads_what_was_refused_and_nothing_else() throws Exception {
        send(kafka.login(), "refused.one", "why");
        var one = kafka.login("one");
        assertThat(read(one, "refused.one", "one.desk")).contains("why");
        assertThatThrownBy(() -> read(one, "in.two", "one.desk")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> read(one, "refused.one", "two.desk")).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void a_stranger_is_refused() {
        var stranger = new BrokerLogin(kafka.port(), "one", "guessed");
        assertThatThrownBy(() -> send(stranger, "in.one", "word"))
                .hasCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void whoever_is_forgotten_may_neither_write_nor_log_in_any_more() throws Exception {
        try (var access = new BrokerAccess(kafka.login())) {
            access.publisher(kafka.login("gone"), "in.gone", "refused.one");
        }
        var gone = kafka.login("gone");
        try (var producer = new KafkaProducer<>(gone.properties(), new StringSerializer(), new StringSerializer())) {
            awaitGranted(producer, "in.gone");
            try (var access = new BrokerAccess(kafka.login())) {
                assertThat(access.publishers("in.")).containsExactlyInAnyOrder("one", "gone");
            }
            kafka.forget("gone");
            kafka.forget("gone");
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>("in.gone", "k", "word"))
                            .get())
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
        assertThatThrownBy(() -> send(gone, "in.gone", "word")).hasCauseInstanceOf(SaslAuthenticationException.class);
        assertThat(kafka.login("gone").password()).isNotEqualTo(gone.password());
    }

    /** What the broker's controller has granted it is told of a moment later. */
    private static void awaitGranted(KafkaProducer<String, String> producer, String topic) throws Exception {
        for (int times = 0; ; times++) {
            try {
                producer.send(new ProducerRecord<>(topic, "k", "word")).get();
                return;
            } catch (ExecutionException refused) {
                if (times == 100) throw refused;
                Thread.sleep(50);
            }
        }
    }

    @Test
    void a_broker_is_ended_also_while_it_is_being_started_again(@TempDir Path other) throws Exception {
        ProcessHandle again;
        try (var broker = EmbeddedKafka.start(other.resolve("kafka"), other, OptionalInt.empty())) {
            broker.supervise();
            var killed = broker.process();
            killed.destroyForcibly();
            killed.onExit().get(30, TimeUnit.SECONDS);
            for (int times = 0; broker.process().equals(killed) && times < 3_000; times++) Thread.sleep(10);
            again = broker.process();
        }
        assertThat(again.isAlive()).isFalse();
    }

    @Test
    void a_broker_that_is_killed_comes_back_on_its_port_with_all_that_it_acknowledged() throws Exception {
        kafka.supervise();
        send(kafka.login(), "in.two", "before");
        var killed = kafka.process();
        killed.destroyForcibly();
        killed.onExit().get();
        send(kafka.login(), "in.two", "after");
        assertThat(read(kafka.login(), "in.two", "hoso")).contains("before", "after");
        assertThat(kafka.process()).isNotEqualTo(killed);
    }

    @Test
    void a_folder_is_one_brokers() {
        assertThatThrownBy(EmbeddedKafkaTest::open)
                .isInstanceOf(ServerUnavailable.class)
                .hasMessageContaining("in use");
    }

    @Test
    void a_broker_started_again_goes_on_with_its_log_and_its_port(@TempDir Path other) throws Exception {
        int port;
        try (var first = EmbeddedKafka.start(other.resolve("kafka"), other, OptionalInt.empty());
                var admin = Admin.create(first.login().properties())) {
            admin.createTopics(List.of(topic("kept"))).all().get();
            send(first.login(), "kept", "word");
            port = first.port();
        }
        try (var second = EmbeddedKafka.start(other.resolve("kafka"), other, OptionalInt.empty())) {
            assertThat(second.port()).isEqualTo(port);
            assertThat(read(second.login(), "kept", "hoso")).contains("word");
        }
    }

    @Test
    void a_broker_ends_with_whoever_started_it_however_that_ends(@TempDir Path other) throws Exception {
        var parent = StartedByAnother.on(other);
        var broker = StartedByAnother.broker(parent);
        parent.destroyForcibly();
        broker.onExit().get(30, TimeUnit.SECONDS);
        try (var next = EmbeddedKafka.start(other.resolve("kafka"), other, OptionalInt.empty())) {
            assertThat(next.process().isAlive()).isTrue();
        }
    }

    @Test
    void a_port_that_is_taken_is_let_be(@TempDir Path other) throws Exception {
        try (var taken = new ServerSocket(0);
                var broker = EmbeddedKafka.start(other.resolve("kafka"), other, OptionalInt.of(taken.getLocalPort()))) {
            assertThat(broker.port()).isNotEqualTo(taken.getLocalPort());
        }
    }

    private static void send(BrokerLogin login, String topic, String word) throws Exception {
        try (var producer = new KafkaProducer<>(
                with(login, Map.of("max.block.ms", 30_000)), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", word)).get();
        }
    }

    private static Set<String> read(BrokerLogin login, String topic, String group) {
        try (var consumer = new KafkaConsumer<>(
                with(login, Map.of("group.id", group, "auto.offset.reset", "earliest", "enable.auto.commit", false)),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            var words = new HashSet<String>();
            long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (words.isEmpty() && System.nanoTime() < until)
                consumer.poll(Duration.ofMillis(200)).forEach(record -> words.add(record.value()));
            return words;
        }
    }

    private static Map<String, Object> with(BrokerLogin login, Map<String, Object> more) {
        var properties = new HashMap<>(login.properties());
        properties.putAll(more);
        return properties;
    }
}
