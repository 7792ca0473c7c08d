package hoso.query.audit.portal;

import static hoso.query.audit.portal.LivedDossier.day;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.history.DossierHistory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SideBySideTest {

    /** Long after all that happens here. */
    private static final Instant LATER = day(60);

    @Test
    void what_was_never_observed_and_requested_is_seen_alike() {
        SideBySide open = due(5).at(day(2));
        assertThat(open.local()).isEqualTo(Verdict.OPEN);
        assertThat(open.counted()).isEqualTo(Verdict.OPEN);
        assertThat(open.shown()).isEmpty();
        assertThat(open.differences()).isEmpty();
        assertThat(due(5).closed(day(3)).at(LATER).local()).isEqualTo(Verdict.CLOSED_IN_TIME);
    }

    @Test
    void had_not_been_received_there_is_nothing_to_compare() {
        assertThat(SideBySide.of(due(5).history(), day(1))).isEmpty();
        assertThat(SideBySide.of(due(5).history(), day(1).plusSeconds(1))).isPresent();
        assertThat(SideBySide.of(DossierHistory.UNKNOWN, LATER)).isEmpty();
    }

    @Test
    void nothing_that_happened_at_the_moment_or_later_counts() {
        LivedDossier dossier = due(3).requested(day(2))
                .answered(day(4), day(6))
                .shown(day(5), 9)
                .closed(day(8));
        assertThat(dossier.at(day(2)).local()).isEqualTo(Verdict.OPEN);
        assertThat(dossier.at(day(4)).local()).isEqualTo(Verdict.PAUSED);
        assertThat(dossier.at(day(5)).shown()).isEmpty();
        assertThat(dossier.at(day(5)).differences())
                .as("the answer came in time, and nothing was shown yet")
                .isEmpty();
        assertThat(dossier.at(day(7)).local()).isEqualTo(Verdict.OVERDUE);
        assertThat(dossier.at(day(8)).stood().closing()).isEmpty();
        assertThat(dossier.at(LATER).local()).isEqualTo(Verdict.CLOSED_LATE);
    }

    @Test
    void the_due_instant_itself_is_in_time() {
        assertThat(due(5).at(day(5)).local()).isEqualTo(Verdict.OPEN);
        assertThat(due(5).at(day(5).plusNanos(1_000)).local()).isEqualTo(Verdict.OVERDUE);
    }

    /** As one does that was extended in time by a receipt that was corrected to an earlier one since. */
    @Test
    void overdue_for_both_is_what_is_so_by_the_due_instant_that_later_facts_lead_to() {
        LivedDossier dossier = due(2).extended(day(5), day(10));
        SideBySide between = dossier.at(day(4));
        assertThat(between.local()).isEqualTo(Verdict.OPEN);
        assertThat(between.counted()).isEqualTo(Verdict.OPEN);
        assertThat(between.dueAt()).isEqualTo(day(10));
        assertThat(dossier.at(day(11)).counted()).isEqualTo(Verdict.OVERDUE);
        assertThat(dossier.shown(day(3), 9).at(day(4)).counted()).isEqualTo(Verdict.CLOSED_IN_TIME);
    }

    @Test
    void not_synced_since_the_first_observation_that_says_so() {
        SideBySide never =
                due(5).shownUnsynced(day(2), 4).shownUnsynced(day(3), 4).at(day(4));
        assertThat(never.differences()).containsExactly(new Difference.NotSynced(day(2), null));
        SideBySide noMore = due(5).shown(day(2), 4).shownUnsynced(day(3), 4).at(day(4));
        assertThat(noMore.differences()).containsExactly(new Difference.NotSynced(day(3), day(2)));
        assertThat(due(5).shownUnsynced(day(2), 4).shown(day(3), 4).at(day(4)).differences())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 8})
    void rewritten_from_a_wait_to_processed_while_open_here(int waiting) {
        SideBySide seen = due(5).shown(day(2), waiting).shown(day(3), 9).at(day(4));
        assertThat(seen.local()).isEqualTo(Verdict.OPEN);
        assertThat(seen.counted()).isEqualTo(Verdict.CLOSED_IN_TIME);
        assertThat(seen.differences())
                .containsExactly(
                        new Difference.StatusRewritten(shown(2, waiting), shown(3, 9)),
                        new Difference.ClosedThereAlone(shown(3, 9)));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 7, 8, 9, 10})
    void rewritten_where_an_end_is_shown_while_it_waits_here(int end) {
        SideBySide seen = due(5).requested(day(2)).shown(day(3), end).at(day(4));
        assertThat(causes(seen)).containsExactly(Cause.STATUS_REWRITTEN, Cause.CLOSED_THERE_ALONE);
        assertThat(seen.differences().getFirst()).isEqualTo(new Difference.StatusRewritten(null, shown(3, end)));
    }

    @Test
    void rewritten_from_an_end_back_to_work() {
        SideBySide seen =
                due(5).closed(day(2)).shown(day(3), 9).shown(day(4), 4).at(LATER);
        assertThat(seen.counted()).as("the first end is what counts").isEqualTo(Verdict.CLOSED_IN_TIME);
        assertThat(seen.differences()).containsExactly(new Difference.StatusRewritten(shown(3, 9), shown(4, 4)));
    }

    @Test
    void processed_after_a_wait_that_ended_here_as_well_is_not_rewritten() {
        SideBySide seen = due(5).requested(day(2))
                .shown(day(3), 5)
                .answered(day(4), day(7))
                .closed(day(5))
                .shown(day(6), 9)
                .at(LATER);
        assertThat(seen.differences()).isEmpty();
    }

    @Test
    void overdue_there_by_the_due_instant_before_an_extension() {
        SideBySide seen = due(3).extended(day(2), day(8)).shown(day(4), 4, true).at(day(5));
        assertThat(seen.local()).isEqualTo(Verdict.OPEN);
        assertThat(seen.differences())
                .containsExactly(new Difference.Extended(day(2), day(3), day(8), shown(4, 4, true)));
    }

    @Test
    void overdue_there_by_the_due_instant_before_the_last_of_two_extensions() {
        SideBySide seen = due(3).extended(day(2), day(6))
                .extended(day(5), day(9))
                .shown(day(7), 4, true)
                .at(day(8));
        assertThat(seen.differences())
                .containsExactly(new Difference.Extended(day(5), day(6), day(9), shown(7, 4, true)));
    }

    @Test
    void in_time_there_by_the_new_appointment_of_an_apology() {
        SideBySide seen =
                due(3).apologised(day(4), day(9)).shown(day(5), 4, false).at(day(6));
        assertThat(seen.local()).isEqualTo(Verdict.OVERDUE);
        assertThat(seen.differences())
                .containsExactly(new Difference.ReAppointed(day(4), day(3), day(9), shown(5, 4, false)));
    }

    @Test
    void an_apology_whose_promise_had_passed_explains_nothing() {
        SideBySide seen =
                due(3).apologised(day(4), day(5)).shown(day(6), 4, false).at(day(7));
        assertThat(seen.differences()).containsExactly(new Difference.OverdueHereAlone(day(3), shown(6, 4, false)));
    }

    @Test
    void what_was_in_time_when_it_was_last_shown_may_have_become_overdue_there_too() {
        assertThat(due(3).shown(day(2), 4, false).at(day(5)).differences()).isEmpty();
    }

    @Test
    void overdue_there_in_a_pause_that_was_not_seen() {
        LivedDossier waiting = due(3).requested(day(2)).shown(day(4), 4, true);
        assertThat(waiting.at(day(5)).differences())
                .contains(new Difference.PauseNotSeen(day(2), null, day(3), shown(4, 4, true)));
        assertThat(waiting.answered(day(6), day(8)).at(day(7)).differences())
                .as("nor after the pause has ended")
                .containsExactly(new Difference.PauseNotSeen(day(2), day(6), day(3), shown(4, 4, true)));
    }

    @Test
    void a_second_request_makes_it_overdue_there() {
        SideBySide seen = due(5).requested(day(2))
                .answered(day(3), day(6))
                .requested(day(4))
                .at(day(5));
        assertThat(seen.local()).isEqualTo(Verdict.PAUSED);
        assertThat(seen.counted()).isEqualTo(Verdict.OVERDUE);
        assertThat(seen.differences()).containsExactly(new Difference.SecondRequest(day(4)));
    }

    @Test
    void an_unanswered_request_ends_it_there() {
        SideBySide seen = due(5).requested(day(2)).at(day(4));
        assertThat(seen.counted()).isEqualTo(Verdict.CLOSED_IN_TIME);
        assertThat(seen.differences()).containsExactly(new Difference.UnansweredRequest(day(2)));
    }

    @Test
    void closed_here_and_never_there() {
        SideBySide seen = due(5).closed(day(3)).shown(day(4), 4).at(day(6));
        assertThat(seen.local()).isEqualTo(Verdict.CLOSED_IN_TIME);
        assertThat(seen.counted()).isEqualTo(Verdict.OVERDUE);
        assertThat(seen.differences()).containsExactly(new Difference.NeverClosedThere(day(3), shown(4, 4)));
    }

    @Test
    void closed_here_in_time_and_there_late() {
        SideBySide seen = due(5).closed(day(3)).shown(day(9), 10).at(LATER);
        assertThat(seen.counted()).isEqualTo(Verdict.CLOSED_LATE);
        assertThat(seen.differences()).containsExactly(new Difference.ClosedLaterThere(day(3), day(5), shown(9, 10)));
    }

    @Test
    void closed_here_late_and_there_in_time() {
        SideBySide seen = due(5).shown(day(4), 9).closed(day(8)).at(LATER);
        assertThat(seen.differences()).containsExactly(new Difference.ClosedEarlierThere(day(8), day(5), shown(4, 9)));
    }

    @Test
    void closed_there_alone() {
        SideBySide seen = due(5).shown(day(2), 10).shown(day(3), 10).at(day(4));
        assertThat(seen.differences()).containsExactly(new Difference.ClosedThereAlone(shown(2, 10)));
    }

    @Test
    void overdue_there_alone_without_a_nearer_cause() {
        SideBySide seen = due(5).shown(day(3), 4, true).at(day(4));
        assertThat(seen.differences()).containsExactly(new Difference.OverdueThereAlone(day(5), shown(3, 4, true)));
        assertThat(causes(due(5).shown(day(2), 4, true).shownUnsynced(day(3), 4).at(day(4))))
                .as("shown so once, and no more")
                .containsExactly(Cause.NOT_SYNCED);
    }

    @Test
    void shown_overdue_when_it_was_not_and_overdue_since_they_agree() {
        assertThat(due(5).shown(day(3), 4, true).at(day(6)).differences()).isEmpty();
    }

    @Test
    void several_causes_stand_in_their_order() {
        SideBySide seen = due(3).requested(day(2))
                .shown(day(3), 5)
                .shownUnsynced(day(4), 9)
                .at(day(5));
        assertThat(causes(seen)).containsExactly(Cause.NOT_SYNCED, Cause.STATUS_REWRITTEN, Cause.CLOSED_THERE_ALONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NOT_SYNCED | Không còn đồng bộ từ 09:00 thứ Năm, 07/3/2024; lần cuối được đồng bộ lúc 09:00 thứ Tư, 06/3/2024. | It is no longer synced since 09:00 on 7 March 2024; it last was at 09:00 on 6 March 2024.
            STATUS_REWRITTEN | Trạng thái trên Cổng từ "yêu cầu bổ sung giấy tờ" (09:00 thứ Tư, 06/3/2024) thành "đã xử lý xong" (09:00 thứ Năm, 07/3/2024) không theo diễn biến tại hệ thống. | The portal's status went from "supplement requested" (09:00 on 6 March 2024) to "processed" (09:00 on 7 March 2024) without what happened here.
            CLOSED_THERE_ALONE | Chưa kết thúc tại hệ thống; từ 09:00 thứ Năm, 07/3/2024 Cổng hiển thị "đã xử lý xong". | It is not closed here; the portal has shown "processed" since 09:00 on 7 March 2024.
            """)
    void is_said_in_one_sentence_with_its_dates(Cause cause, String vi, String en) {
        SideBySide seen = due(3).requested(day(2))
                .shown(day(3), 5)
                .shownUnsynced(day(4), 9)
                .at(day(5));
        Sentences said = seen.differences().stream()
                .filter(difference -> difference.cause() == cause)
                .map(Sentences::of)
                .findAny()
                .orElseThrow();
        assertThat(said).isEqualTo(new Sentences(vi, en));
    }

    private static LivedDossier due(int day) {
        return new LivedDossier(day(day));
    }

    private static Observation shown(int day, int status) {
        return new Observation(day(day), PortalStatus.of(status), null, true);
    }

    private static Observation shown(int day, int status, boolean overdue) {
        return new Observation(day(day), PortalStatus.of(status), overdue, true);
    }

    private static List<Cause> causes(SideBySide seen) {
        return seen.differences().stream().map(Difference::cause).toList();
    }
}
