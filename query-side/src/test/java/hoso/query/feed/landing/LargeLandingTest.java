package hoso.query.feed.landing;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.Stream;
import hoso.query.books.projection.BooksDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * However much has landed, whoever asks for a little reads little: a plan that goes through the table takes no time while it
 * is small. Here each event has a span of its own, and an origin has been silent since the first.
 */
class LargeLandingTest {

    private static final int EVENTS = 60_000;

    /** What is asked for, with some rows of the index that were looked at beside; a plan that goes through all reads EVENTS. */
    private static final long FEW = 2_500;

    private static final List<String> BOTH = List.of("A", "B");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private static final BooksDatabase DATABASE = new BooksDatabase();
    private static final LandedLog LOG = new LandedLog(DATABASE.dataSource(), BOTH);

    @BeforeAll
    static void fill() {
        DATABASE.forge("""
                INSERT INTO landing.origin (number, name) VALUES (1, 'A'), (2, 'B');
                INSERT INTO landing.event (position, origin, stream, value)
                    SELECT n, 1, 'd/A:D' || n / 6, convert_to(repeat('x', 100), 'UTF8') FROM generate_series(1, %1$d) n;
                INSERT INTO landing.event VALUES (1, 2, 'r/B', 'x');
                INSERT INTO landing.span (last, first, origin_first, recorded_at, origin) VALUES (1, 1, 1, '2026-01-01', 2);
                INSERT INTO landing.span (last, first, origin_first, recorded_at, origin)
                    SELECT n + 1, n + 1, n, timestamptz '2026-01-01' + n * interval '1 second', 1
                    FROM generate_series(1, %1$d) n;
                INSERT INTO landing.reference VALUES (0, 1, 1, 2)""".formatted(EVENTS));
        DATABASE.forge("VACUUM ANALYZE landing.event, landing.span, landing.reference, landing.origin");
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    interface Question {
        void ask() throws SQLException;
    }

    record Asked(String what, Question question) {
        @Override
        public String toString() {
            return what;
        }
    }

    static List<Asked> questions() {
        return List.of(
                new Asked("the head", LOG::head),
                new Asked("the first events", () -> LOG.after(0, 100)),
                new Asked("events in the middle", () -> LOG.after(EVENTS / 2, 100)),
                new Asked("the last events", () -> LOG.after(EVENTS - 10, 100)),
                new Asked("no event", () -> LOG.after(EVENTS + 1, 100)),
                new Asked("when one was recorded", () -> LOG.recordedAt(EVENTS / 2)),
                new Asked("what was recorded by then", () -> LOG.lastRecordedBy(Instant.parse("2026-01-01T05:00:00Z"))),
                new Asked("what is covered of a silent origin too", () -> LOG.covered(EVENTS)),
                new Asked("what was covered early", () -> LOG.covered(10)),
                new Asked("where a position is", () -> LOG.local("A", EVENTS / 3)),
                new Asked("a dossier", () -> LOG.stream(Stream.dossier("A:D77"), EVENTS)),
                new Asked("reference data", () -> LOG.reference(0, EVENTS)),
                new Asked("how the origins stand", () -> new Origins(DATABASE.dataSource(), BOTH).states()),
                new Asked("a look for more", () -> {
                    try (var connection = DATABASE.connect()) {
                        new Sequencing(connection).step(BOTH, NOW);
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void reads_few_rows_for(Asked asked) throws Exception {
        long before = DATABASE.settledReadsOfLanding();
        asked.question().ask();
        assertThat(DATABASE.settledReadsOfLanding() - before).isLessThan(FEW);
    }
}
