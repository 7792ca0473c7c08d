package hoso.query.books.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import hoso.edge.Problem;
import hoso.query.books.BookReader.Dimension;
import hoso.query.books.SqlBookReader;
import hoso.query.books.projection.ProjectorStatus.Phase;
import hoso.query.books.slot.Slot;
import hoso.query.books.state.Parked;
import hoso.query.books.state.ParkedTable;
import hoso.query.feed.EventLog;
import hoso.query.feed.Feed;
import hoso.query.feed.store.StoredLog;
import hoso.query.ledger.Measure;
import hoso.query.log.FabricatedLog;
import hoso.query.log.PlainLedger;
import hoso.query.log.WildWorld;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class ProjectorTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);
    private static final List<String> UNITS = List.of("H1", "H1.1", "H1.2", "H2");
    private static final Instant NOON = Instant.parse("2024-02-10T05:00:00Z");

    private final BooksDatabase database = new BooksDatabase();
    private final FabricatedLog log = new FabricatedLog();
    private final EventLog events = new StoredLog(database.dataSource());
    private final SqlBookReader books = new SqlBookReader(database.dataSource());
    private final Projector projector = projector();

    @AfterEach
    void close() {
        projector.close();
        database.close();
    }

    private Projector projector() {
        return new Projector(database.dataSource(), database.dataSource(), events);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {51})
    void every_question_asked_beside_it_is_answered_as_of_its_position(long seed) {
        new WildWorld(seed, log, UNITS).events(2_000, 200);
        projector.start();
        var plain = new PlainLedger(log.rows());
        for (int from = 0; from < log.rows().size(); from += 100) {
            database.store(
                    log.rows().subList(from, Math.min(from + 100, log.rows().size())));
            projector.nudge();
            assertThat(Reached.position(projector, from + 1, LONG_ENOUGH)).isTrue();
            assertSums(plain, projector.projected() - from / 3);
        }
        assertThat(Reached.position(projector, log.head(), LONG_ENOUGH)).isTrue();
        assertSums(plain, log.head());
        assertThat(Reached.position(projector, log.head() + 1, Duration.ofMillis(30)))
                .isFalse();
    }

    @Test
    void each_transaction_is_told_with_its_events_and_its_time() {
        new WildWorld(61, log, UNITS).events(3_000, 200);
        List<Long> told = new CopyOnWriteArrayList<>();
        var nanos = new LongAdder();
        long began = System.nanoTime();
        try (var watched = new Projector(database.dataSource(), database.dataSource(), events, (count, took) -> {
            told.add(count);
            nanos.add(took);
        })) {
            watched.start();
            for (int to : List.of(1_000, log.rows().size())) {
                int from = told.stream().mapToInt(Long::intValue).sum();
                database.store(log.rows().subList(from, to));
                assertThat(Reached.position(watched, to, LONG_ENOUGH)).isTrue();
                await(() -> told.stream().mapToLong(Long::longValue).sum() == to);
            }
            watched.rebuild(Rebuild.Expectation.SAME_BOOKS);
            await(() -> !watched.status().rebuild().running());
        }
        assertThat(told)
                .as("a rebuild's are none of them")
                .hasSizeGreaterThan(1)
                .allMatch(count -> count > 0);
        assertThat(told.stream().mapToLong(Long::longValue).sum()).isEqualTo(log.head());
        assertThat(nanos.sum()).isBetween(1L, 2 * (System.nanoTime() - began));
    }

    @Test
    void of_two_one_writes_and_the_other_takes_over_and_knows_the_place_meanwhile() {
        new WildWorld(52, log, UNITS).events(1_000, 100);
        database.store(log.rows().subList(0, 500));
        projector.start();
        assertThat(Reached.position(projector, 500, LONG_ENOUGH)).isTrue();
        try (Projector other = projector()) {
            other.start();
            assertThat(Reached.position(other, 500, LONG_ENOUGH)).isTrue();
            assertThat(other.status().phase()).isEqualTo(Phase.STANDBY);
            projector.stop();
            database.store(log.rows().subList(500, log.rows().size()));
            assertThat(Reached.position(other, log.head(), LONG_ENOUGH)).isTrue();
            assertThat(other.status().phase()).isEqualTo(Phase.PROJECTING);
        }
        assertSums(new PlainLedger(log.rows()), log.head());
    }

    @Test
    void it_begins_again_where_its_connection_is_cut() throws Exception {
        new WildWorld(53, log, UNITS).events(1_000, 100);
        database.store(log.rows().subList(0, 500));
        projector.start();
        assertThat(Reached.position(projector, 500, LONG_ENOUGH)).isTrue();
        database.cutAllConnections();
        database.store(log.rows().subList(500, log.rows().size()));
        assertThat(Reached.position(projector, log.head(), LONG_ENOUGH)).isTrue();
        assertSums(new PlainLedger(log.rows()), log.head());
    }

    @Test
    void whether_its_database_is_away_is_known_while_it_is_and_no_longer() {
        var gone = new AtomicBoolean();
        var writing = new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                if (gone.get()) throw new SQLException("away");
                return super.getConnection();
            }
        };
        try (var projector = new Projector(writing, database.dataSource(), new StoredLog(database.dataSource()))) {
            projector.start();
            await(() -> projector.status().phase() == Phase.PROJECTING);
            assertThat(projector.isDatabaseAway()).isFalse();
            gone.set(true);
            database.cutAllConnections();
            await(projector::isDatabaseAway);
            gone.set(false);
            await(() -> !projector.isDatabaseAway() && projector.status().phase() == Phase.PROJECTING);
        }
    }

    @Test
    void it_stops_by_name_where_the_log_was_restored_and_positions_were_used_again() {
        new WildWorld(54, log, UNITS).events(500, 100);
        database.store(log.rows());
        projector.start();
        assertThat(Reached.position(projector, log.head(), LONG_ENOUGH)).isTrue();
        database.replace(log.head(), "\"other\":1}");
        await(() -> projector.status().phase() == Phase.STOPPED);
        assertThat(projector.status().reason())
                .contains("no longer has the leaf")
                .contains("" + log.head());
    }

    @ParameterizedTest(name = "{1} events of the log {0}")
    @CsvSource({"58, 400", "58, 0", "60, 700"})
    void books_of_another_log_are_made_anew_when_asked_for_also_after_a_restart(long seed, int events) {
        new WildWorld(58, log, UNITS).events(600, 100);
        database.store(log.rows().subList(0, 500));
        projector.start();
        assertThat(Reached.position(projector, 500, LONG_ENOUGH)).isTrue();
        projector.stop();
        var restored = new FabricatedLog();
        new WildWorld(seed, restored, UNITS).events(900, 100);
        List<FabricatedLog.Row> rows = restored.rows().subList(0, events);
        database.forge("DELETE FROM store.event");
        database.store(rows);

        projector.start();
        await(() -> projector.status().phase() == Phase.STOPPED);
        await(() -> isBegun(Rebuild.Expectation.SAME_BOOKS));
        await(() -> !projector.status().rebuild().running());
        assertThat(database.liveSlot()).isZero();

        assertThat(isBegun(Rebuild.Expectation.OTHER_BOOKS)).isTrue();
        await(() -> projector.status().phase() == Phase.PROJECTING && projector.projected() == events);
        assertThat(projector.status().rebuild().outcome()).isEqualTo("the new books are live");
        assertThat(projector.status().reason()).isNull();
        assertSums(new PlainLedger(rows), events);
    }

    private boolean isBegun(Rebuild.Expectation expectation) {
        try {
            projector.rebuild(expectation);
            return true;
        } catch (IllegalStateException notYetTheProjector) {
            return false;
        }
    }

    @Test
    void a_sick_event_parks_its_stream_and_the_rest_run_on() {
        String data = "{\"unit\":\"H1\",\"procedure\":\"1.001\",\"channel\":\"ONLINE\"}";
        String decision = "{\"taken\":{\"field\":\"F\",\"kind\":\"SAME_DAY\",\"version\":\"2024-01-01\","
                + "\"computedDueAt\":\"2024-02-10T10:00:00Z\"},\"rulings\":[{\"dueAt\":\"2024-02-10T10:00:00Z\"}]}";
        log.append("d/SICK", "dossier.received", NOON, data, decision);
        log.append("d/WELL", "dossier.received", NOON, data, decision);
        log.append(
                "d/SICK",
                "dossier.voided",
                NOON,
                "{\"authority\":\"A\",\"corrects\":{\"source\":\"s\",\"id\":\"i\"}}",
                "");
        log.append("d/SICK", "dossier.notified", NOON, "{\"by\":\"SMS\",\"about\":\"RESULT\"}", "");
        log.append("d/WELL", "dossier.notified", NOON, "{\"by\":\"SMS\",\"about\":\"RESULT\"}", "");
        log.unreadable("d/DARK");
        database.store(log.rows());
        projector.start();
        assertThat(Reached.position(projector, 6, LONG_ENOUGH)).isTrue();
        assertThat(projector.status().parked()).isEqualTo(2);
        var parked = new ParkedTable(JdbcClient.create(database.dataSource()), new Slot(database.liveSlot()));
        assertThat(parked.read(2)).isEmpty();
        assertThat(parked.read(6))
                .extracting(Parked::stream, Parked::position, Parked::unit)
                .containsExactly(tuple("d/SICK", 3L, "H1"), tuple("d/DARK", 6L, null));
        long[] sums = books.sumsBefore(6, Dimension.OWNING_UNIT, Set.of("H1"), List.of(NOON.plusSeconds(1)))
                .get("H1")[0];
        assertThat(sums[Measure.RECEIVED.ordinal()]).isEqualTo(2);
        assertThat(sums[Measure.NOTIFICATIONS.ordinal()]).isEqualTo(1);
    }

    @Test
    void a_rebuild_beside_events_and_questions_gives_the_same_books_and_goes_live() {
        new WildWorld(55, log, UNITS).events(3_000, 200);
        database.store(log.rows().subList(0, 2_000));
        projector.start();
        assertThat(Reached.position(projector, 2_000, LONG_ENOUGH)).isTrue();
        var plain = new PlainLedger(log.rows());
        projector.rebuild(Rebuild.Expectation.SAME_BOOKS);
        int from = 2_000;
        while (projector.status().rebuild().running()) {
            int to = Math.min(from + 50, log.rows().size());
            database.store(log.rows().subList(from, to));
            from = to;
            assertSums(plain, 1_500);
        }
        assertThat(projector.status().rebuild().outcome()).isEqualTo("the new books are live");
        assertThat(database.liveSlot()).isEqualTo(1);
        database.store(log.rows().subList(from, log.rows().size()));
        assertThat(Reached.position(projector, log.head(), LONG_ENOUGH)).isTrue();
        assertSums(plain, log.head());
    }

    @Test
    void a_rebuild_that_finds_other_books_changes_nothing_unless_that_is_expected() {
        new WildWorld(56, log, UNITS).events(1_000, 100);
        database.store(log.rows());
        projector.start();
        assertThat(Reached.position(projector, log.head(), LONG_ENOUGH)).isTrue();
        database.forge("UPDATE books.dossier_0 SET notices = notices + 1 WHERE id = 'D7'");
        projector.rebuild(Rebuild.Expectation.SAME_BOOKS);
        await(() -> !projector.status().rebuild().running());
        assertThat(projector.status().rebuild().outcome()).contains("differ");
        assertThat(database.liveSlot()).isZero();
        projector.rebuild(Rebuild.Expectation.OTHER_BOOKS);
        await(() -> !projector.status().rebuild().running());
        assertThat(database.liveSlot()).isEqualTo(1);
        assertSums(new PlainLedger(log.rows()), log.head());
    }

    @Test
    void a_rebuild_beside_books_that_lag_far_behind_compares_as_far_as_they_are() throws Exception {
        // more than a rebuild leaves to be taken in while the live books wait
        new WildWorld(59, log, UNITS).events(31_000, 2_000);
        database.store(log.rows());
        var outcome = new AtomicReference<RebuildProgress>();
        try (Connection connection = database.connect();
                var live = new Tenure(connection, new Feed(events), CommitListener.NONE)) {
            live.step(10);
            long committed = live.inTurn(current -> current.state().position());
            assertThat(committed).isBetween(10L, 1_000L);
            new Rebuild(database.dataSource(), new Feed(events), events, live, outcome::set)
                    .beside(Rebuild.Expectation.SAME_BOOKS);
            assertThat(outcome.get().outcome()).isEqualTo("the new books are live");
            assertThat(database.liveSlot()).isEqualTo(1);
            while (live.step(1_000) > 0) assertThat(live.isOver()).isFalse();
            assertThat(live.state().position()).isEqualTo(log.head());
        }
    }

    @Test
    void books_made_by_other_rules_are_made_anew_before_anything_is_added() {
        new WildWorld(57, log, UNITS).events(1_000, 100);
        database.store(log.rows());
        projector.start();
        assertThat(Reached.position(projector, log.head(), LONG_ENOUGH)).isTrue();
        projector.stop();
        database.forge("UPDATE books.book SET edition = 99 WHERE live");
        assertThatThrownBy(() -> assertSums(new PlainLedger(log.rows()), log.head()))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("unavailable");
        projector.start();
        await(() -> projector.status().phase() == Phase.PROJECTING);
        assertThat(database.liveSlot()).isEqualTo(1);
        assertSums(new PlainLedger(log.rows()), log.head());
    }

    private void assertSums(PlainLedger plain, long position) {
        Set<String> units = Set.copyOf(UNITS);
        List<Instant> cuts = List.of(NOON.minusSeconds(5_000_000), NOON);
        for (Dimension dimension : List.of(Dimension.OWNING_UNIT, Dimension.PROCEDURE)) {
            Map<String, long[][]> answer = books.sumsBefore(position, dimension, units, cuts);
            assertThat(PlainLedger.shown(answer))
                    .as("%s at %s", dimension, position)
                    .isEqualTo(PlainLedger.shown(plain.sumsBefore(position, dimension, units, cuts)));
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
