package hoso.query.feed.landing;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.books.BookReader.Dimension;
import hoso.query.books.SqlBookReader;
import hoso.query.books.projection.BooksDatabase;
import hoso.query.books.projection.Projector;
import hoso.query.books.projection.Reached;
import hoso.query.books.slot.BookStates;
import hoso.query.feed.EventLog;
import hoso.query.feed.store.StoredLog;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever the interleaving, what is rolled up is the sum of what each origin has by itself. */
class RolledUpBooksTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final Set<String> UNITS = Set.of("H1", "H1.1", "H1.2");
    private static final List<Instant> CUTS =
            List.of(Instant.parse("2024-01-20T17:00:00Z"), Instant.parse("2024-03-05T03:21:00Z"));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22})
    void origins_with_the_same_codes_are_rolled_up_to_the_sum_of_their_own_books(long seed) throws Exception {
        var one = Published.world("A", seed, 1_500);
        var other = Published.world("B", seed + 1_000, 1_200);
        try (var ofOne = new BooksDatabase();
                var ofOther = new BooksDatabase();
                var ofBoth = new BooksDatabase()) {
            ofOne.store(one.log().rows());
            ofOther.store(other.log().rows());
            land(ofBoth, new Random(seed), one, other);
            project(ofOne, new StoredLog(ofOne.dataSource()));
            project(ofOther, new StoredLog(ofOther.dataSource()));
            project(ofBoth, new LandedLog(ofBoth.dataSource(), List.of("A", "B")));

            for (Dimension dimension : Dimension.values()) {
                Map<String, long[][]> expected = new TreeMap<>();
                add(expected, "A", dimension, sums(ofOne, dimension, UNITS));
                add(expected, "B", dimension, sums(ofOther, dimension, UNITS));
                Set<String> units = UNITS.stream()
                        .flatMap(unit -> List.of("A:" + unit, "B:" + unit).stream())
                        .collect(Collectors.toSet());
                Map<String, long[][]> rolledUp = sums(ofBoth, dimension, units);
                assertThat(rolledUp.keySet()).isEqualTo(expected.keySet());
                rolledUp.forEach((key, sums) ->
                        assertThat(sums).as(dimension + " " + key).isDeepEqualTo(expected.get(key)));
            }
        }
    }

    private static void land(BooksDatabase database, Random random, Published... published) throws SQLException {
        var arrivals = Published.mixed(random, published);
        try (var connection = database.connect()) {
            var landing = new Landing(connection);
            var sequencing = new Sequencing(connection);
            for (int from = 0; from < arrivals.size(); from += 130) {
                landing.land(arrivals.subList(from, Math.min(arrivals.size(), from + 130)), List.of());
                sequencing.step(List.of("A", "B"), Instant.parse("2026-11-21T08:00:00Z"));
            }
        }
    }

    private static void project(BooksDatabase database, EventLog log) {
        try (var projector = new Projector(database.dataSource(), database.dataSource(), log)) {
            projector.start();
            assertThat(Reached.position(projector, log.head(), LONG_ENOUGH)).isTrue();
        }
    }

    private static Map<String, long[][]> sums(BooksDatabase database, Dimension dimension, Set<String> units) {
        DataSource books = database.dataSource();
        long position = new BookStates(JdbcClient.create(books)).live().position();
        return new SqlBookReader(books).sumsBefore(position, dimension, units, CUTS);
    }

    private static void add(Map<String, long[][]> sum, String origin, Dimension dimension, Map<String, long[][]> more) {
        more.forEach((key, cuts) -> {
            String name = dimension == Dimension.OWNING_UNIT ? origin + ":" + key : key;
            long[][] before = sum.get(name);
            if (before == null) sum.put(name, cuts);
            else
                for (int cut = 0; cut < cuts.length; cut++)
                    for (int measure = 0; measure < cuts[cut].length; measure++)
                        before[cut][measure] += cuts[cut][measure];
        });
    }
}
