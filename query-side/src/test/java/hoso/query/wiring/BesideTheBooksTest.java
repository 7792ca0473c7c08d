package hoso.query.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.books.projection.BooksDatabase;
import hoso.query.books.projection.Projector;
import hoso.query.books.projection.ProjectorStatus.Phase;
import hoso.query.books.projection.Reached;
import hoso.query.books.projection.Rebuild;
import hoso.query.feed.EventLog;
import hoso.query.feed.store.StoredLog;
import hoso.query.log.FabricatedLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BesideTheBooksTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    private final BooksDatabase database = new BooksDatabase();
    private final EventLog events = new StoredLog(database.dataSource());
    private final Projector projector = new Projector(database.dataSource(), database.dataSource(), events);

    @AfterEach
    void close() {
        projector.close();
        database.close();
    }

    @Test
    void gauges_tell_how_far_the_books_are_behind_the_store() {
        FabricatedLog log = units("H1", "H2", "H3");
        log.unreadable("d/DARK");
        database.store(log.rows());
        var registry = new SimpleMeterRegistry();
        Instant now = log.rows().getFirst().recordedAt().plusSeconds(90);
        new BooksMetrics(projector, new LogPositions(events, projector), () -> now, Duration.ZERO).bindTo(registry);
        assertThat(registry.get("hoso.store.head").gauge().value()).isEqualTo(4);
        assertThat(registry.get("hoso.books.projected").gauge().value()).isZero();
        assertThat(registry.get("hoso.feed.lag.seconds").gauge().value()).isEqualTo(90);

        projector.start();
        assertThat(Reached.position(projector, 4, LONG_ENOUGH)).isTrue();
        await(() -> projector.status().phase() == Phase.PROJECTING);
        assertThat(registry.get("hoso.books.projected").gauge().value()).isEqualTo(4);
        assertThat(registry.get("hoso.feed.lag.seconds").gauge().value()).isZero();
        assertThat(registry.get("hoso.books.parked").gauge().value()).isEqualTo(1);

        projector.rebuild(Rebuild.Expectation.SAME_BOOKS);
        await(() -> !projector.status().rebuild().running());
        assertThat(registry.get("hoso.books.rebuild.done").gauge().value()).isEqualTo(4);
        assertThat(registry.get("hoso.books.rebuild.events").gauge().value()).isEqualTo(4);
    }

    @Test
    void reference_data_of_a_log_that_was_restored_is_forgotten_with_the_books_made_from_it() {
        database.store(units("H1", "H2").rows());
        projector.start();
        assertThat(Reached.position(projector, 2, LONG_ENOUGH)).isTrue();
        var reference = new ReferenceOfBooks(events, projector, null);
        assertThat(reference.asOf(2).units()).containsOnlyKeys("H1", "H2");

        database.forge("DELETE FROM store.event");
        database.store(units("H1", "H3").rows());
        await(() -> projector.status().phase() == Phase.STOPPED);
        projector.rebuild(Rebuild.Expectation.OTHER_BOOKS);
        await(() -> projector.status().phase() == Phase.PROJECTING);
        assertThat(reference.asOf(2).units()).containsOnlyKeys("H1", "H3");
    }

    private static FabricatedLog units(String... codes) {
        var log = new FabricatedLog();
        for (String code : codes)
            log.reference(
                    "unit.registered",
                    code,
                    Instant.parse("2024-01-01T00:00:00Z"),
                    "{\"name\":\"Unit\",\"level\":\"COMMUNE\",\"validFrom\":\"2024-01-01\"}");
        return log;
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
