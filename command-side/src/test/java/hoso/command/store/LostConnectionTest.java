package hoso.command.store;

import static hoso.command.store.SampleEvents.message;
import static hoso.command.store.SampleEvents.notified;
import static hoso.command.store.StoreFixture.execute;
import static hoso.command.store.StoreFixture.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.testkit.database.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LostConnectionTest {

    private static final String KILL_WRITER =
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'hoso writer'"
                    + " AND datname = current_database()";

    private TestDatabase database;
    private FaultyNetwork network;
    private EventStore store;

    @BeforeEach
    void open() throws Exception {
        database = TestDatabase.fresh();
        network = new FaultyNetwork(TestDatabase.server().port());
        store = opened();
    }

    @AfterEach
    void close() throws Exception {
        network.comeUp();
        store.close();
        network.close();
        database.close();
    }

    @Test
    void nothing_acknowledged_is_lost_or_there_twice_when_the_backend_is_killed_again_and_again() throws Exception {
        var done = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = IntStream.range(0, 8)
                    .mapToObj(writer -> threads.submit(() -> writeUntil(done, "K" + writer)))
                    .toList();
            for (int round = 0; round < 5; round++) {
                Thread.sleep(300);
                execute(database, KILL_WRITER);
            }
            awaitWriting();
            done.set(true);
            Map<String, Long> stored = storedPositions();
            for (var writer : writers) {
                var acknowledged = writer.get();
                assertThat(acknowledged).isNotEmpty();
                for (var placed : acknowledged)
                    assertThat(stored)
                            .containsEntry(placed.name(), placed.place().position());
            }
        }
        assertThat(positions())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, store.head()).boxed().toList());
    }

    @Test
    void a_commit_whose_answer_was_lost_is_found_and_acknowledged() throws Exception {
        var counted = new AppendMeterTest.Counted();
        store.measureWith(counted);
        var placed = new Placed();
        network.loseAnswers();
        var append = append("L1", placed);
        awaitEvents(1);
        network.goDown();
        network.comeUp();

        append.get(8, TimeUnit.SECONDS);

        assertThat(placed.position()).isEqualTo(1);
        assertThat(counted.groups()).containsExactly(1);
        awaitWriting();
        assertThat(store.head()).isEqualTo(1);
    }

    @Test
    void an_append_that_never_arrived_is_unavailable_and_can_be_sent_again() throws Exception {
        network.getStuck();
        var append = append("L2", new Placed());
        Thread.sleep(200);
        network.goDown();
        network.comeUp();

        assertThatThrownBy(() -> append.get(8, TimeUnit.SECONDS)).hasCauseInstanceOf(StoreUnavailable.class);

        awaitWriting();
        assertThat(number(database, "SELECT count(*) FROM store.event")).isZero();
        store.engine().appendEvents(message(notified("L2", 0)));
        assertThat(store.head()).isEqualTo(1);
    }

    @Test
    void where_another_instance_writes_by_now_it_looks_answers_and_stands_by() throws Exception {
        try (var other = StoreFixture.opened(database)) {
            var placed = new Placed();
            network.loseAnswers();
            var append = append("L3", placed);
            awaitEvents(1);
            network.goDown();
            awaitWriting(other);
            other.engine().appendEvents(message(notified("L4", 0)));
            network.comeUp();

            append.get(8, TimeUnit.SECONDS);

            assertThat(placed.position()).isEqualTo(1);
            assertThat(store.writing()).isFalse();
            assertThat(other.head()).isEqualTo(2);
        }
    }

    @Test
    void while_the_database_is_away_all_is_unavailable_in_bounded_time() throws Exception {
        network.getStuck();
        var append = append("L5", new Placed());
        Thread.sleep(200);
        network.goDown();

        assertThatThrownBy(() -> append.get(15, TimeUnit.SECONDS)).hasCauseInstanceOf(StoreUnavailable.class);

        long began = System.nanoTime();
        assertThatThrownBy(() -> store.engine().appendEvents(message(notified("L6", 0))))
                .isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> store.engine().readEvents("d/L5")).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> store.confirmFence()).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> store.referenceEvents()).isInstanceOf(StoreUnavailable.class);
        assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(5));
        assertThat(store.writing()).isFalse();

        network.comeUp();
        awaitWriting();
        store.engine().appendEvents(message(notified("L6", 0)));
    }

    @Test
    void a_commit_with_a_warning_is_looked_for_before_it_is_acknowledged() throws Exception {
        execute(database, """
                CREATE FUNCTION warn() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE WARNING 'committed here, not on the replica'; RETURN NULL; END $$;
                CREATE TRIGGER warn AFTER INSERT ON store.event EXECUTE FUNCTION warn()""");
        long tenure = store.tenure();

        append("L7", new Placed()).get(8, TimeUnit.SECONDS);
        awaitWriting();

        assertThat(store.tenure()).isGreaterThan(tenure);
        assertThat(store.head()).isEqualTo(1);
    }

    @Test
    void an_interrupt_does_not_end_the_wait_for_the_commit() throws Exception {
        try (var blocker = database.connect()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("LOCK TABLE store.event IN SHARE MODE");
            var interrupted = new CompletableFuture<Boolean>();
            var waiting = Thread.ofVirtual().start(() -> {
                store.engine().appendEvents(message(notified("L8", 0)));
                interrupted.complete(Thread.currentThread().isInterrupted());
            });
            Thread.sleep(100);
            waiting.interrupt();
            Thread.sleep(100);
            assertThat(interrupted).isNotDone();
            blocker.rollback();
            assertThat(interrupted.get(5, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(store.head()).isEqualTo(1);
    }

    @Test
    void a_database_that_comes_later_than_the_program_is_waited_for() throws Exception {
        store.close();
        network.goDown();
        store = opened();
        assertThat(store.writing()).isFalse();
        network.comeUp();
        awaitWriting();
        store.engine().appendEvents(message(notified("L9", 0)));
    }

    private EventStore opened() throws InterruptedException {
        var direct = StoreFixture.settings(database);
        var opened = new EventStore(new StoreSettings(
                network.url(direct.url()), direct.application(), direct.owner(), direct.readers(), direct.clock()));
        opened.open();
        return opened;
    }

    private record Acknowledged(String dossier, int sequence, Placed place) {

        String name() {
            return "d/" + dossier + " " + sequence;
        }
    }

    /** Goes on after an unknown outcome as a loaded aggregate would: from what the store holds. */
    private List<Acknowledged> writeUntil(AtomicBoolean done, String dossier) throws InterruptedException {
        var acknowledged = new ArrayList<Acknowledged>();
        int sequence = 0;
        while (!done.get()) {
            var placed = new Placed();
            try {
                store.engine()
                        .appendEvents(message(notified(dossier, sequence), new AppendContext(0, Map.of(), placed)));
                acknowledged.add(new Acknowledged(dossier, sequence, placed));
                sequence++;
            } catch (EventStoreException unavailable) {
                Thread.sleep(20);
                sequence = next(dossier, sequence);
            }
        }
        return acknowledged;
    }

    private int next(String dossier, int fallback) {
        try {
            return (int) store.engine().readEvents("d/" + dossier).asStream().count();
        } catch (StoreUnavailable notYet) {
            return fallback;
        }
    }

    /** By stream and sequence. */
    private Map<String, Long> storedPositions() throws Exception {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT stream || ' ' || sequence, position FROM store.event")) {
            Map<String, Long> positions = new HashMap<>();
            while (rows.next()) positions.put(rows.getString(1), rows.getLong(2));
            return positions;
        }
    }

    private List<Long> positions() {
        var positions = new ArrayList<Long>();
        store.engine()
                .readEvents(null, false)
                .forEach(event -> positions.add(event.trackingToken().position().orElseThrow()));
        return positions;
    }

    private CompletableFuture<Void> append(String dossier, Placed placed) {
        return CompletableFuture.runAsync(
                () -> store.engine()
                        .appendEvents(message(notified(dossier, 0), new AppendContext(0, Map.of(), placed))),
                task -> Thread.ofVirtual().start(task));
    }

    private void awaitEvents(long count) throws Exception {
        until(() -> number(database, "SELECT count(*) FROM store.event") == count);
    }

    private void awaitWriting() throws Exception {
        awaitWriting(store);
    }

    private static void awaitWriting(EventStore store) throws Exception {
        until(store::writing);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(12);
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("it takes too long").isLessThan(end);
            Thread.sleep(10);
        }
    }
}
