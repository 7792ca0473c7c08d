package hoso.query.board.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.event.ReferenceFact;
import hoso.event.history.ReferenceRegister;
import hoso.query.board.Board;
import hoso.query.board.BoardClock;
import hoso.query.board.BoardSettings;
import hoso.query.board.Boards;
import hoso.query.books.BookReader.Dimension;
import hoso.query.books.DossierReader;
import hoso.query.books.SqlBookReader;
import hoso.query.books.SqlPostingReader;
import hoso.query.books.projection.BooksDatabase;
import hoso.query.books.projection.Projector;
import hoso.query.books.projection.Reached;
import hoso.query.books.projection.Rebuild;
import hoso.query.feed.store.StoredLog;
import hoso.query.log.FabricatedLog;
import hoso.query.log.PlainLedger;
import hoso.query.log.WildWorld;
import hoso.query.question.Positions;
import hoso.query.report.figure.Cell;
import hoso.query.report.figure.Cells;
import hoso.query.report.figure.Figures;
import hoso.vocabulary.Period;
import hoso.vocabulary.ReportingPeriod;
import hoso.vocabulary.UnitLevel;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What hoso_bi answers those who only read, against a ledger that keeps nothing and adds up its lines one by one. */
class BoardTablesTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);
    private static final Set<String> UNITS = Set.of("H1", "H1.1", "H1.2", "H1.2.1", "H1.2.2");
    private static final LocalDate BEGIN = LocalDate.of(2023, 12, 1);
    private static final int DAYS = 200;
    private static final Instant MOMENT = Instant.parse("2024-03-05T03:00:00Z");

    private final BooksDatabase database = new BooksDatabase();
    private final FabricatedLog log = new FabricatedLog();
    private final StoredLog events = new StoredLog(database.dataSource());
    private final Projector projector = new Projector(database.dataSource(), database.dataSource(), events);
    private final SqlBookReader books = new SqlBookReader(database.dataSource());
    private final ReferenceRegister known = town();
    private final Boards boards = new Boards(
            books,
            position -> known,
            new DossierReader(database.dataSource(), source -> new StoredLog(source))::inOrderOfId,
            new BoardSettings(ReportingPeriod.MONTH_644, 1, 10, Duration.ofSeconds(1)));
    private final JdbcClient reader = JdbcClient.create(database.reader("hoso_bi"));

    @AfterEach
    void close() {
        projector.close();
        database.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {61, 62})
    void every_cell_of_every_period_is_that_of_the_plain_ledger(long seed) throws SQLException {
        live(seed);
        show(log.head());
        var plain = new PlainLedger(log.rows());
        var random = new Random(seed);
        for (int question = 0; question < 8; question++) {
            LocalDate first = BEGIN.plusDays(random.nextInt(DAYS));
            var period = new Period(first, first.plusDays(random.nextInt(100)));
            String where = "seed " + seed + ", " + period;
            Set<String> below = random.nextBoolean() ? UNITS : Set.of("H1.2", "H1.2.1", "H1.2.2");
            String top = below.size() == UNITS.size() ? "H1" : "H1.2";
            assertThat(asked(top, period, "unit"))
                    .as(where)
                    .isEqualTo(expected(plain, log.head(), below, period, Dimension.OWNING_UNIT));
            assertThat(asked(top, period, "procedure"))
                    .as(where)
                    .isEqualTo(expected(plain, log.head(), below, period, Dimension.PROCEDURE));
        }
        for (boolean byProcedure : List.of(false, true))
            assertThat(reader.sql("SELECT count(*) FROM hoso_bi.report('H1', '2024-03-20', '2024-01-10', ?)")
                            .param(byProcedure)
                            .query(Long.class)
                            .single())
                    .as("a period that ends before it begins")
                    .isZero();
    }

    @Test
    void how_units_stand_is_what_the_ledger_says_of_the_moment_and_of_the_days_after_it() throws SQLException {
        live(63);
        show(log.head());
        Map<String, long[][]> sums = new PlainLedger(log.rows())
                .sumsBefore(
                        log.head(),
                        Dimension.OWNING_UNIT,
                        UNITS,
                        List.of(
                                new Period(LocalDate.of(2024, 2, 21), LocalDate.of(2024, 3, 20)).start(),
                                MOMENT,
                                new Period(BEGIN, LocalDate.of(2024, 3, 8)).end()));
        for (String unit : UNITS) {
            Figures now = Figures.between(sums.get(unit)[0], sums.get(unit)[1]);
            Figures later = Figures.between(sums.get(unit)[0], sums.get(unit)[2]);
            Map<String, Object> row = reader.sql("SELECT * FROM hoso_bi.standing WHERE unit = ?")
                    .param(unit)
                    .query()
                    .singleRow();
            assertThat(row)
                    .containsEntry("pending", of(now, "pending.total"))
                    .containsEntry("paused", of(now, "pending.paused"))
                    .containsEntry("overdue", of(now, "pending.overdue"));
            assertThat((Long) row.get("overdue") + (Long) row.get("due_3"))
                    .as("overdue when three whole days have passed, should nothing happen")
                    .isEqualTo(of(later, "pending.overdue"));
        }
        assertThat(reader.sql("SELECT month_from || ' ' || month_to FROM hoso_bi.moment")
                        .query(String.class)
                        .single())
                .isEqualTo("2024-02-21 2024-03-20");
    }

    @Test
    void it_keeps_up_and_what_was_made_of_older_books_goes() throws Exception {
        live(64);
        for (long position : List.of(1L, 700L, 701L, log.head())) show(position);
        Map<String, Map<String, Long>> before = asked("H1", wholeTime(), "unit");
        projector.rebuild(Rebuild.Expectation.SAME_BOOKS);
        while (projector.status().rebuild().running()) Thread.sleep(10);
        show(log.head());
        assertThat(asked("H1", wholeTime(), "unit")).isEqualTo(before).isNotEmpty();
        show(log.head());
        show(log.head());
        for (String table : List.of("procedure_day", "procedure_month", "unit_day", "unit_month"))
            assertThat(database.number("SELECT count(DISTINCT generation) FROM board." + table))
                    .isEqualTo(1);
        assertThat(database.number("SELECT count(*) FROM board.summed")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"H1.2, H1.2 H1.2.1 H1.2.2", "H1.2.1, H1.2.1", "H9, ''"})
    void a_reader_sees_rows_of_its_units_and_of_those_below_them(String granted, String seen) throws SQLException {
        live(65);
        show(log.head());
        database.forge("INSERT INTO board.reader VALUES ('reader_of_some', '" + granted + "')");
        database.forge("ANALYZE"); // else statistics that come meanwhile would make another plan
        JdbcClient some = JdbcClient.create(database.reader("reader_of_some"));
        List<String> units = List.of(seen.split(" ")).stream()
                .filter(unit -> !unit.isEmpty())
                .toList();
        for (String view :
                List.of("unit", "standing", "procedure_day", "procedure_month", "unit_day", "unit_month", "below")) {
            String column = view.equals("unit") ? "code" : "unit";
            assertThat(some.sql("SELECT DISTINCT " + column + " FROM hoso_bi." + view)
                            .query(String.class)
                            .list())
                    .as(view)
                    .containsExactlyInAnyOrderElementsOf(units);
        }
        for (String view : List.of("standing", "procedure_day", "procedure_month", "unit_day", "unit_month"))
            assertThat(rowsOfPlan(some, view, 1_000_000))
                    .as("what a plan tells of figures of a unit that is not seen, in " + view)
                    .isEqualTo(rowsOfPlan(some, view, -1_000_000))
                    .isNotEmpty();
        assertThat(some.sql("SELECT count(*) FROM hoso_bi.report('H1', '2023-01-01', '2025-01-01')")
                        .query(Long.class)
                        .single())
                .as("of a whole that it sees a part of, it is told nothing")
                .isZero();
    }

    /** How many rows came to each step where the unit H1.1 is asked for, and all its figures to be above a bound. */
    private static List<String> rowsOfPlan(JdbcClient reader, String view, long bound) {
        String above = reader.sql("SELECT string_agg(attname || ' > ' || ?, ' AND ') FROM pg_attribute"
                        + " WHERE attrelid = ('hoso_bi.' || ?)::regclass AND atttypid = 'bigint'::regtype")
                .params(bound, view)
                .query(String.class)
                .single();
        String explain = "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) SELECT * FROM hoso_bi.";
        return reader.sql(explain + view + " WHERE unit = 'H1.1' AND " + above).query(String.class).list().stream()
                .filter(line -> line.matches(".*(actual rows|never executed|Rows Removed).*"))
                .toList();
    }

    @Test
    void nothing_else_is_seen_and_nothing_is_written() throws SQLException {
        live(66);
        show(log.head());
        assertThat(reader.sql("""
                        SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
                        WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
                            AND has_schema_privilege(n.oid, 'USAGE') AND c.relkind IN ('r', 'v', 'm', 'p', 'f')
                            AND has_table_privilege(c.oid, 'SELECT, INSERT, UPDATE, DELETE')""").query(String.class).list())
                .isNotEmpty()
                .allMatch(name -> name.startsWith("hoso_bi."));
        assertThat(reader.sql("""
                        SELECT oid::regprocedure::text FROM pg_proc WHERE has_function_privilege(oid, 'EXECUTE')
                            AND proname ~ 'advisory|notify|emit|export_snapshot|^lo(_|read|write)'""").query(String.class).list()).isEmpty();
        for (String forbidden : List.of(
                "SELECT * FROM board.unit_day",
                "SELECT * FROM books.dossier_0",
                "SELECT * FROM store.event",
                "DELETE FROM hoso_bi.unit_day",
                "INSERT INTO board.reader VALUES ('reader_of_some', '*')",
                "SELECT pg_advisory_lock(n) FROM generate_series(1, 100000) AS n",
                "SELECT pg_try_advisory_xact_lock(1)",
                "SELECT lo_from_bytea(0, 'x')",
                "SELECT pg_notify('anybody', 'x')",
                "CREATE TEMPORARY TABLE mine (one integer)",
                "CREATE TABLE public.mine (one integer)"))
            assertThatThrownBy(() -> writing(forbidden)).as(forbidden).hasMessageContaining("permission denied");
    }

    @Test
    void every_view_and_function_is_described() {
        assertThat(reader.sql("""
                        SELECT c.relname FROM pg_class c WHERE relnamespace = 'hoso_bi'::regnamespace
                            AND obj_description(c.oid, 'pg_class') IS NULL
                        UNION ALL SELECT proname FROM pg_proc p WHERE pronamespace = 'hoso_bi'::regnamespace
                            AND obj_description(p.oid, 'pg_proc') IS NULL""").query(String.class).list()).isEmpty();
    }

    @Test
    void whatever_fails_what_is_shown_is_made_again_until_it_succeeds() {
        live(67);
        var failures = new AtomicInteger(3);
        var failing = new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                if (failures.decrementAndGet() >= 0) throw new IllegalStateException("the books were switched");
                return super.getConnection();
            }
        };
        var clock = new BoardClock(() -> MOMENT);
        var shown = new ArrayBlockingQueue<Board>(1_000);
        try (var keeper = new BoardKeeper(
                boards,
                clock,
                new LogPositions(log),
                new SqlPostingReader(database.dataSource()),
                failing,
                audience(shown),
                Duration.ofMillis(10))) {
            keeper.start();
            assertThat(shown.poll(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS))
                    .isNotNull()
                    .satisfies(board -> assertThat(board.position()).isEqualTo(log.head()));
            clock.standAt(MOMENT, OptionalLong.of(700));
            assertThat(eventually(shown, board -> board.position() == 700)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        assertThat(failures.get()).isNegative();
        assertThat(reader.sql("SELECT position FROM hoso_bi.moment")
                        .query(Long.class)
                        .single())
                .isEqualTo(log.head());
    }

    private static BoardAudience audience(BlockingQueue<Board> made) {
        return new BoardAudience() {
            @Override
            public void made(Board board) {
                made.offer(board);
            }

            @Override
            public void written() {
                // the tables tell themselves
            }
        };
    }

    @Test
    void who_sums_a_piece_at_a_time_shows_nothing_before_the_last_and_then_the_same() throws SQLException {
        live(68);
        show(log.head());
        Map<String, Map<String, Long>> atOnce = asked("H1", wholeTime(), "unit");
        database.forge("TRUNCATE board.summed, board.shown, board.procedure_day, board.procedure_month, board.unit_day,"
                + " board.unit_month");
        Board board = boards.at(log.head(), MOMENT);
        int looks = 0;
        try (Connection connection = database.connect()) {
            var tables = new BoardTables(connection, new SqlPostingReader(database.dataSource()), 300);
            while (!tables.show(board, 2)) {
                looks++;
                assertThat(database.number("SELECT count(*) FROM board.shown")).isZero();
            }
        }
        assertThat(looks).isEqualTo((int) (log.head() / 600));
        assertThat(asked("H1", wholeTime(), "unit")).isEqualTo(atOnce);
    }

    @Test
    @Timeout(30) // the other's turn would end after a minute
    void who_is_told_to_stop_while_another_program_has_its_turn_does_not_wait_for_it() throws Exception {
        live(69);
        var made = new ArrayBlockingQueue<Board>(1_000);
        try (Connection other = database.connect();
                var turn = other.createStatement();
                var keeper = new BoardKeeper(
                        boards,
                        new BoardClock(() -> MOMENT),
                        new LogPositions(log),
                        new SqlPostingReader(database.dataSource()),
                        database.dataSource(),
                        audience(made),
                        Duration.ofMillis(10))) {
            other.setAutoCommit(false);
            turn.execute("SELECT pg_advisory_xact_lock(" + BoardTables.LOCK + ")");
            keeper.start();
            assertThat(made.poll(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS)).isNotNull();
            keeper.close();
            assertThat(database.number("SELECT count(*) FROM board.summed")).isZero();
        }
    }

    private static boolean eventually(BlockingQueue<Board> shown, Predicate<Board> wanted) throws InterruptedException {
        for (Board board = shown.poll(20, TimeUnit.SECONDS); board != null; board = shown.poll(20, TimeUnit.SECONDS))
            if (wanted.test(board)) return true;
        return false;
    }

    /** Those of a log that the books have taken in. */
    private record LogPositions(FabricatedLog log) implements Positions {

        @Override
        public long head() {
            return log.head();
        }

        @Override
        public long projected() {
            return log.head();
        }

        @Override
        public Instant recordedAt(long position) {
            return log.rows().get((int) position - 1).recordedAt();
        }

        @Override
        public long lastRecordedBy(Instant instant) {
            throw new UnsupportedOperationException();
        }
    }

    private void live(long seed) {
        new WildWorld(seed, log, List.copyOf(UNITS).stream().sorted().toList()).events(2_000, 200);
        database.store(log.rows());
        projector.start();
        assertThat(Reached.position(projector, log.head(), LONG_ENOUGH)).isTrue();
    }

    /** The role reads only by default: nothing keeps it from saying otherwise. */
    private void writing(String sql) throws SQLException {
        try (Connection connection = database.reader("hoso_bi").getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET default_transaction_read_only = off");
            statement.execute(sql);
        }
    }

    private void show(long position) throws SQLException {
        Board board = boards.at(position, MOMENT);
        try (Connection connection = database.connect()) {
            var tables = new BoardTables(connection, new SqlPostingReader(database.dataSource()));
            assertThat(tables.show(board, 1)).as("so few events at once").isTrue();
        }
    }

    private static ReferenceRegister town() {
        ReferenceRegister known = ReferenceRegister.EMPTY;
        for (String unit : UNITS) {
            int dot = unit.lastIndexOf('.');
            known = known.with(
                    unit,
                    new ReferenceFact.UnitRegistered(
                            "Đơn vị " + unit,
                            dot < 0 ? UnitLevel.PROVINCE : UnitLevel.COMMUNE,
                            dot < 0 ? null : unit.substring(0, dot),
                            LocalDate.of(2020, 1, 1)));
        }
        return known;
    }

    private static Period wholeTime() {
        return new Period(BEGIN, BEGIN.plusDays(DAYS));
    }

    private static long of(Figures figures, String cell) {
        return figures.of(Cells.cell(cell));
    }

    /** By unit or procedure, the cells that are not 0. */
    private Map<String, Map<String, Long>> asked(String top, Period period, String by) {
        List<Cell> cells = Cells.all();
        String sums = cells.stream()
                .map(cell -> "sum(" + column(cell) + ")::bigint AS " + column(cell))
                .collect(Collectors.joining(", "));
        String sql = "SELECT " + by + " AS key, " + sums + " FROM hoso_bi.report(?, ?, ?, " + by.equals("procedure")
                + ") " + (by.equals("procedure") ? "WHERE procedure <> '' " : "") + "GROUP BY 1";
        Map<String, Map<String, Long>> answer = new TreeMap<>();
        reader.sql(sql)
                .params(top, period.from(), period.to())
                .query()
                .listOfRows()
                .forEach(row -> {
                    Map<String, Long> figures = new TreeMap<>();
                    for (Cell cell : cells)
                        if ((Long) row.get(column(cell)) != 0) figures.put(cell.name(), (Long) row.get(column(cell)));
                    if (!figures.isEmpty()) answer.put((String) row.get("key"), figures);
                });
        return answer;
    }

    private static Map<String, Map<String, Long>> expected(
            PlainLedger plain, long position, Set<String> units, Period period, Dimension dimension) {
        Map<String, Map<String, Long>> expected = new TreeMap<>();
        plain.sumsBefore(position, dimension, units, List.of(period.start(), period.end()))
                .forEach((key, rows) -> {
                    Figures figures = Figures.between(rows[0], rows[1]);
                    Map<String, Long> cells = new TreeMap<>();
                    for (Cell cell : Cells.all()) if (figures.of(cell) != 0) cells.put(cell.name(), figures.of(cell));
                    if (!cells.isEmpty()) expected.put(key, cells);
                });
        return expected;
    }

    /** As {@code received_carried_over} for {@code received.carriedOver}. */
    private static String column(Cell cell) {
        return cell.name().replaceAll("([A-Z])", "_$1").replace('.', '_').toLowerCase(Locale.ROOT);
    }
}
