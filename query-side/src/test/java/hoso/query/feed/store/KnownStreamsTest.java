package hoso.query.feed.store;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.Stream;
import hoso.query.books.projection.BooksDatabase;
import hoso.query.log.FabricatedLog;
import hoso.query.log.WildWorld;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownStreamsTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {65, 66})
    void streams_are_known_from_their_first_event_on(long seed) {
        var fabricated = new FabricatedLog();
        new WildWorld(seed, fabricated, List.of("H1", "H2")).events(500, 200);
        try (var database = new BooksDatabase()) {
            database.store(fabricated.rows());
            var log = new StoredLog(database.dataSource());
            Set<Stream> streams = new HashSet<>();
            fabricated.rows().forEach(row -> streams.add(Stream.named(row.stream())));
            streams.add(Stream.dossier("never"));
            for (long position : new long[] {0, 1, new Random(seed).nextLong(log.head()), log.head()})
                assertThat(log.known(streams, position))
                        .as("seed %d, position %d", seed, position)
                        .isEqualTo(log.streams(streams, position).keySet());
        }
    }
}
