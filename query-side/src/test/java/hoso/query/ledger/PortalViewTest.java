package hoso.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.ClockFact;
import hoso.event.ClockFact.Received;
import hoso.event.OtherFact.PortalStatusObserved;
import hoso.event.Ruling;
import hoso.event.Taken;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.event.history.OtherEntry;
import hoso.query.ledger.PortalView.Course;
import hoso.vocabulary.Channel;
import hoso.vocabulary.Outcome;
import hoso.vocabulary.Processing;
import hoso.vocabulary.Remaining;
import hoso.vocabulary.SupplementRule;
import hoso.vocabulary.Timeliness;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortalViewTest {

    private static final Instant MONDAY = Instant.parse("2024-03-04T02:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final Instant WEDNESDAY = MONDAY.plus(Duration.ofDays(2));
    private static final Instant THURSDAY = MONDAY.plus(Duration.ofDays(3));
    private static final Instant FRIDAY = MONDAY.plus(Duration.ofDays(4));
    private static final Instant SATURDAY = MONDAY.plus(Duration.ofDays(5));

    private final List<ClockEntry> clock = new ArrayList<>();
    private final List<OtherEntry> others = new ArrayList<>();

    PortalViewTest() {
        clock(MONDAY, new Received("H20.01", "1.001", Channel.ONLINE, null, null), new Ruling.Due(WEDNESDAY));
    }

    @Test
    void what_the_portal_never_showed_and_had_one_answered_request_at_most_is_seen_alike_and_posts_nothing() {
        assertAlike();
        request(TUESDAY);
        answer(THURSDAY, FRIDAY);
        assertAlike();
        suspended(THURSDAY);
        assertAlike();
        closed(SATURDAY, FRIDAY);
        assertAlike();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5, 6})
    void an_observation_that_ends_nothing_keeps_a_closed_dossier_open(int status) {
        observed(TUESDAY, status);
        assertAlike();
        closed(TUESDAY, WEDNESDAY);
        assertThat(portal()).isEqualTo(new Course(null, WEDNESDAY, false));
        assertThat(lines())
                .isEqualTo(Map.of(
                        "PORTAL_ENDED_IN_TIME " + TUESDAY, -1L,
                        "PORTAL_OVERDUE " + WEDNESDAY, 1L));
    }

    @ParameterizedTest
    @CsvSource({
        "9 10 8 3 7, 0",
        "10 9 8 3 7, 1",
        "8 7 10 4 3, 2",
        "7 4 8 3 5, 2",
        "7 3 8 6 4, 1",
        "4 5 7 6 7, 2",
        "9 9 1 2 4, 0",
    })
    void ends_with_the_first_observation_of_9_else_of_10_else_of_8_or_3_else_of_7(String statuses, int ending) {
        Instant at = TUESDAY;
        for (String status : statuses.split(" ")) {
            observed(at, Integer.parseInt(status));
            at = at.plusSeconds(1);
        }
        assertThat(portal().endedAt()).isEqualTo(TUESDAY.plusSeconds(ending));
    }

    @Test
    void the_first_is_the_earliest_whatever_came_first() {
        observed(THURSDAY, 9);
        observed(TUESDAY, 9);
        assertThat(portal()).isEqualTo(new Course(TUESDAY, null, false));
    }

    @Test
    void an_end_is_never_before_the_receipt() {
        observed(MONDAY.minusSeconds(60), 9);
        assertThat(portal()).isEqualTo(new Course(MONDAY, null, false));
    }

    @Test
    void the_due_instant_itself_is_in_time() {
        observed(WEDNESDAY, 9);
        assertThat(portal()).isEqualTo(new Course(WEDNESDAY, null, false));
        others.clear();
        observed(WEDNESDAY.plusNanos(1_000), 9);
        assertThat(portal()).isEqualTo(new Course(WEDNESDAY.plusNanos(1_000), WEDNESDAY, true));
    }

    @Test
    void closed_in_time_and_seen_later_it_is_late_there() {
        closed(TUESDAY, WEDNESDAY);
        observed(FRIDAY, 10);
        assertThat(lines())
                .isEqualTo(Map.of(
                        "PORTAL_ENDED_IN_TIME " + TUESDAY, -1L,
                        "PORTAL_ENDED_LATE " + FRIDAY, 1L,
                        "PORTAL_OVERDUE " + WEDNESDAY, 1L,
                        "PORTAL_OVERDUE " + FRIDAY, -1L));
    }

    @Test
    void closed_late_and_seen_before_the_due_instant_it_is_in_time_there() {
        closed(FRIDAY, WEDNESDAY);
        observed(TUESDAY, 9);
        assertThat(lines())
                .isEqualTo(Map.of(
                        "PORTAL_ENDED_IN_TIME " + TUESDAY, 1L,
                        "PORTAL_ENDED_LATE " + FRIDAY, -1L,
                        "PORTAL_OVERDUE " + WEDNESDAY, -1L,
                        "PORTAL_OVERDUE " + FRIDAY, 1L));
    }

    @Test
    void open_and_ended_there_it_is_overdue_here_alone() {
        observed(TUESDAY, 9);
        assertThat(lines())
                .isEqualTo(Map.of(
                        "PORTAL_ENDED_IN_TIME " + TUESDAY, 1L,
                        "PORTAL_OVERDUE " + WEDNESDAY, -1L));
    }

    @Test
    void seen_to_end_when_it_was_closed_it_is_seen_alike() {
        closed(THURSDAY, WEDNESDAY);
        observed(THURSDAY, 9);
        assertAlike();
    }

    @Test
    void in_a_pause_that_counts_one_request_keeps_it_from_being_overdue_and_late() {
        request(TUESDAY);
        observed(FRIDAY, 9);
        assertThat(portal()).isEqualTo(new Course(FRIDAY, null, false));
    }

    @Test
    void ends_at_its_only_request_until_that_is_answered() {
        request(TUESDAY);
        assertThat(portal()).isEqualTo(new Course(TUESDAY, null, false));
        assertThat(lines()).isEqualTo(Map.of("PORTAL_ENDED_IN_TIME " + TUESDAY, 1L));
        answer(THURSDAY, FRIDAY);
        assertAlike();
        clock.removeLast();
        assertThat(portal()).as("the answer voided").isEqualTo(new Course(TUESDAY, null, false));
    }

    @Test
    void withdrawn_before_the_answer_it_had_ended_at_the_request() {
        request(TUESDAY);
        clock(FRIDAY, new ClockFact.Withdrawn(), new Ruling.Closed(SATURDAY, Timeliness.EARLY));
        assertThat(portal()).isEqualTo(new Course(TUESDAY, null, false));
        assertThat(lines())
                .isEqualTo(Map.of(
                        "PORTAL_ENDED_IN_TIME " + TUESDAY, 1L,
                        "PORTAL_ENDED_IN_TIME " + FRIDAY, -1L));
        assertThat(view().orElseThrow().lags()).isFalse();
    }

    @Test
    void the_unanswered_request_is_held_against_the_due_instant_in_force() {
        request(WEDNESDAY);
        assertThat(portal()).isEqualTo(new Course(WEDNESDAY, null, false));
        clock.removeLast();
        requestTooLate(THURSDAY, WEDNESDAY);
        assertThat(portal()).isEqualTo(new Course(THURSDAY, WEDNESDAY, true));
        closed(FRIDAY, WEDNESDAY);
        assertThat(lines())
                .isEqualTo(Map.of(
                        "PORTAL_ENDED_LATE " + THURSDAY, 1L,
                        "PORTAL_ENDED_LATE " + FRIDAY, -1L,
                        "PORTAL_OVERDUE " + THURSDAY, -1L,
                        "PORTAL_OVERDUE " + FRIDAY, 1L));
    }

    @Test
    void an_observation_that_ends_it_wins_over_the_unanswered_request_and_no_other_does() {
        request(TUESDAY);
        observed(TUESDAY, 5);
        assertThat(portal().endedAt()).isEqualTo(TUESDAY);
        observed(THURSDAY, 7);
        assertThat(portal().endedAt()).isEqualTo(THURSDAY);
    }

    @Test
    void an_answered_request_ends_nothing_in_a_later_suspension() {
        request(TUESDAY);
        answer(TUESDAY.plusSeconds(60), WEDNESDAY);
        suspended(WEDNESDAY);
        observed(WEDNESDAY, 4);
        assertAlike();
        closed(FRIDAY, SATURDAY);
        assertThat(portal().endedAt()).isNull();
    }

    @Test
    void of_two_requests_the_unanswered_one_ends_nothing() {
        request(TUESDAY);
        answer(TUESDAY.plusSeconds(60), FRIDAY);
        request(WEDNESDAY);
        assertThat(portal().endedAt()).isNull();
    }

    @Test
    void a_second_request_makes_it_overdue_at_once_paused_or_not() {
        request(TUESDAY);
        answer(TUESDAY.plusSeconds(60), FRIDAY);
        request(WEDNESDAY);
        assertThat(portal()).isEqualTo(new Course(null, WEDNESDAY, false));
        answer(THURSDAY, SATURDAY);
        assertThat(portal()).isEqualTo(new Course(null, WEDNESDAY, false));
        closed(FRIDAY, SATURDAY);
        assertThat(portal()).isEqualTo(new Course(FRIDAY, WEDNESDAY, true));
        assertThat(lines())
                .isEqualTo(Map.of(
                        "PORTAL_ENDED_IN_TIME " + FRIDAY, -1L,
                        "PORTAL_ENDED_LATE " + FRIDAY, 1L,
                        "PORTAL_OVERDUE " + WEDNESDAY, 1L,
                        "PORTAL_OVERDUE " + FRIDAY, -1L));
    }

    @Test
    void a_second_request_after_the_due_instant_changes_nothing_of_that() {
        request(TUESDAY);
        answer(TUESDAY.plusSeconds(60), WEDNESDAY);
        requestTooLate(FRIDAY, WEDNESDAY);
        assertAlike();
    }

    @Test
    void a_request_that_does_not_count_is_a_request_all_the_same() {
        requestTooLate(THURSDAY, WEDNESDAY);
        answer(THURSDAY.plusSeconds(60), WEDNESDAY);
        requestTooLate(FRIDAY, WEDNESDAY);
        observed(TUESDAY, 9);
        assertThat(portal()).isEqualTo(new Course(TUESDAY, null, true));
    }

    @Test
    void suspensions_are_no_requests() {
        suspended(TUESDAY);
        clock(TUESDAY.plusSeconds(60), new ClockFact.Resumed(null), new Ruling.Due(FRIDAY));
        suspended(WEDNESDAY);
        assertAlike();
    }

    @Test
    void withdrawn_for_both() {
        clock(TUESDAY, new ClockFact.Withdrawn(), new Ruling.Closed(WEDNESDAY, Timeliness.EARLY));
        observed(TUESDAY, 7);
        assertAlike();
    }

    @Test
    void lags_where_the_portal_ends_long_after_the_closing_or_never() {
        closed(TUESDAY, WEDNESDAY);
        observed(TUESDAY.plus(PortalView.LAG), 9);
        assertThat(view().orElseThrow().lags()).isFalse();
        others.clear();
        observed(TUESDAY.plus(PortalView.LAG).plusNanos(1_000), 9);
        assertThat(view().orElseThrow().lags()).isTrue();
        others.clear();
        observed(TUESDAY, 4);
        assertThat(view().orElseThrow().lags()).isTrue();
        clock.removeLast();
        observed(TUESDAY, 9);
        assertThat(view().orElseThrow().lags()).isFalse();
    }

    private void assertAlike() {
        assertThat(view()).isEmpty();
        assertThat(lines()).isEmpty();
    }

    private Course portal() {
        return view().orElseThrow().portal();
    }

    private Optional<PortalView> view() {
        return PortalView.of(dossier(), Tag.of(dossier()));
    }

    /** What is posted for the portal alone. */
    private Map<String, Long> lines() {
        Map<String, Long> lines = new TreeMap<>();
        for (Line line : Contribution.of(dossier()).lines())
            if (line.measure().name().startsWith("PORTAL_ENDED") || line.measure() == Measure.PORTAL_OVERDUE)
                lines.put(line.measure() + " " + line.at(), line.amount());
        return lines;
    }

    private void request(Instant at) {
        var remaining = new Remaining.WorkingTime(Duration.ofHours(8));
        clock(at, new ClockFact.SupplementRequested(), new Ruling.Paused(dueAt(), remaining));
    }

    private void requestTooLate(Instant at, Instant dueAt) {
        clock(at, new ClockFact.SupplementRequested(), new Ruling.Paused(dueAt, null));
    }

    private void answer(Instant at, Instant dueAt) {
        clock(at, new ClockFact.SupplementReceived(null), new Ruling.Due(dueAt));
    }

    private void suspended(Instant at) {
        var remaining = new Remaining.WorkingTime(Duration.ofHours(8));
        clock(at, new ClockFact.Suspended(), new Ruling.Paused(dueAt(), remaining));
    }

    private void closed(Instant at, Instant dueAt) {
        clock(
                at,
                new ClockFact.Resolved(Outcome.APPROVED),
                new Ruling.Closed(dueAt, at.isAfter(dueAt) ? Timeliness.LATE : Timeliness.EARLY));
    }

    private Instant dueAt() {
        return clock.getLast().ruling().dueAt();
    }

    private void observed(Instant at, int status) {
        observed(at, status, null);
    }

    private void observed(Instant at, int status, @Nullable Boolean overdue) {
        others.add(new OtherEntry(50 + others.size(), at, new PortalStatusObserved(status, overdue, true)));
    }

    private void clock(Instant at, ClockFact fact, Ruling ruling) {
        clock.add(new ClockEntry(clock.size(), false, at, fact, ruling));
    }

    private DossierHistory dossier() {
        var taken = new Taken(
                "Hộ tịch",
                new Processing(Processing.Kind.WORKING_DAYS, 2),
                SupplementRule.RESUME,
                false,
                LocalDate.of(2024, 1, 1),
                WEDNESDAY);
        return new DossierHistory(60, taken, clock, others, List.of());
    }
}
