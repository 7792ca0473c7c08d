package hoso.query.books;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.books.BookReader.Dimension;
import hoso.query.books.projection.BooksDatabase;
import hoso.query.books.projection.Projector;
import hoso.query.books.projection.Reached;
import hoso.query.books.projection.Rebuild;
import hoso.query.feed.EventLog;
import hoso.query.log.FabricatedLog;
import hoso.query.log.PlainLedger;
import hoso.query.log.WildWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SqlBookReaderTest {

    @Test
    void many_who_look_back_far_at_once_are_all_answered_in_turn() {
        var log = new FabricatedLog();
        new WildWorld(81, log, List.of("H1", "H2")).events(1_000, 100);
        Set<String> units = Set.of("H1", "H2");
        List<Instant> cuts = List.of(Instant.parse("2024-03-01T05:00:00Z"));
        try (var database = new BooksDatabase()) {
            database.store(log.rows());
            var events = new EventLog(database.dataSource());
            try (var projector = new Projector(database.dataSource(), database.dataSource(), events)) {
                projector.start();
                assertThat(Reached.position(projector, log.head(), Duration.ofSeconds(20)))
                        .isTrue();
                // comparing folds the journal
                while (!begun(projector) || projector.status().rebuild().running()) Thread.onSpinWait();
            }
            var books = new SqlBookReader(database.dataSource(), 100);
            Map<?, ?> expected =
                    PlainLedger.shown(new PlainLedger(log.rows()).sumsBefore(300, Dimension.OWNING_UNIT, units, cuts));
            assertThat(IntStream.range(0, 8)
                            .parallel()
                            .mapToObj(asked ->
                                    PlainLedger.shown(books.sumsBefore(300, Dimension.OWNING_UNIT, units, cuts))))
                    .hasSize(8)
                    .allSatisfy(answer -> assertThat((Object) answer).isEqualTo(expected));
        }
    }

    private static boolean begun(Projector projector) {
        if (!projector.status().rebuild().outcome().isEmpty()
                || projector.status().rebuild().running()) return true;
        try {
            projector.rebuild(Rebuild.Expectation.SAME_BOOKS);
            return true;
        } catch (IllegalStateException notYetTheProjector) {
            return false;
        }
    }
}
