package hoso.query.feed.landing;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.books.projection.BooksDatabase;
import hoso.query.books.projection.Projector;
import hoso.query.books.projection.Reached;
import hoso.query.books.projection.Rebuild;
import hoso.query.feed.LoggedEvent;
import hoso.query.log.FabricatedLog;
import hoso.testkit.broker.TestBroker;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LandingConsumerTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final int PARTITIONS = 3;

    private final BooksDatabase database = new BooksDatabase();
    private final LandedLog landed = new LandedLog(database.dataSource(), List.of("A", "B"));
    private final String topic = TestBroker.name("events");
    private final Published one = Published.world("A", 31, 1_500);
    private final Published other = Published.world("B", 32, 1_500);
    private final long total = one.log().head() + other.log().head();
    private final Sequencer sequencer =
            new Sequencer(database.dataSource(), database.dataSource(), List.of("A", "B"), Clock.systemUTC(), () -> {});
    private final List<LandingConsumer> consumers = new ArrayList<>();

    @BeforeEach
    void topic() throws Exception {
        make(topic);
    }

    @AfterEach
    void close() {
        consumers.forEach(LandingConsumer::close);
        sequencer.close();
        database.close();
    }

    @Test
    void everything_lands_once_though_consumers_come_and_go() throws Exception {
        List<ProducerRecord<String, byte[]>> records = mixed(new Random(1));
        LandingConsumer first = consumer();
        send(records.subList(0, 800));
        await(() -> first.status().landed() > 300);
        LandingConsumer second = consumer();
        int sent = 800;
        while (second.status().landed() == 0) {
            send(records.subList(sent, sent += 20));
            Thread.sleep(100);
        }
        first.close();
        send(records.subList(sent, records.size()));
        await(() -> landed.head() == total);
        assertWhole();
    }

    @Test
    void a_broker_that_is_killed_in_mid_load_costs_nothing() throws Exception {
        List<ProducerRecord<String, byte[]>> records = mixed(new Random(2));
        send(records.subList(0, 900));
        LandingConsumer consumer = consumer();
        await(() -> consumer.status().landed() > 0);
        TestBroker.kafka().process().destroyForcibly();
        send(records.subList(900, records.size()));
        await(() -> landed.head() == total);
        assertWhole();
    }

    @Test
    void books_made_while_connections_are_cut_are_those_that_are_made_anew() throws Exception {
        try (var projector = new Projector(database.dataSource(), database.dataSource(), landed)) {
            projector.start();
            consumer();
            List<ProducerRecord<String, byte[]>> records = mixed(new Random(3));
            for (int from = 0; from < records.size(); from += 500) {
                send(records.subList(from, Math.min(records.size(), from + 500)));
                database.forge("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
            }
            assertThat(Reached.position(projector, total, LONG_ENOUGH)).isTrue();
            assertWhole();
            // new books go live only where they say the same
            projector.rebuild(Rebuild.Expectation.SAME_BOOKS);
            await(() -> !projector.status().rebuild().running());
            assertThat(projector.live().generation()).isEqualTo(2);
        }
    }

    @Test
    void a_topic_made_anew_is_read_from_its_beginning() throws Exception {
        List<ProducerRecord<String, byte[]>> records = mixed(new Random(4));
        LandingConsumer before = consumer();
        send(records);
        await(() -> landed.head() == total);
        before.close();
        try (var admin = Admin.create(TestBroker.kafka().login().properties())) {
            admin.deleteTopics(List.of(topic)).all().get();
        }
        await(() -> isMade(topic));
        send(records.subList(0, 100));
        LandingConsumer after = consumer();
        await(() -> after.status().repeats() == 100);
        assertWhole();
    }

    @Test
    void records_of_others_are_left_out_and_counted() throws Exception {
        LandingConsumer consumer = consumer();
        send(List.of(new ProducerRecord<>(topic, "key", "no event of ours".getBytes())));
        send(mixed(new Random(5)));
        await(() -> landed.head() == total && consumer.status().foreign() == 1);
    }

    @Test
    void an_origin_is_believed_on_its_topic_alone() throws Exception {
        String another = TestBroker.name("events");
        make(another);
        LandingConsumer consumer = consumer(Map.of("A", topic, "B", another));
        send(mixed(new Random(6)));
        await(() -> consumer.status().foreign() == other.log().head()
                && landed() == one.log().head());
        send(other.log().rows().stream().map(row -> other.record(another, row)).toList());
        await(() -> landed.head() == total);
        assertWhole();
    }

    @Test
    void an_origin_that_is_taken_in_later_is_taken_in_whole() throws Exception {
        send(mixed(new Random(7)));
        LandingConsumer without = consumer(Map.of("A", topic));
        await(() -> without.status().foreign() == other.log().head()
                && landed() == one.log().head());
        // takes part as long as the other begins, and has the same partitions for a time
        consumer();
        Thread.sleep(1_000);
        without.close();
        await(() -> landed.head() == total);
        assertWhole();
    }

    @Test
    void a_topic_made_anew_under_a_reader_is_read_from_its_beginning() throws Exception {
        List<ProducerRecord<String, byte[]>> records = mixed(new Random(8));
        List<ProducerRecord<String, byte[]>> first = records.subList(0, records.size() / 2);
        List<ProducerRecord<String, byte[]>> second = records.subList(records.size() / 2, records.size());
        LandingConsumer consumer = consumer();
        send(first);
        await(() -> consumer.status().landed() == first.size());
        try (var admin = Admin.create(TestBroker.kafka().login().properties())) {
            admin.deleteTopics(List.of(topic)).all().get();
        }
        await(() -> isMade(topic));
        // longer than the old one was, so that the place in that is one in this too
        send(second);
        send(first);
        await(() -> landed.head() == total);
        assertWhole();
    }

    /** Of all origins, in the local order or not. */
    private long landed() {
        return database.number("SELECT count(*) FROM landing.event");
    }

    private void assertWhole() {
        Map<String, Integer> next = new HashMap<>();
        for (LoggedEvent event : landed.after(0, (int) total + 1)) {
            String origin = event.stream().startsWith("r/")
                    ? event.stream().substring(2)
                    : event.stream().substring(2, 3);
            List<FabricatedLog.Row> rows =
                    (origin.equals("A") ? one : other).log().rows();
            assertThat(event.bytes())
                    .isEqualTo(rows.get(next.merge(origin, 1, Integer::sum) - 1).body());
        }
        assertThat(next).containsEntry("A", (int) one.log().head()).containsEntry("B", (int)
                other.log().head());
    }

    /** All that both have published, a run of each in turn. */
    private List<ProducerRecord<String, byte[]>> mixed(Random random) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        int ofOne = 0;
        int ofOther = 0;
        while (records.size() < total) {
            boolean first = random.nextBoolean()
                    ? ofOne < one.log().head()
                    : ofOther == other.log().head();
            if (first) records.add(one.record(topic, one.log().rows().get(ofOne++)));
            else records.add(other.record(topic, other.log().rows().get(ofOther++)));
        }
        return records;
    }

    private LandingConsumer consumer() {
        return consumer(Map.of("A", topic, "B", topic));
    }

    private LandingConsumer consumer(Map<String, String> topics) {
        var client = new HashMap<>(TestBroker.kafka().login().properties());
        client.put("session.timeout.ms", 6_000);
        var consumer = new LandingConsumer(database.dataSource(), client, new OriginTopics(topics), sequencer::nudge);
        consumers.add(consumer);
        return consumer;
    }

    private void send(List<ProducerRecord<String, byte[]>> records) throws Exception {
        var settings = new HashMap<>(TestBroker.kafka().login().properties());
        settings.put("acks", "all");
        // of a topic made a moment ago the first batch may find no leader, and those after it are then never in
        // sequence
        settings.put("max.in.flight.requests.per.connection", 1);
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            for (var record : records) sent.add(producer.send(record));
            for (Future<?> one : sent) one.get();
        }
    }

    private static void make(String topic) throws Exception {
        try (var admin = Admin.create(TestBroker.kafka().login().properties())) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    /** A topic that is being deleted cannot be made yet. */
    private static boolean isMade(String topic) {
        try {
            make(topic);
            return true;
        } catch (Exception notYet) {
            return false;
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
