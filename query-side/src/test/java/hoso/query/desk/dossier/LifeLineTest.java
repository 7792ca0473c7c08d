package hoso.query.desk.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hoso.query.desk.ask.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The line of a dossier's life, drawn from a clock account. */
class LifeLineTest {

    /** Received on Thursday at 15:00, due on Friday at 09:30, late until Monday at 09:30; forwarded on Friday evening. */
    private static final String OVER_A_WEEKEND = """
            {"receivedAt": "2026-03-05T08:00:00Z",
             "verdict": {"dueAt": "2026-03-06T02:30:00Z", "endedAt": "2026-03-09T02:30:00Z", "late": true},
             "steps": [
               {"at": "2026-03-05T08:00:00Z", "dueAt": "2026-03-06T02:30:00Z"},
               {"at": "2026-03-09T02:30:00Z", "dueAt": "2026-03-06T02:30:00Z"}],
             "segments": [
               {"from": "2026-03-05T08:00:00Z", "to": "2026-03-05T10:00:00Z", "kind": "COUNTED", "work": "PT2H", "holder": {"name": "A"}},
               {"from": "2026-03-05T10:00:00Z", "to": "2026-03-06T00:30:00Z", "kind": "NIGHT", "holder": {"name": "A"}},
               {"from": "2026-03-06T00:30:00Z", "to": "2026-03-06T02:30:00Z", "kind": "COUNTED", "work": "PT2H", "holder": {"name": "A"}},
               {"from": "2026-03-06T02:30:00Z", "to": "2026-03-06T10:00:00Z", "kind": "OVERRUN", "work": "PT6H", "holder": {"name": "A"}},
               {"from": "2026-03-06T10:00:00Z", "to": "2026-03-06T17:00:00Z", "kind": "NIGHT", "holder": {"name": "B"}},
               {"from": "2026-03-06T17:00:00Z", "to": "2026-03-08T17:00:00Z", "kind": "WEEKEND", "holder": {"name": "B"}},
               {"from": "2026-03-08T17:00:00Z", "to": "2026-03-09T00:30:00Z", "kind": "NIGHT", "holder": {"name": "B"}},
               {"from": "2026-03-09T00:30:00Z", "to": "2026-03-09T02:30:00Z", "kind": "OVERRUN", "work": "PT2H", "holder": {"name": "B"}}]}
            """;

    private static final double TENTH = 0.1;

    private static LifeLine line(String clock) {
        return LifeLine.of(Answer.of(new JsonMapper().readTree(clock)));
    }

    @Test
    void an_hour_of_work_is_as_wide_as_any_other() {
        List<LifeLine.Span> work = line(OVER_A_WEEKEND).spans().stream()
                .filter(span -> !span.kind().equals("fold"))
                .toList();
        double hour = work.getFirst().width() / 2;
        assertThat(work)
                .extracting(LifeLine.Span::width)
                .satisfiesExactly(
                        two -> assertThat(two).isCloseTo(2 * hour, within(TENTH)),
                        two -> assertThat(two).isCloseTo(2 * hour, within(TENTH)),
                        six -> assertThat(six).isCloseTo(6 * hour, within(TENTH)),
                        two -> assertThat(two).isCloseTo(2 * hour, within(TENTH)));
    }

    @Test
    void a_weekend_with_its_nights_is_one_fold_as_narrow_as_a_night() {
        List<LifeLine.Span> folds = line(OVER_A_WEEKEND).spans().stream()
                .filter(span -> span.kind().equals("fold"))
                .toList();
        assertThat(folds).hasSize(2);
        assertThat(folds.getFirst().width()).isEqualTo(folds.getLast().width());
    }

    @Test
    void it_is_as_wide_as_the_drawing_without_a_gap() {
        double x = 0;
        for (LifeLine.Span span : line(OVER_A_WEEKEND).spans()) {
            assertThat(span.x()).isCloseTo(x, within(TENTH));
            x += span.width();
        }
        assertThat(x).isCloseTo(LifeLine.WIDTH, within(TENTH));
    }

