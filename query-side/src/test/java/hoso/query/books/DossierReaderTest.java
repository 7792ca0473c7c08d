package hoso.query.books;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.history.DossierHistory;
import hoso.query.books.projection.BooksDatabase;
import hoso.query.books.projection.Projector;
import hoso.query.books.projection.Reached;
import hoso.query.feed.store.StoredLog;
import hoso.query.log.FabricatedLog;
import hoso.query.log.PlainLedger;
import hoso.query.log.WildWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DossierReaderTest {

    private static final List<String> UNITS = List.of("H1", "H1.1", "H1.2", "H2");
    private static final Instant BEGIN = Instant.parse("2023-12-15T17:00:00Z");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {71, 72})
    void dossiers_are_found_as_they_stood_as_of_any_position_by_owner_and_bounds(long seed) {
        var log = new FabricatedLog();
        new WildWorld(seed, log, UNITS).events(2_000, 1_200);
        var random = new Random(seed);
        try (var database = new BooksDatabase()) {
            database.store(log.rows());
            var events = new StoredLog(database.dataSource());
            try (var projector = new Projector(database.dataSource(), database.dataSource(), events)) {
                projector.start();
                assertThat(Reached.position(projector, log.head(), Duration.ofSeconds(20)))
                        .isTrue();
            }
            var reader = new DossierReader(database.dataSource(), StoredLog::new);
            for (int asked = 0; asked < 20; asked++) {
                long position = random.nextBoolean() ? log.head() : random.nextLong(log.head() + 1);
                Set<String> units = Set.of(UNITS.get(random.nextInt(3)), "H2", "UNHEARD");
                Bounds bounds =
                        new Bounds(perhaps(random, 0), perhaps(random, 80), perhaps(random, 30), perhaps(random, 100));
                String after = random.nextBoolean() ? "" : "D" + random.nextInt(100);
                Map<String, DossierHistory> found = new LinkedHashMap<>();
                reader.inOrderOfId(position, units, bounds, after, (id, dossier) -> found.put(id, dossier) == null);
                assertThat(List.copyOf(found.entrySet()))
                        .as("as of %s of %s within %s after %s", position, units, bounds, after)
                        .isEqualTo(List.copyOf(
                                expected(log, position, units, bounds, after).entrySet()));
            }
        }
    }

    /** Behind thousands of others whose ids come first. */
    @ParameterizedTest(name = "{0} events back")
    @ValueSource(ints = {0, 10})
    void the_few_dossiers_of_a_unit_are_found_without_reading_all(int back) throws Exception {
        var log = new FabricatedLog();
        new WildWorld(73, log, UNITS).events(400, 200);
        try (var database = new BooksDatabase()) {
            database.store(log.rows());
            var events = new StoredLog(database.dataSource());
            try (var projector = new Projector(database.dataSource(), database.dataSource(), events)) {
                projector.start();
                assertThat(Reached.position(projector, log.head(), Duration.ofSeconds(20)))
                        .isTrue();
            }
            database.forge("""
                    INSERT INTO books.dossier_0
                    SELECT 'A' || d.id || '-' || n, d.position, 900 + n % 40, d.received_day, false, d.procedure, d.field,
                        d.channel, d.received_at, d.due_at, d.closed_at, d.timeliness, d.outcome, d.paused, d.tags,
                        d.paid_online, d.notices, d.state
                    FROM books.dossier_0 d, generate_series(1, 100) n""");
            database.forge("ANALYZE books.dossier_0");
            long before = database.settledReads();
            var found = new ArrayList<String>();
            new DossierReader(database.dataSource(), StoredLog::new)
                    .inOrderOfId(log.head() - back, Set.of("H2"), Bounds.NONE, "", (id, dossier) -> found.add(id));
            assertThat(found).isNotEmpty();
            assertThat(database.settledReads() - before).isBetween((long) found.size(), 1_000L);
        }
    }

    private static Map<String, DossierHistory> expected(
            FabricatedLog log, long position, Set<String> units, Bounds bounds, String after) {
        Map<String, DossierHistory> expected = new TreeMap<>(new PlainLedger(log.rows()).dossiers(position));
        expected.entrySet()
                .removeIf(entry -> entry.getKey().compareTo(after) <= 0
                        || !entry.getValue().alive()
                        || !units.contains(entry.getValue().received().unit())
                        || !bounds.admit(entry.getValue()));
        return expected;
    }

    private static @Nullable Instant perhaps(Random random, int days) {
        return random.nextBoolean() ? null : BEGIN.plus(Duration.ofDays(days + random.nextInt(30)));
    }
}
