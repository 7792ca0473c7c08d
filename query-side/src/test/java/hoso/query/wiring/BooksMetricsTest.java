package hoso.query.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.books.projection.BooksDatabase;
import hoso.query.books.projection.Projector;
import hoso.query.books.projection.Reached;
import hoso.query.books.projection.Rebuild;
import hoso.query.feed.EventLog;
import hoso.query.feed.store.StoredLog;
import hoso.query.log.FabricatedLog;
import hoso.query.log.WildWorld;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the books show of themselves while they are written. */
@Timeout(120)
class BooksMetricsTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private final BooksDatabase database = new BooksDatabase();
    private final FabricatedLog log = new FabricatedLog();
    private final EventLog events = new StoredLog(database.dataSource());
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Projector projector =
            new Projector(database.dataSource(), database.dataSource(), events, new BatchMetrics(registry));

    @BeforeEach
    void store() {
        new WildWorld(91, log, List.of("H1", "H2")).events(20_000, 1_000);
        database.store(log.rows());
        new BooksMetrics(
                        projector,
                        new LogPositions(events, projector),
                        () -> log.rows().getLast().recordedAt(),
                        Duration.ZERO)
                .bindTo(registry);
    }

    @AfterEach
    void close() {
        projector.close();
        database.close();
    }

    private double shown(String name) {
        return registry.get(name).gauge().value();
    }

    @Test
    void the_events_that_they_lack_are_counted_until_they_are_in() {
        DistributionSummary batches = registry.get("hoso.books.batch.events").summary();
        assertThat(shown("hoso.feed.lag.events")).isEqualTo(log.head());
        assertThat(batches.count()).isZero();
        projector.start();
        assertThat(Reached.position(projector, log.head(), LONG_ENOUGH)).isTrue();
        assertThat(shown("hoso.feed.lag.events")).isZero();
        projector.stop();
        assertThat(batches.totalAmount()).isEqualTo(log.head());
        assertThat(registry.get("hoso.books.batch.seconds").timer().count()).isEqualTo(batches.count());
    }

    @Test
    void a_rebuild_is_seen_while_it_runs() throws InterruptedException, SQLException {
        projector.start();
        assertThat(Reached.position(projector, log.head(), LONG_ENOUGH)).isTrue();
        assertThat(shown("hoso.books.rebuild.running")).isZero();
        try (Connection reading = database.connect()) {
            holdUpRebuilds(reading);
            projector.rebuild(Rebuild.Expectation.SAME_BOOKS);
            assertThat(shown("hoso.books.rebuild.running")).isEqualTo(1);
        }
        while (projector.status().rebuild().running()) Thread.sleep(10);
        assertThat(shown("hoso.books.rebuild.running")).isZero();
        assertThat(shown("hoso.books.rebuild.done")).isEqualTo(log.head());
    }

    /** As long as it is open: a rebuild begins by emptying tables, and whoever reads them keeps it from that. */
    private static void holdUpRebuilds(Connection reading) throws SQLException {
        reading.setAutoCommit(false);
        try (var statement = reading.createStatement()) {
            statement.execute("LOCK TABLE books.publisher_0, books.publisher_1 IN ACCESS SHARE MODE");
        }
    }
}
