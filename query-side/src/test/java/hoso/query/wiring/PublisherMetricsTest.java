package hoso.query.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.history.ReferenceRegister;
import hoso.query.audit.gap.Silences;
import hoso.query.books.NewestPublications;
import hoso.query.books.projection.BooksDatabase;
import hoso.query.books.projection.Projector;
import hoso.query.books.projection.Reached;
import hoso.query.feed.store.StoredLog;
import hoso.query.log.FabricatedLog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PublisherMetricsTest {

    private static final int OFFICES = PublisherMetrics.SHOWN_MAX + 5;

    /** Twelve hours, of which eight are working time, after the Saturday on which all publish. */
    private static final Instant MONDAY_EVENING = Instant.parse("2024-06-03T12:00:00Z");

    private static final Instant SATURDAY = Instant.parse("2024-06-01T00:00:00Z");

    private final BooksDatabase database = new BooksDatabase();
    private final FabricatedLog log = new FabricatedLog();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PublisherMetrics metrics = new PublisherMetrics(new Silences(
            new NewestPublications(database.dataSource()), position -> ReferenceRegister.EMPTY, () -> MONDAY_EVENING));

    @AfterEach
    void close() {
        metrics.close();
        database.close();
    }

    private void publish(int offices) {
        for (int office = 0; office < offices; office++) {
            log.later(Duration.ofSeconds(1), "office" + office);
            log.append("d/D" + office, "dossier.received", SATURDAY, """
                    {"unit":"H1","procedure":"1.001","channel":"ONLINE"}""", """
                    {"taken":{"field":"F","kind":"SAME_DAY","version":"2024-01-01","computedDueAt":"2024-06-03T10:00:00Z"},\
                    "rulings":[{"dueAt":"2024-06-03T10:00:00Z"}]}""");
        }
        database.store(log.rows());
        try (var projector =
                new Projector(database.dataSource(), database.dataSource(), new StoredLog(database.dataSource()))) {
            projector.start();
            assertThat(Reached.position(projector, log.head(), Duration.ofSeconds(30)))
                    .isTrue();
        }
    }

    private Collection<Gauge> silences() {
        return registry.find("hoso.publisher.silence.seconds").gauges();
    }

    @Test
    void so_many_are_shown_as_are_useful_and_the_others_counted() throws InterruptedException {
        publish(OFFICES);
        metrics.bindTo(registry);
        while (silences().size() < PublisherMetrics.SHOWN_MAX
                || registry.get("hoso.publishers.left.out").gauge().value() == 0) Thread.sleep(10);
        assertThat(silences())
                .hasSize(PublisherMetrics.SHOWN_MAX)
                .extracting(gauge -> gauge.getId().getTag("publisher"))
                .as("those that published last")
                .contains("office" + (OFFICES - 1))
                .doesNotContain("office0");
        assertThat(silences()).extracting(Gauge::value).containsOnly((double)
                Duration.ofHours(8).toSeconds());
        assertThat(registry.get("hoso.publishers.left.out").gauge().value()).isEqualTo(5);
    }

    @Test
    void where_the_books_cannot_be_read_nobody_knows() {
        publish(1);
        metrics.look(registry);
        assertThat(silences()).extracting(Gauge::value).containsExactly(8.0 * 3_600);
        database.forge("UPDATE books.book SET edition = 99 WHERE live");
        metrics.look(registry);
        assertThat(silences()).extracting(Gauge::value).containsExactly(Double.NaN);
    }
}
