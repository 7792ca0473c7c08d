package hoso.query.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.books.projection.Projector;
import hoso.query.feed.store.StoredLog;
import hoso.query.snapshot.chain.Chain;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** A scrape has less time than it would take to wait for a connection for each of its numbers. */
@Timeout(60)
class ScrapeOfAnAwayDatabaseTest {

    private static final List<String> OF_ONE_LOOK =
            List.of("hoso.store.head", "hoso.books.projected", "hoso.feed.lag.events", "hoso.feed.lag.seconds");

    private final Away questions = new Away();
    private final StoredLog log = new StoredLog(questions);
    private final Projector projector = new Projector(new Away(), questions, log);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    /** A database whose connections are asked for in vain. */
    private static final class Away extends AbstractDataSource {

        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public Connection getConnection() throws SQLException {
            asked.incrementAndGet();
            throw new SQLTransientConnectionException("the database is away");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }

    @AfterEach
    void close() {
        projector.close();
    }

    private double shown(String name) {
        return registry.get(name).gauge().value();
    }

    private void showBooks() {
        new BooksMetrics(projector, new LogPositions(log, projector), () -> Instant.EPOCH, Duration.ofHours(1))
                .bindTo(registry);
    }

    @Test
    void it_is_waited_for_once_and_nobody_knows() {
        showBooks();
        assertThat(OF_ONE_LOOK).extracting(this::shown).containsOnly(Double.NaN);
        assertThat(questions.asked).hasValue(1);
    }

    @Test
    void where_the_projector_has_found_it_away_nothing_is_waited_for() throws InterruptedException {
        showBooks();
        new ChainMetrics(new Chain(questions, () -> Instant.EPOCH), null, projector::isDatabaseAway).bindTo(registry);
        projector.start();
        while (!projector.isDatabaseAway()) Thread.sleep(10);
        assertThat(OF_ONE_LOOK).extracting(this::shown).containsOnly(Double.NaN);
        assertThat(shown("hoso.snapshot.chain.rows")).isNaN();
        assertThat(questions.asked).hasValue(0);
    }
}
