package hoso.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.event.AcceptedEvent;
import hoso.event.DossierFact;
import hoso.event.history.DossierHistory;
import hoso.event.wire.StoredEventFormat;
import hoso.query.log.FabricatedLog;
import hoso.query.log.WildWorld;
import hoso.vocabulary.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostingTest {

    private static final Dimensions HERE = new Dimensions("H1", "1.001", "Hộ tịch", Channel.ONLINE);
    private static final Dimensions THERE = new Dimensions("H2", "1.001", "Hộ tịch", Channel.ONLINE);
    private static final Instant NOW = Instant.parse("2024-03-04T02:00:00Z");

    /** Reaches back before 1970. */
    private static final long EIGHTY_YEARS_SECONDS = Duration.ofDays(80 * 365).toSeconds();

    @Test
    void what_stays_posts_nothing_what_comes_is_added_what_goes_is_taken_back() {
        var before = of(line(HERE, Measure.RECEIVED, 1), line(HERE, Measure.ONLINE_PAYMENTS, 2));
        var after = of(
                line(HERE, Measure.RECEIVED, 1), line(HERE, Measure.ONLINE_PAYMENTS, 5), line(HERE, Measure.PAUSED, 1));
        assertThat(Posting.between(before, before)).isEqualTo(Posting.NOTHING);
        assertThat(Posting.between(before, after).lines())
                .containsExactlyInAnyOrder(line(HERE, Measure.ONLINE_PAYMENTS, 3), line(HERE, Measure.PAUSED, 1));
        assertThat(Posting.between(after, before).lines())
                .containsExactlyInAnyOrder(line(HERE, Measure.ONLINE_PAYMENTS, -3), line(HERE, Measure.PAUSED, -1));
    }

    @Test
    void a_dossier_that_moves_is_taken_from_one_unit_and_given_to_the_other() {
        var before = of(line(HERE, Measure.RECEIVED, 1));
        var after = of(line(THERE, Measure.RECEIVED, 1));
        assertThat(Posting.between(before, after).lines())
                .containsExactlyInAnyOrder(line(HERE, Measure.RECEIVED, -1), line(THERE, Measure.RECEIVED, 1));
    }

    @Test
    void lines_that_count_the_same_are_one_and_lines_of_0_are_none() {
        assertThat(of(line(HERE, Measure.PAUSED, 1), line(HERE, Measure.PAUSED, -1)))
                .isEqualTo(Contribution.NOTHING);
        assertThat(of(line(HERE, Measure.PAUSED, 1), line(HERE, Measure.PAUSED, 2))
                        .lines())
                .containsExactly(line(HERE, Measure.PAUSED, 3));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void lines_added_in_any_order_stand_by_measure_then_by_instant(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Map<Measure, Map<Instant, Long>> plain = new EnumMap<>(Measure.class);
            var sums = new LineSums(1);
            for (int left = random.nextInt(60); left > 0; left--) {
                Measure measure = Measure.all().get(random.nextInt(Measure.all().size()));
                Instant at = NOW.plusSeconds(random.nextInt(4) - (random.nextBoolean() ? 0 : EIGHTY_YEARS_SECONDS));
                long amount = random.nextInt(5) - 2;
                sums.add(measure, at, amount);
                plain.computeIfAbsent(measure, unseen -> new TreeMap<>()).merge(at, amount, Long::sum);
            }
            List<Line> expected = new ArrayList<>();
            plain.forEach((measure, instants) -> instants.forEach((at, amount) -> {
                if (amount != 0) expected.add(new Line(HERE, measure, at, amount));
            }));
            assertThat(sums.contribution(HERE).lines()).isEqualTo(expected);
        }
    }

    @Test
    void an_instant_that_no_line_can_hold_is_refused() {
        for (String far : List.of("-0999-01-01T00:00:00Z", "9999-01-01T00:00:00Z"))
            assertThatThrownBy(() -> of(new Line(HERE, Measure.RECEIVED, Instant.parse(far), 1)))
                    .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void the_postings_of_any_life_add_up_to_its_contribution_and_those_of_a_void_to_nothing(long seed) {
        var log = new FabricatedLog();
        new WildWorld(seed, log, List.of("H1", "H2")).events(2_000, 60);
        Map<String, DossierHistory> dossiers = new HashMap<>();
        Map<String, Map<Line, Long>> posted = new HashMap<>();
        for (FabricatedLog.Row row : log.rows()) {
            AcceptedEvent event = StoredEventFormat.read(row.body()).event();
            if (!(event.fact() instanceof DossierFact)) continue;
            DossierHistory before = dossiers.getOrDefault(event.subject(), DossierHistory.UNKNOWN);
            DossierHistory after = before.with(event);
            dossiers.put(event.subject(), after);
            Map<Line, Long> sums = posted.computeIfAbsent(event.subject(), unseen -> new HashMap<>());
            var stands = Contribution.of(before);
            add(sums, Posting.between(stands, Contribution.of(after, stands)).lines());
            assertThat(sums).isEqualTo(sums(Contribution.of(after).lines()));
            if (!after.alive()) assertThat(sums).isEmpty();
        }
        assertThat(dossiers.values()).anyMatch(dossier -> !dossier.alive());
    }

    /** All of one place. */
    private static Contribution of(Line... lines) {
        var sums = new LineSums(1);
        for (Line line : lines) sums.add(line.measure(), line.at(), line.amount());
        return sums.contribution(lines[0].dimensions());
    }

    private static Map<Line, Long> sums(List<Line> lines) {
        Map<Line, Long> sums = new HashMap<>();
        add(sums, lines);
        return sums;
    }

    /** By what each line counts. */
    private static void add(Map<Line, Long> sums, List<Line> lines) {
        for (Line line : lines)
            sums.merge(
                    new Line(line.dimensions(), line.measure(), line.at(), 0),
                    line.amount(),
                    (one, other) -> one + other == 0 ? null : Long.valueOf(one + other));
    }

    private static Line line(Dimensions dimensions, Measure measure, long amount) {
        return new Line(dimensions, measure, NOW, amount);
    }
}
