package hoso.query.books.projection;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.books.BookReader;
import hoso.query.books.SqlBookReader;
import hoso.query.books.slot.Slot;
import hoso.query.feed.Feed;
import hoso.query.feed.store.StoredLog;
import hoso.query.log.FabricatedLog;
import hoso.query.log.PlainLedger;
import hoso.query.log.WildWorld;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BooksTest {

    private static final List<String> UNITS = List.of("H1", "H1.1", "H1.2", "H1.3", "H1.4", "H2", "H2.1", "H2.2");

    @ParameterizedTest(name = "seed {0}, segments of {1}")
    @CsvSource({"1, 524288", "2, 500", "3, 64", "4, 7"})
    void sums_are_those_of_all_contributions_at_any_position_cut_unit_set_and_grouping(long seed, int segmentEvents)
            throws Exception {
        var log = new FabricatedLog();
        new WildWorld(seed, log, UNITS).events(3_000, 300);
        var random = new Random(seed);
        try (var database = new BooksDatabase()) {
            database.segmentsOf(segmentEvents);
            database.store(log.rows());
            project(database, random, log);
        }
    }

    private static void project(BooksDatabase database, Random random, FabricatedLog log) throws Exception {
        try (Connection connection = database.connect();
                var writer = new BookWriter(connection, new Slot(0), 1 << 16, CommitListener.NONE)) {
            var feed = new Feed(new StoredLog(database.dataSource()));
            while (writer.state().position() < log.head()) {
                writer.add(feed.after(writer.state().place(), 1 + random.nextInt(700)));
                writer.commit();
                if (random.nextInt(3) == 0) writer.fold();
                askAnything(random, writer.state().position(), new SqlBookReader(database.dataSource()), log);
            }
        }
    }

    private static void askAnything(Random random, long projected, BookReader books, FabricatedLog log) {
        var plain = new PlainLedger(log.rows());
        for (BookReader.Dimension dimension : BookReader.Dimension.values()) {
            long position = random.nextBoolean() ? projected : random.nextLong(projected + 1);
            Set<String> units = new HashSet<>();
            for (String unit : UNITS) if (random.nextInt(3) > 0) units.add(unit);
            if (random.nextInt(5) == 0) units.addAll(UNITS);
            List<Instant> cuts = cuts(random);
            assertThat(PlainLedger.shown(books.sumsBefore(position, dimension, units, cuts)))
                    .as("%s of %s at %s before %s, projected %s", dimension, units, position, cuts, projected)
                    .isEqualTo(PlainLedger.shown(plain.sumsBefore(position, dimension, units, cuts)));
        }
    }

    private static List<Instant> cuts(Random random) {
        List<Instant> cuts = new ArrayList<>();
        for (int count = 1 + random.nextInt(4); count > 0; count--) {
            Instant day = Instant.parse("2023-12-01T17:00:00Z").plus(Duration.ofDays(random.nextInt(180)));
            cuts.add(random.nextBoolean() ? day : day.plusNanos(random.nextLong(86_400_000_000L) * 1_000));
        }
        return cuts.stream().sorted().toList();
    }
}
