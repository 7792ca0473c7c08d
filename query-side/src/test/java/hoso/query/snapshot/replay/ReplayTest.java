package hoso.query.snapshot.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.query.ledger.Contribution;
import hoso.query.snapshot.WildHouse;
import hoso.query.snapshot.chain.Snapshot;
import hoso.query.snapshot.chain.Tampering;
import hoso.query.snapshot.replay.DamagedEvent.Damage;
import hoso.query.snapshot.replay.ReplayOutcome.Comparison;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {

    private static final String MARCH = "\"from\":\"2024-03-01\",\"to\":\"2024-03-31\"";

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void comes_out_byte_for_byte_whatever_happens_later(long seed) {
        try (var house = new WildHouse(seed).happen(1_500)) {
            List<Snapshot> frozen = new ArrayList<>();
            for (String by : List.of("unit", "field", "procedure", "channel", "level"))
                frozen.add(house.freeze(MARCH + ",\"by\":\"" + by + "\""));
            frozen.add(house.freeze("\"from\":\"2024-01-05\",\"to\":\"2024-02-20\",\"tree\":\"2024-01-05\""));
            house.happen(1_500);
            for (Snapshot snapshot : frozen) {
                ReplayOutcome outcome = replay(house, snapshot);
                assertThat(outcome).as("seed %d", seed).matches(ReplayOutcome::matches);
                assertThat(outcome.sha256()).isEqualTo(outcome.frozenSha256());
                assertThat(outcome.events()).isEqualTo(snapshot.position());
                assertThat(outcome.compared()).isEqualTo(Comparison.BYTES);
            }
        }
    }

    @Test
    void a_provisional_report_is_replayed_at_the_moment_that_cut_it() {
        try (var house = new WildHouse(14).happen(800).at("2024-03-12T04:30:00Z")) {
            Snapshot snapshot = house.freeze(MARCH);
            assertThat(snapshot.entry().header().about().provisional()).isTrue();
            house.happen(300).at("2026-11-20T02:00:00Z");
            assertThat(replay(house, snapshot).matches()).isTrue();
        }
    }

    @Test
    void a_report_before_the_first_event_is_no_report_and_one_on_the_first_has_zeros() {
        try (var house = new WildHouse(15).publish()) {
            Snapshot snapshot = house.freeze(MARCH);
            assertThat(snapshot.report().orElseThrow().total().cell("received.total"))
                    .isZero();
            assertThat(replay(house, snapshot).matches()).isTrue();
        }
    }

    @Test
    void names_an_event_whose_bytes_were_changed() {
        try (var house = new WildHouse(16).happen(600)) {
            Snapshot snapshot = house.freeze(MARCH);
            house.database.forge("UPDATE store.event SET rest = convert_to(replace(convert_from(rest, 'UTF8'),"
                    + " '\"publisher\":\"test\"', '\"publisher\":\"tesT\"'), 'UTF8') WHERE position = 77");

            ReplayOutcome outcome = replay(house, snapshot);

            assertThat(outcome.matches()).isFalse();
            assertThat(outcome.sha256()).isEqualTo(outcome.frozenSha256());
            assertThat(outcome.damagedEvents())
                    .extracting(DamagedEvent::position, DamagedEvent::damage)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(77L, Damage.CHANGED));
        }
    }

    @Test
    void tells_each_figure_that_a_changed_event_moves() {
        try (var house = new WildHouse(17).happen(600)) {
            Snapshot snapshot = house.freeze(MARCH);
            // with its leaf, so that the event seems to be the one that was taken
            house.database.forge("UPDATE store.event SET rest = convert_to(replace(convert_from(rest, 'UTF8'),"
                    + " 'ONLINE', 'POSTAL'), 'UTF8') WHERE convert_from(rest, 'UTF8') LIKE '%\"channel\":\"ONLINE\"%'");
            house.database.forge("UPDATE store.event SET leaf = sha256('\\x00'::bytea || convert_to('{\"position\":'"
                    + " || position || ',\"recordedAt\":\"' || to_char(recorded_at AT TIME ZONE 'UTC',"
                    + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\",'), 'UTF8') || rest)");

            ReplayOutcome outcome = replay(house, snapshot);

            assertThat(outcome.matches()).isFalse();
            assertThat(outcome.differences())
                    .anySatisfy(difference -> {
                        assertThat(difference.path()).isEqualTo("report.total.received.online");
                        assertThat(difference.replayed()).isEqualTo("0");
                    })
                    .anySatisfy(difference -> assertThat(difference.path())
                            .startsWith("report.groups[H1.")
                            .endsWith("received.postal"));
        }
    }

    @Test
    void names_the_first_event_that_is_missing() {
        try (var house = new WildHouse(18).happen(600)) {
            Snapshot snapshot = house.freeze(MARCH);
            house.database.forge("DELETE FROM store.event WHERE position IN (201, 300)");

            ReplayOutcome outcome = replay(house, snapshot);

            assertThat(outcome.matches()).isFalse();
            assertThat(outcome.damagedEvents()).contains(new DamagedEvent(201, "", Damage.MISSING));
        }
    }

    @Test
    void names_an_event_that_nobody_can_read_and_a_reference_event_too() {
        try (var house = new WildHouse(19).happen(600)) {
            Snapshot snapshot = house.freeze(MARCH);
            house.database.forge("UPDATE store.event SET rest = '}' WHERE position = 2");
            ReplayOutcome outcome = replay(house, snapshot);

            assertThat(outcome.matches()).isFalse();
            assertThat(outcome.sha256()).isNull();
            assertThat(outcome.damagedEvents())
                    .contains(new DamagedEvent(2, "r/", Damage.UNREADABLE), new DamagedEvent(2, "r/", Damage.CHANGED));
        }
    }

    @Test
    void a_dossier_of_others_that_cannot_be_folded_takes_nothing_from_the_report() {
        try (var house = new WildHouse(25)) {
            house.log.reference("unit.registered", "H9", Instant.EPOCH, WildHouse.unit("Tỉnh Chín", "PROVINCE", null));
            house.log.append("d/ELSEWHERE", "dossier.received", Instant.parse("2024-03-05T02:00:00Z"), """
                    {"unit":"H9","procedure":"1.001","channel":"DIRECT"}""", """
                    {"taken":{"field":"A","kind":"WORKING_DAYS","amount":5,"version":"2024-01-01",\
                    "computedDueAt":"2024-03-12T10:00:00Z"},"rulings":[{"dueAt":"2024-03-12T10:00:00Z"}]}""");
            house.log.unreadable("d/ELSEWHERE");
            house.happen(200);
            assertThat(replay(house, house.freeze(MARCH)).matches()).isTrue();
            ReplayOutcome whole = replay(house, house.freeze("H9", MARCH));
            assertThat(whole.matches()).isFalse();
            assertThat(whole.damagedEvents()).extracting(DamagedEvent::damage).containsExactly(Damage.UNREADABLE);
        }
    }

    @Test
    void names_a_snapshot_whose_figures_were_changed() {
        try (var house = new WildHouse(20).happen(600)) {
            Snapshot snapshot = house.freeze(MARCH);
            house.database.forge("UPDATE snapshot.entry SET content = convert_to(regexp_replace("
                    + "convert_from(content, 'UTF8'), '\"late\":[0-9]+', '\"late\":99999'), 'UTF8')");

            ReplayOutcome outcome = replay(house, reread(house, snapshot));

            assertThat(outcome.matches()).isFalse();
            assertThat(outcome.tampering()).containsExactly(Tampering.CONTENT.sentence());
            assertThat(outcome.differences())
                    .anySatisfy(difference -> assertThat(difference.frozen()).isEqualTo("99999"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'{}'",
                "'no JSON'",
                "convert_to(replace(convert_from(content, 'UTF8'), '\"kind\":\"MONTH\"', '\"kind\":\"WEEK\"'), 'UTF8')",
                "convert_to(replace(convert_from(content, 'UTF8'), '\"from\":\"2024-03-01\"', '\"from\":\"2024-13-01\"'), 'UTF8')",
                "convert_to(replace(convert_from(content, 'UTF8'), '\"to\":\"2024-03-31\"', '\"to\":\"2024-02-01\"'), 'UTF8')",
                "convert_to(replace(convert_from(content, 'UTF8'), '2024', '2094'), 'UTF8')",
            })
    void names_a_snapshot_that_is_no_report_any_more(String content) {
        try (var house = new WildHouse(24).happen(200)) {
            Snapshot snapshot = house.freeze(MARCH);
            house.database.forge("UPDATE snapshot.entry SET content = " + content);
            ReplayOutcome outcome = replay(house, reread(house, snapshot));
            assertThat(outcome.matches()).isFalse();
            assertThat(outcome.tampering()).containsExactly(Tampering.CONTENT.sentence());
        }
    }

    @Test
    void by_newer_rules_it_compares_what_both_have_and_says_so() {
        try (var house = new WildHouse(21).happen(600)) {
            Snapshot snapshot = house.freeze(MARCH);

            ReplayOutcome outcome = house.replays(Contribution.EDITION + 1).replay(snapshot, progress -> {});

            assertThat(outcome.matches()).isTrue();
            assertThat(outcome.compared()).isEqualTo(Comparison.COMMON_CELLS);
            assertThat(outcome.editions()).isNotNull();
            assertThat(outcome.sha256()).isNotEqualTo(outcome.frozenSha256());
        }
    }

    @Test
    void tells_how_far_it_is_and_runs_alone() {
        try (var house = new WildHouse(22).happen(3_000)) {
            Snapshot snapshot = house.freeze(MARCH);
            List<ReplayProgress> told = new ArrayList<>();
            house.replays.replay(snapshot, progress -> {
                told.add(progress);
                assertThatThrownBy(() -> house.replays.replay(snapshot, other -> {}))
                        .isInstanceOfSatisfying(
                                Problem.class,
                                problem -> assertThat(problem.code()).isEqualTo(ProblemCode.UNAVAILABLE));
            });
            assertThat(told).isNotEmpty().allMatch(progress -> progress.total() == snapshot.position());
            assertThat(told.getLast().done()).isEqualTo(snapshot.position());
            assertThat(told).isSortedAccordingTo((one, other) -> Long.compare(one.done(), other.done()));
            assertThat(house.replays.progress()).isEqualTo(told.getLast());
        }
    }

    @Test
    void who_no_longer_listens_ends_it_and_the_next_may_begin() {
        try (var house = new WildHouse(23).happen(600)) {
            Snapshot snapshot = house.freeze(MARCH);
            assertThatThrownBy(() -> house.replays.replay(snapshot, progress -> {
                        throw new IllegalStateException("gone");
                    }))
                    .hasMessage("gone");
            assertThat(replay(house, snapshot).matches()).isTrue();
        }
    }

    private static ReplayOutcome replay(WildHouse house, Snapshot snapshot) {
        return house.replays.replay(snapshot, progress -> {});
    }

    private static Snapshot reread(WildHouse house, Snapshot snapshot) {
        return house.desk.open(snapshot.id(), WildHouse.ANYBODY);
    }
}
