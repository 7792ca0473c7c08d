package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two houses on one database: one writes, the other stands by and takes over, whatever becomes of the first. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecondInstanceTest {

    /** What the contract allows from the one's end to the other's first event. */
    private static final Duration TAKES_OVER_WITHIN = Duration.ofSeconds(10);

    /** It finds that it was fenced as soon as it runs, and then looks for the lock each second. */
    private static final Duration STANDS_BY_WITHIN = Duration.ofSeconds(20);

    private static final int LINES = 200;

    /** A house and its own way to the database. */
    private record Instance(HouseProcess process, Relay network, HouseClient client) {}

    private static TestDatabase database;
    private static HouseFolder folder;
    private static final List<Instance> INSTANCES = new ArrayList<>();
    private static final AtomicInteger SEEDS = new AtomicInteger();

    /** Whom the writers publish to. */
    private static volatile Instance target;

    @BeforeAll
    static void open() throws Exception {
        database = TestDatabase.fresh();
        folder = HouseFolder.make();
        for (int instance = 0; instance < 2; instance++) {
            var network = new Relay(TestDatabase.server().port());
            var process = HouseProcess.on(database, network.url(database.jdbcUrl()), folder.path())
                    .started();
            INSTANCES.add(new Instance(process, network, HouseClient.of(process, folder.path())));
        }
        var reference = Lives.reference();
        assertThat(writer().client().stream(reference).number("accepted")).isEqualTo(reference.size());
    }

    @AfterAll
    static void close() throws Exception {
        for (var instance : INSTANCES) {
            instance.process().close();
            instance.network().close();
        }
        folder.close();
        database.close();
    }

    private static Instance writer() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> INSTANCES.stream()
                                .filter(instance -> instance.client().isReady())
                                .count()
                        == 1);
        return INSTANCES.stream()
                .filter(instance -> instance.client().isReady())
                .findFirst()
                .orElseThrow();
    }

    private static Instance other(Instance than) {
        return INSTANCES.stream()
                .filter(instance -> instance != than)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(1)
    void the_stand_by_is_not_ready_takes_no_event_and_answers_questions() throws Exception {
        var standBy = other(writer()).client();
        assertThat(standBy.get("actuator/health/readiness").isUnavailable()).isTrue();
        assertThat(standBy.get("actuator/health/liveness").status()).isEqualTo(200);
        assertThat(standBy.one(Lives.receipt("standby.1")).isUnavailable()).isTrue();
        var stream = standBy.stream(Lives.dossier("standby.1"));
        assertThat(stream.isUnavailable()).isTrue();
        assertThat(stream.number("lastLine")).isZero();

        var taken = writer().client().one(Lives.receipt("standby.1"));
        assertThat(taken.text("status")).isEqualTo("accepted");
        var report = standBy.get(
                "api/v1/report?unit=H77&from=2024-01-01&to=2024-12-31&minPosition=" + taken.number("position"));
        assertThat(report.status()).isEqualTo(200);
        assertThat(report.body().at("/total/received/new").longValue()).isEqualTo(1);
    }

    @Test
    @Order(2)
    void a_writer_frozen_in_mid_load_is_succeeded_and_woken_finds_itself_fenced() throws Exception {
        var frozen = writer();
        try (var writers = writersTo(frozen)) {
            frozen.process().freeze();
            assertTakesOver(other(frozen));
            frozen.process().thaw();
            await().atMost(STANDS_BY_WITHIN).until(() -> !writers.refused().isEmpty());
            assertThat(frozen.client().one(Lives.receipt("late.1")).isUnavailable())
                    .isTrue();
            assertStandsBy(frozen);
            assertNothingLostOrDoubled(writers);
        }
    }

    @Test
    @Order(3)
    void a_writer_cut_off_from_the_database_is_succeeded_and_stands_by_when_it_is_back() throws Exception {
        var cutOff = writer();
        try (var writers = writersTo(cutOff)) {
            cutOff.network().goDead();
            assertTakesOver(other(cutOff));
            await().atMost(STANDS_BY_WITHIN).until(() -> !writers.refused().isEmpty());
            assertThat(cutOff.client().isReady()).isFalse();
            cutOff.network().comeBack();
            assertStandsBy(cutOff);
            assertNothingLostOrDoubled(writers);
        }
    }

    @Test
    @Order(4)
    void a_writer_whose_connection_is_ended_goes_on_or_is_succeeded() throws Exception {
        try (var writers = writersTo(writer());
                var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name ="
                    + " 'hoso writer' AND datname = current_database()");
            long began = System.nanoTime();
            target = writer();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(TAKES_OVER_WITHIN);
            assertNothingLostOrDoubled(writers);
        }
    }

    @Test
    @Order(5)
    void a_writer_killed_in_mid_load_is_succeeded() throws Exception {
        var killed = writer();
        try (var writers = writersTo(killed)) {
            killed.process().kill();
            assertTakesOver(other(killed));
            assertNothingLostOrDoubled(writers);
        }
    }

    /** Clients in the middle of writing; a process that is killed or frozen breaks their connections. */
    private static Writers writersTo(Instance instance) throws Exception {
        target = instance;
        var client =
                new HouseClient(() -> target.process().base(), instance.client().token());
        var writers = new Writers(client, prefix(), SEEDS.get(), broken -> true);
        writers.awaitAcknowledged(LINES);
        return writers;
    }

    private static void assertStandsBy(Instance instance) {
        await().atMost(STANDS_BY_WITHIN)
                .until(() -> instance.process().log().contains("another instance writes, this one stands by"));
        assertThat(instance.process().log()).contains("This instance writes no longer");
        assertThat(instance.client().isReady()).isFalse();
    }

    private static String prefix() {
        return "two." + SEEDS.incrementAndGet();
    }

    /** Ready and taking events, from now on within the time allowed. */
    private static void assertTakesOver(Instance standBy) throws Exception {
        long began = System.nanoTime();
        var line = Lives.receipt(prefix());
        var answer = standBy.client().one(line);
        while (answer.isUnavailable()
                && Duration.ofNanos(System.nanoTime() - began).compareTo(TAKES_OVER_WITHIN) < 0) {
            Thread.sleep(50);
            answer = standBy.client().one(line);
        }
        assertThat(answer.text("status")).as(answer.toString()).isEqualTo("accepted");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(TAKES_OVER_WITHIN);
        assertThat(standBy.client().isReady()).isTrue();
    }

    /** The writers send what they were not answered to the successor. */
    private static void assertNothingLostOrDoubled(Writers writers) throws Exception {
        target = writer();
        writers.stop();
        assertThat(writers.unexpected()).isEmpty();
        try (var connection = database.connect()) {
            writers.assertAllAt(StoredLog.of(connection).positions());
        }
    }
}
