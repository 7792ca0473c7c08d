package hoso.query.feed.landing;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.Stream;
import hoso.query.books.projection.BooksDatabase;
import hoso.query.feed.LoggedEvent;
import hoso.query.log.FabricatedLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LandingTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final List<String> BOTH = List.of("A", "B");

    private final BooksDatabase database = new BooksDatabase();
    private final LandedLog landed = new LandedLog(database.dataSource(), BOTH);

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatever_the_order_of_arrival_each_origin_stands_whole_and_in_order_in_one_dense_log(long seed)
            throws Exception {
        var one = Published.world("A", seed, 900);
        var other = Published.world("B", seed + 100, 700);
        landAll(new Random(seed), one, other);

        List<LoggedEvent> log = landed.after(0, 10_000);
        assertThat(log).hasSize((int) (one.log().head() + other.log().head()));
        Map<String, Long> covered = new HashMap<>();
        Instant recordedAt = Instant.EPOCH;
        for (int index = 0; index < log.size(); index++) {
            LoggedEvent event = log.get(index);
            assertThat(event.position()).isEqualTo(index + 1L);
            String origin = event.stream().startsWith("r/")
                    ? event.stream().substring(2)
                    : event.stream().substring(2, 3);
            long position = covered.merge(origin, 1L, Long::sum);
            assertThat(event.bytes())
                    .isEqualTo((origin.equals("A") ? one : other)
                            .log()
                            .rows()
                            .get((int) position - 1)
                            .body());
            assertThat(event.recordedAt()).isAfterOrEqualTo(recordedAt);
            recordedAt = event.recordedAt();
        }
    }

    @Test
    void any_part_of_the_log_reads_as_the_whole_does() throws Exception {
        var random = new Random(4);
        landAll(random, Published.world("A", 4, 900), Published.world("B", 5, 900));
        List<LoggedEvent> whole = landed.after(0, 10_000);
        for (int time = 0; time < 60; time++) {
            int after = random.nextInt(whole.size());
            int limit = 1 + random.nextInt(time % 2 == 0 ? 20 : 700);
            assertThat(landed.after(after, limit).stream().map(LoggedEvent::position))
                    .containsExactlyElementsOf(whole.subList(after, Math.min(whole.size(), after + limit)).stream()
                            .map(LoggedEvent::position)
                            .toList());
        }
        assertThat(landed.head()).isEqualTo(whole.size());
        assertThat(landed.after(whole.size(), 10)).isEmpty();
    }

    @Test
    void streams_reference_data_and_times_are_found_as_of_any_position() throws Exception {
        landAll(new Random(6), Published.world("A", 6, 600), Published.world("B", 7, 600));
        List<LoggedEvent> whole = landed.after(0, 10_000);
        for (long position : new long[] {1, 50, 333, 700, whole.size()}) {
            Map<String, List<Long>> expected = new HashMap<>();
            for (LoggedEvent event : whole)
                if (event.position() <= position)
                    expected.computeIfAbsent(event.stream(), unseen -> new ArrayList<>())
                            .add(event.position());
            var streams = expected.keySet().stream().map(Stream::named).toList();
            var found = landed.streams(streams, position);
            expected.forEach((stream, positions) -> assertThat(found.get(stream))
                    .as(stream)
                    .extracting(LoggedEvent::position)
                    .containsExactlyElementsOf(positions));
            assertThat(found).hasSameSizeAs(expected);
            List<Long> references = whole.stream()
                    .filter(event -> event.stream().startsWith("r/") && event.position() <= position)
                    .map(LoggedEvent::position)
                    .toList();
            assertThat(landed.reference(0, position))
                    .extracting(LoggedEvent::position)
                    .containsExactlyElementsOf(references);
            assertThat(landed.reference(2, position))
                    .extracting(LoggedEvent::position)
                    .containsExactlyElementsOf(references.stream().skip(2).toList());
            assertThat(landed.recordedAt(position))
                    .contains(whole.get((int) position - 1).recordedAt());
        }
        assertThat(landed.recordedAt(whole.size() + 1L)).isEmpty();
    }

    @Test
    void what_a_local_position_covers_of_each_origin_can_be_told_and_the_other_way_round() throws Exception {
        landAll(new Random(8), Published.world("A", 8, 500), Published.world("B", 9, 500));
        Map<String, Long> covered = new HashMap<>();
        for (LoggedEvent event : landed.after(0, 10_000)) {
            String origin = event.stream().startsWith("r/")
                    ? event.stream().substring(2)
                    : event.stream().substring(2, 3);
            long position = covered.merge(origin, 1L, Long::sum);
            if (event.position() % 50 != 0) continue;
            assertThat(landed.covered(event.position())).isEqualTo(covered);
            assertThat(landed.local(origin, position)).contains(event.position());
        }
        assertThat(landed.local("A", 100_000)).isEmpty();
        assertThat(landed.local("C", 1)).isEmpty();
        assertThat(landed.covered(0)).isEmpty();
    }

    @Test
    void a_time_of_recording_finds_the_last_position_placed_by_then() throws Exception {
        var one = Published.world("A", 10, 300);
        try (var connection = database.connect()) {
            var landing = new Landing(connection);
            var sequencing = new Sequencing(connection);
            land(landing, one, 1, 100);
            sequencing.step(BOTH, NOW);
            land(landing, one, 101, 150);
            sequencing.step(BOTH, NOW.plusSeconds(5));
            land(landing, one, 151, 160);
            // a clock that goes back does not make times go back
            sequencing.step(BOTH, NOW.plusSeconds(1));
        }
        assertThat(landed.lastRecordedBy(NOW.minusMillis(1))).isZero();
        assertThat(landed.lastRecordedBy(NOW)).isEqualTo(100);
        assertThat(landed.lastRecordedBy(NOW.plusSeconds(4))).isEqualTo(100);
        assertThat(landed.lastRecordedBy(NOW.plusSeconds(5))).isEqualTo(160);
    }

    @Test
    void a_gap_is_waited_for_and_told_of_when_it_lasts() throws Exception {
        var one = Published.world("A", 11, 300);
        var origins = new Origins(database.dataSource(), BOTH);
        try (var connection = database.connect()) {
            var landing = new Landing(connection);
            var sequencing = new Sequencing(connection);
            land(landing, one, 1, 50);
            land(landing, one, 52, 100);
            sequencing.step(BOTH, NOW);
            assertThat(landed.head()).isEqualTo(50);
            OriginState waiting = origins.states().getFirst();
            assertThat(waiting.gap()).isEqualTo(new OriginState.Gap(51, NOW));
            assertThat(waiting.trouble(NOW.plusSeconds(599))).isEmpty();
            assertThat(waiting.trouble(NOW.plusSeconds(601)).orElseThrow()).contains("origin A", "republish --from 51");
            assertThat(landed.troubles(NOW.plusSeconds(601))).hasSize(1);

            // another program goes on, and the time counts on
            new Sequencing(connection).step(BOTH, NOW.plusSeconds(60));
            assertThat(origins.states().getFirst().gap()).isEqualTo(new OriginState.Gap(51, NOW));

            land(landing, one, 51, 51);
            sequencing.step(BOTH, NOW.plusSeconds(700));
            assertThat(landed.head()).isEqualTo(100);
            assertThat(origins.states().getFirst().gap()).isNull();
        }
    }

    @Test
    void an_origin_that_has_used_a_position_again_is_stopped_by_name_and_the_others_go_on() throws Exception {
        var one = Published.world("A", 12, 200);
        var other = Published.world("B", 13, 200);
        var restored = Published.world("A", 14, 200);
        try (var connection = database.connect()) {
            var landing = new Landing(connection);
            var sequencing = new Sequencing(connection);
            land(landing, one, 1, 80);
            sequencing.step(BOTH, NOW);
            land(landing, restored, 80, 120);
            land(landing, other, 1, 60);
            sequencing.step(BOTH, NOW);
        }
        assertThat(landed.covered(landed.head())).containsEntry("A", 80L).containsEntry("B", 60L);
        assertThat(landed.troubles(NOW).getFirst()).contains("origin A", "position 80", "restored");
    }

    @Test
    void origins_that_are_not_rolled_up_land_and_wait() throws Exception {
        try (var connection = database.connect()) {
            var landing = new Landing(connection);
            land(landing, Published.world("C", 15, 50), 1, 40);
            var sequencing = new Sequencing(connection);
            sequencing.step(BOTH, NOW);
            assertThat(landed.head()).isZero();
            sequencing.step(List.of("C"), NOW);
            assertThat(landed.head()).isEqualTo(40);
        }
    }

    @Test
    void what_no_publisher_of_ours_sends_is_no_arrival() {
        var one = Published.world("A", 16, 20);
        FabricatedLog.Row row = one.log().rows().get(5);
        var headless = one.record("hoso.events", row);
        headless.headers().remove("leaf");
        assertThat(Arrival.of(Published.arrived(headless), one.believed())).isEmpty();
        var torn = one.record("hoso.events", row);
        torn.value()[20]++;
        assertThat(Arrival.of(Published.arrived(torn), one.believed())).isEmpty();
        assertThat(Arrival.of(Published.arrived(one.record("others.events", row)), one.believed()))
                .isEmpty();
    }

    @Test
    void an_event_that_cannot_be_read_is_one_of_the_dossier_that_its_key_names() {
        var one = new Published("A", new FabricatedLog());
        one.log().unreadable("d/D7");
        Arrival arrival = one.arrival(one.log().rows().getFirst());
        assertThat(arrival.stream()).isEqualTo(Stream.dossier("A:D7"));
    }

    private void landAll(Random random, Published... published) throws SQLException {
        List<Arrival> arrivals = Published.mixed(random, published);
        try (Connection connection = database.connect();
                Connection another = database.connect()) {
            var landings = List.of(new Landing(connection), new Landing(another));
            var sequencing = new Sequencing(connection);
            for (int from = 0; from < arrivals.size(); ) {
                int to = Math.min(arrivals.size(), from + 1 + random.nextInt(150));
                landings.get(random.nextInt(2)).land(arrivals.subList(from, to), List.of());
                if (random.nextBoolean()) sequencing.step(BOTH, NOW.plusMillis(from));
                if (random.nextInt(5) == 0) sequencing = new Sequencing(connection);
                from = to;
            }
            while (sequencing.step(BOTH, NOW.plusSeconds(3_600))) {}
        }
    }

    private static void land(Landing landing, Published published, int first, int last) throws SQLException {
        var arrivals = published.log().rows().subList(first - 1, last).stream()
                .map(published::arrival)
                .toList();
        landing.land(arrivals, List.of());
    }
}
