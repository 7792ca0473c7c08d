package hoso.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.AcceptedEvent;
import hoso.event.DossierFact;
import hoso.event.history.DossierHistory;
import hoso.event.wire.StoredEventFormat;
import hoso.query.log.FabricatedLog;
import hoso.query.log.WildWorld;
import hoso.vocabulary.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostingTest {

    private static final Dimensions HERE = new Dimensions("H1", "1.001", "Hộ tịch", Channel.ONLINE);
    private static final Dimensions THERE = new Dimensions("H2", "1.001", "Hộ tịch", Channel.ONLINE);
    private static final Instant NOW = Instant.parse("2024-03-04T02:00:00Z");

    @Test
    void what_stays_posts_nothing_what_comes_is_added_what_goes_is_taken_back() {
        var before = new Contribution(List.of(line(HERE, Measure.RECEIVED, 1), line(HERE, Measure.ONLINE_PAYMENTS, 2)));
        var after = new Contribution(List.of(
                line(HERE, Measure.RECEIVED, 1),
                line(HERE, Measure.ONLINE_PAYMENTS, 5),
                line(HERE, Measure.PAUSED, 1)));
        assertThat(Posting.between(before, before)).isEqualTo(Posting.NOTHING);
        assertThat(Posting.between(before, after).lines())
                .containsExactlyInAnyOrder(line(HERE, Measure.ONLINE_PAYMENTS, 3), line(HERE, Measure.PAUSED, 1));
        assertThat(Posting.between(after, before).lines())
                .containsExactlyInAnyOrder(line(HERE, Measure.ONLINE_PAYMENTS, -3), line(HERE, Measure.PAUSED, -1));
    }

    @Test
    void a_dossier_that_moves_is_taken_from_one_unit_and_given_to_the_other() {
        var before = new Contribution(List.of(line(HERE, Measure.RECEIVED, 1)));
        var after = new Contribution(List.of(line(THERE, Measure.RECEIVED, 1)));
        assertThat(Posting.between(before, after).lines())
                .containsExactlyInAnyOrder(line(HERE, Measure.RECEIVED, -1), line(THERE, Measure.RECEIVED, 1));
    }

    @Test
    void lines_that_count_the_same_are_one_and_lines_of_0_are_none() {
        assertThat(new Contribution(List.of(line(HERE, Measure.PAUSED, 1), line(HERE, Measure.PAUSED, -1))))
                .isEqualTo(Contribution.NOTHING);
        assertThat(new Contribution(List.of(line(HERE, Measure.PAUSED, 1), line(HERE, Measure.PAUSED, 2))).lines())
                .containsExactly(line(HERE, Measure.PAUSED, 3));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void the_postings_of_any_life_add_up_to_its_contribution_and_those_of_a_void_to_nothing(long seed) {
        var log = new FabricatedLog();
        new WildWorld(seed, log, List.of("H1", "H2")).events(2_000, 60);
        Map<String, DossierHistory> dossiers = new HashMap<>();
        Map<String, List<Line>> posted = new HashMap<>();
        for (FabricatedLog.Row row : log.rows()) {
            AcceptedEvent event = StoredEventFormat.read(row.body()).event();
            if (!(event.fact() instanceof DossierFact)) continue;
            DossierHistory before = dossiers.getOrDefault(event.subject(), DossierHistory.UNKNOWN);
            DossierHistory after = before.with(event);
            dossiers.put(event.subject(), after);
            List<Line> lines = posted.computeIfAbsent(event.subject(), unseen -> new ArrayList<>());
            lines.addAll(Posting.between(Contribution.of(before), Contribution.of(after))
                    .lines());
            assertThat(new Contribution(lines)).isEqualTo(Contribution.of(after));
            if (!after.alive()) assertThat(new Contribution(lines)).isEqualTo(Contribution.NOTHING);
        }
        assertThat(dossiers.values()).anyMatch(dossier -> !dossier.alive());
    }

    private static Line line(Dimensions dimensions, Measure measure, long amount) {
        return new Line(dimensions, measure, NOW, amount);
    }
}
