package hoso.query.feed.landing;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.Stream;
import hoso.query.books.projection.BooksDatabase;
import hoso.query.feed.LoggedEvent;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LandedByStreamTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {61, 62})
    void what_has_landed_comes_stream_by_stream_as_of_any_position(long seed) throws SQLException {
        try (var database = new BooksDatabase()) {
            var random = new Random(seed);
            land(database, random, Published.world("A", seed, 700), Published.world("B", seed + 9, 500));
            var log = new LandedLog(database.dataSource(), List.of("A", "B"));
            for (long position : new long[] {0, 1, random.nextLong(log.head()), log.head()}) {
                List<LoggedEvent> events = new ArrayList<>();
                log.byStream(position, events::add);
                assertThat(events).as("seed %d", seed).hasSize((int) position);
                assertThat(events.stream().map(Arrived::of).toList())
                        .as("seed %d", seed)
                        .containsExactlyInAnyOrderElementsOf(log.after(0, (int) position).stream()
                                .map(Arrived::of)
                                .toList());
                togetherAndInOrder(events);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {63, 64})
    void streams_are_known_from_their_first_event_on(long seed) throws SQLException {
        try (var database = new BooksDatabase()) {
            var random = new Random(seed);
            land(database, random, Published.world("A", seed, 300), Published.world("B", seed + 9, 200));
            var log = new LandedLog(database.dataSource(), List.of("A", "B"));
            Set<Stream> streams = new HashSet<>();
            log.after(0, 600).forEach(event -> streams.add(Stream.named(event.stream())));
            streams.add(Stream.dossier("A:never"));
            for (long position : new long[] {0, 1, random.nextLong(log.head()), log.head()})
                assertThat(log.known(streams, position))
                        .as("seed %d, position %d", seed, position)
                        .isEqualTo(log.streams(streams, position).keySet());
        }
    }

    /** An event wherever it is read from; its position is the local one in one case and its origin's in the other. */
    private record Arrived(String stream, int sequence) {
        static Arrived of(LoggedEvent event) {
            return new Arrived(event.stream(), event.readToFold().sequence());
        }
    }

    private static void togetherAndInOrder(List<LoggedEvent> events) {
        Set<String> ended = new HashSet<>();
        String stream = "";
        int next = 0;
        for (LoggedEvent event : events) {
            if (!event.stream().equals(stream)) {
                assertThat(ended.add(stream)).isTrue();
                next = 0;
            }
            stream = event.stream();
            assertThat(event.readToFold().sequence()).isEqualTo(next++);
        }
        assertThat(ended).doesNotContain(stream);
    }

    private static void land(BooksDatabase database, Random random, Published... published) throws SQLException {
        var arrivals = Published.mixed(random, published);
        try (var connection = database.connect()) {
            var landing = new Landing(connection);
            var sequencing = new Sequencing(connection);
            for (int from = 0; from < arrivals.size(); from += 90) {
                landing.land(arrivals.subList(from, Math.min(arrivals.size(), from + 90)), List.of());
                sequencing.step(List.of("A", "B"), Instant.parse("2026-11-21T08:00:00Z"));
            }
        }
    }
}