    @Test
    void it_turns_late_where_the_overrun_begins_and_ends_where_it_ends() {
        LifeLine line = line(OVER_A_WEEKEND);
        LifeLine.Span overrun = line.spans().stream()
                .filter(span -> span.kind().equals("overrun"))
                .findFirst()
                .orElseThrow();
        assertThat(line.lateFrom().orElseThrow().x()).isCloseTo(overrun.x(), within(TENTH));
        assertThat(line.end().orElseThrow().x()).isCloseTo(LifeLine.WIDTH, within(TENTH));
        assertThat(line.facts()).extracting(LifeLine.Mark::number).containsExactly(1, 2);
    }

    @Test
    void it_shows_who_had_it() {
        assertThat(line(OVER_A_WEEKEND).holders())
                .extracting(LifeLine.Holder::name)
                .containsExactly("A", "B");
    }

    @Test
    void what_is_due_later_than_it_ended_is_still_on_the_line() {
        LifeLine line = line("""
                {"receivedAt": "2026-03-05T02:00:00Z",
                 "verdict": {"dueAt": "2026-03-06T02:00:00Z", "endedAt": "2026-03-05T04:00:00Z", "late": false, "earlyBy": "PT6H"},
                 "steps": [{"at": "2026-03-05T02:00:00Z", "dueAt": "2026-03-06T02:00:00Z"}],
                 "segments": [{"from": "2026-03-05T02:00:00Z", "to": "2026-03-05T04:00:00Z", "kind": "COUNTED", "work": "PT2H", "holder": {"name": "A"}}]}
                """);
        assertThat(line.dues())
                .singleElement()
                .satisfies(due -> assertThat(due.x()).isCloseTo(LifeLine.WIDTH, within(TENTH)));
        assertThat(line.end().orElseThrow().x()).isCloseTo(LifeLine.WIDTH / 4, within(TENTH));
        assertThat(line.lateFrom()).isEmpty();
    }

    @Test
    void what_was_received_this_instant_has_a_line_without_length() {
        LifeLine line = line("""
                {"receivedAt": "2026-03-05T02:00:00Z", "verdict": {"dueAt": "2026-03-05T02:00:00Z", "late": false},
                 "steps": [{"at": "2026-03-05T02:00:00Z", "dueAt": "2026-03-05T02:00:00Z"}], "segments": []}
                """);
        assertThat(line.spans()).isEmpty();
        assertThat(line.facts()).isEmpty();
    }

    @Test
    void a_due_instant_that_was_moved_stays_as_one_from_before() {
        String moved = OVER_A_WEEKEND.replace(
                "{\"at\": \"2026-03-05T08:00:00Z\", \"dueAt\": \"2026-03-06T02:30:00Z\"}",
                "{\"at\": \"2026-03-05T08:00:00Z\", \"dueAt\": \"2026-03-05T09:00:00Z\"}");
        assertThat(line(moved).dues())
                .extracting(mark -> mark.at().toString())
                .containsExactly("2026-03-05T09:00:00Z", "2026-03-06T02:30:00Z");
    }

    @Test
    void a_name_that_has_no_room_is_cut() {
        assertThat(LifeLine.fitting(new LifeLine.Holder(0, 70, "Chi nhánh Văn phòng đăng ký đất đai")))
                .hasSizeLessThan(11)
                .endsWith("…");
        assertThat(LifeLine.fitting(new LifeLine.Holder(0, 700, "Sở Nội vụ"))).isEqualTo("Sở Nội vụ");
    }

    @Test
    void days_tell_their_year_where_a_life_goes_on_over_the_end_of_one() {
        assertThat(line(OVER_A_WEEKEND).ticks())
                .extracting(LifeLine.Tick::label)
                .contains("05/03");

        String overNewYear = OVER_A_WEEKEND.replace("2026-03-05", "2025-12-31");
        assertThat(line(overNewYear).ticks()).extracting(LifeLine.Tick::label).contains("31/12/25", "06/03/26");
    }
}
