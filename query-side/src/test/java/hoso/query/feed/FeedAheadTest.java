package hoso.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.query.books.projection.BooksDatabase;
import hoso.query.feed.store.StoredLog;
import hoso.query.log.FabricatedLog;
import hoso.query.log.WildWorld;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class FeedAheadTest {

    private final BooksDatabase database = new BooksDatabase();
    private final FabricatedLog log = new FabricatedLog();
    private final AtomicBoolean away = new AtomicBoolean();
    private final Feed feed = new Feed(new StoredLog(new DelegatingDataSource(database.dataSource()) {
        @Override
        public Connection getConnection() throws SQLException {
            if (away.get()) throw new SQLException("the database is away");
            return super.getConnection();
        }
    }));
    private final FeedAhead ahead = new FeedAhead(feed);

    @BeforeEach
    void store() {
        new WildWorld(62, log, List.of("H1", "H2")).events(3_000, 100);
        database.store(log.rows());
    }

    @AfterEach
    void close() {
        ahead.close();
        database.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {63, 64})
    void whatever_is_asked_for_it_is_what_the_feed_has(long seed) {
        var random = new Random(seed);
        Place place = Place.START;
        int size = 100;
        while (place.position() < log.head()) {
            if (random.nextInt(5) == 0) size = 1 + random.nextInt(300);
            // sometimes from where it has been before
            if (random.nextInt(20) == 0) place = Place.START;
            Batch batch = ahead.after(place, size);
            assertThat(batch.end()).isEqualTo(feed.after(place, size).end());
            assertThat(batch.events()).hasSize((int) (batch.end().position() - place.position()));
            assertThat(batch.events().getFirst().position()).isEqualTo(place.position() + 1);
            place = batch.end();
        }
        assertThat(ahead.after(place, size).isEmpty()).isTrue();
    }

    @Test
    void what_comes_after_the_end_was_read_ahead_is_read_all_the_same() throws InterruptedException {
        int all = (int) log.head();
        Batch full = ahead.after(Place.START, all);
        assertThat(full.more()).isTrue();
        // by now it was found that nothing follows
        Thread.sleep(300);
        int before = log.rows().size();
        new WildWorld(65, log, List.of("H3")).events(50, 20);
        database.store(log.rows().subList(before, log.rows().size()));
        assertThat(ahead.after(full.end(), all).events()).hasSize(log.rows().size() - before);
    }

    @Test
    void a_failure_while_reading_ahead_is_told_only_if_it_lasts() {
        Place place = ahead.after(Place.START, 200).end();
        away.set(true);
        // some batches were read ahead before it was away
        assertThatThrownBy(() -> readAll(place)).hasStackTraceContaining("the database is away");
        away.set(false);
        assertThat(readAll(place)).isEqualTo(log.head());
        assertThat(readAll(Place.START)).isEqualTo(log.head());
    }

    @Test
    void another_log_is_told_from_the_one_that_was_read() {
        Place place = ahead.after(Place.START, 500).end();
        assertThatThrownBy(() -> ahead.after(new Place(place.position(), new byte[32]), 500))
                .isInstanceOf(LogNotAsRead.class);
    }

    private long readAll(Place from) {
        Place place = from;
        for (Batch batch = ahead.after(place, 200); !batch.isEmpty(); batch = ahead.after(place, 200))
            place = batch.end();
        return place.position();
    }
}
