package hoso.query.books.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.query.books.slot.MovedByAnother;
import hoso.query.books.slot.Slot;
import hoso.query.feed.Batch;
import hoso.query.feed.Feed;
import hoso.query.feed.store.StoredLog;
import hoso.query.log.FabricatedLog;
import hoso.query.log.WildWorld;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens between the events and the books, the books are the same: both slots are filled and compared. */
class BookLawsTest {

    private static final Slot ONE = new Slot(0);
    private static final Slot OTHER = new Slot(1);

    /** So little that dossiers are written and read again all the time. */
    private static final long SHELF_BYTES = 1 << 15;

    /** So few that foldings begin and end in them, and go over some. */
    private static final int SEGMENT_EVENTS = 400;

    private final BooksDatabase database = new BooksDatabase();
    private final FabricatedLog log = new FabricatedLog();
    private final Feed feed = new Feed(new StoredLog(database.dataSource()));

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 42})
    void any_split_into_batches_and_foldings_gives_the_same_books(long seed) throws Exception {
        given(seed);
        fill(ONE, Integer.MAX_VALUE, 0);
        fill(OTHER, 300, seed);
        assertSameBooks();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {43})
    void a_batch_taken_in_twice_changes_no_row(long seed) throws Exception {
        given(seed);
        fill(ONE, Integer.MAX_VALUE, 0);
        try (Connection connection = database.connect();
                Connection late = database.connect();
                var writer = new BookWriter(connection, OTHER, SHELF_BYTES, CommitListener.NONE)) {
            while (writer.state().position() < log.head()) {
                try (var left = new BookWriter(late, OTHER, SHELF_BYTES, CommitListener.NONE)) {
                    Batch batch = feed.after(writer.state().place(), 500);
                    take(writer, batch);
                    assertThatThrownBy(() -> take(left, batch))
                            .isInstanceOfAny(MovedByAnother.class, SQLException.class);
                }
                late.rollback();
                late.setAutoCommit(true);
            }
            writer.fold();
            writer.settle();
        }
        assertSameBooks();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {44, 45})
    void a_writer_that_fails_anywhere_loses_nothing_and_does_nothing_twice(long seed) throws Exception {
        given(seed);
        fill(ONE, Integer.MAX_VALUE, 0);
        int failures = 0;
        boolean done = false;
        while (!done) {
            var random = new Random(seed + failures);
            try (Connection connection = FailingConnection.of(database.connect(), 1 + random.nextInt(60));
                    var writer = new BookWriter(connection, OTHER, SHELF_BYTES, CommitListener.NONE)) {
                while (writer.place().position() < log.head()) {
                    writer.add(feed.after(writer.place(), 200));
                    writer.commit();
                    if (random.nextBoolean()) writer.settle();
                    if (random.nextBoolean()) writer.fold();
                }
                writer.fold();
                writer.settle();
                done = true;
            } catch (SQLException | RuntimeException failure) {
                assertThat(failure).hasStackTraceContaining(FailingConnection.MESSAGE);
                failures++;
            }
        }
        assertThat(failures).isGreaterThan(3);
        assertSameBooks();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {46})
    void other_logs_give_other_books(long seed) throws Exception {
        given(seed);
        fill(ONE, Integer.MAX_VALUE, 0);
        try (Connection connection = database.connect();
                var writer = new BookWriter(connection, OTHER, SHELF_BYTES, CommitListener.NONE)) {
            take(writer, feed.after(writer.state().place(), (int) log.head() / 2));
            writer.fold();
            writer.settle();
        }
        assertThat(digest(ONE).differences(digest(OTHER)))
                .contains("place", "journal", "dossier", "unit_page", "procedure_block", "day_line")
                .contains("segment_page", "segment_block");
    }

    @Test
    void dossiers_with_long_histories_are_read_again_a_few_at_a_time() throws Exception {
        String data = "{\"unit\":\"H1\",\"procedure\":\"1.001\",\"channel\":\"ONLINE\"}";
        String decision = "{\"taken\":{\"field\":\"F\",\"kind\":\"SAME_DAY\",\"version\":\"2024-01-01\","
                + "\"computedDueAt\":\"2024-02-10T10:00:00Z\"},\"rulings\":[{\"dueAt\":\"2024-02-10T10:00:00Z\"}]}";
        Instant noon = Instant.parse("2024-02-10T05:00:00Z");
        // 250 notices take more than 2 kB
        for (int notice = 0; notice < 250; notice++)
            for (int dossier = 0; dossier < 70; dossier++)
                if (notice == 0) log.append("d/D" + dossier, "dossier.received", noon, data, decision);
                else
                    log.append(
                            "d/D" + dossier,
                            "dossier.notified",
                            noon.plusSeconds(notice),
                            "{\"by\":\"SMS\",\"about\":\"RESULT\"}",
                            "");
        database.store(log.rows());
        fill(ONE, Integer.MAX_VALUE, 0);
        fill(OTHER, 3_000, 47);
        assertSameBooks();
    }

    private void given(long seed) {
        new WildWorld(seed, log, List.of("H1", "H1.1", "H1.2", "H2")).events(2_500, 200);
        database.store(log.rows());
        database.segmentsOf(SEGMENT_EVENTS);
    }

    /**
     * @param seed of the sizes of batches; 0 for all at once
     */
    private void fill(Slot slot, int eventsMax, long seed) throws SQLException {
        var random = new Random(seed);
        // in one go all stay on the shelf until the end, otherwise hardly any
        try (Connection connection = database.connect();
                var writer = new BookWriter(connection, slot, seed == 0 ? 1 << 27 : SHELF_BYTES, CommitListener.NONE)) {
            while (writer.place().position() < log.head()) {
                int events = seed == 0 ? 10_000 : 1 + random.nextInt(eventsMax);
                writer.add(feed.after(writer.place(), events));
                if (seed == 0) continue;
                if (random.nextBoolean()) writer.commit();
                else if (random.nextBoolean()) writer.checkpoint();
                if (writer.uncommitted() == 0 && random.nextInt(3) == 0) writer.fold();
            }
            writer.commit();
            writer.fold();
            writer.settle();
        }
    }

    private static void take(BookWriter writer, Batch batch) throws SQLException {
        writer.add(batch);
        writer.commit();
        writer.settle();
    }

    private void assertSameBooks() throws SQLException {
        assertThat(digest(ONE).differences(digest(OTHER))).isEmpty();
    }

    private BookDigest digest(Slot slot) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            return BookDigest.of(connection, slot);
        }
    }
}
