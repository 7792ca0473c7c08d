package hoso.query.ledger;

import static hoso.query.ledger.Measure.*;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.ClockFact;
import hoso.event.ClockFact.Received;
import hoso.event.OtherFact;
import hoso.event.OtherFact.PaymentMethod;
import hoso.event.PetitionFact;
import hoso.event.Ruling;
import hoso.event.Taken;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.event.history.OtherEntry;
import hoso.event.history.PetitionHistory;
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
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ContributionTest {

    private static final Dimensions HERE = new Dimensions("H20.01", "1.001", "Hộ tịch", Channel.ONLINE);
    private static final Instant MONDAY = Instant.parse("2024-03-04T02:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final Instant WEDNESDAY = MONDAY.plus(Duration.ofDays(2));
    private static final Instant THURSDAY = MONDAY.plus(Duration.ofDays(3));
    private static final Instant FRIDAY = MONDAY.plus(Duration.ofDays(4));
    private static final Ruling DUE_WEDNESDAY = new Ruling.Due(WEDNESDAY);

    private final List<ClockEntry> clock = new ArrayList<>();
    private final List<OtherEntry> others = new ArrayList<>();

    @Test
    void a_receipt_counts_under_its_channel_and_is_overdue_from_the_due_instant_on() {
        received();
        assertThat(lines())
                .isEqualTo(Map.of(
                        at(RECEIVED, MONDAY), 1L,
                        at(RECEIVED_ONLINE, MONDAY), 1L,
                        at(OVERDUE, WEDNESDAY), 1L));
    }

    @Test
    void every_line_stands_under_the_unit_procedure_and_channel_of_the_receipt_and_the_field_it_took() {
        received();
        assertThat(contribution().lines())
                .allSatisfy(line -> assertThat(line.dimensions()).isEqualTo(HERE));
    }

    @Test
    void the_other_channels_have_measures_of_their_own() {
        clock(MONDAY, new Received("H20.01", "1.001", Channel.DIRECT, null, null), DUE_WEDNESDAY);
        assertThat(lines()).containsKey(at(RECEIVED_DIRECT, MONDAY));
        clock.clear();
        clock(MONDAY, new Received("H20.01", "1.001", Channel.POSTAL, null, null), DUE_WEDNESDAY);
        assertThat(lines()).containsKey(at(RECEIVED_POSTAL, MONDAY));
    }

    @Test
    void a_closing_in_time_was_never_overdue() {
        received();
        closed(TUESDAY, Timeliness.EARLY);
        assertThat(lines())
                .isEqualTo(Map.of(
                        at(RECEIVED, MONDAY), 1L,
                        at(RECEIVED_ONLINE, MONDAY), 1L,
                        at(CLOSED_EARLY, TUESDAY), 1L,
                        at(OUTCOME_APPROVED, TUESDAY), 1L));
    }

    @Test
    void a_closing_at_the_due_instant_itself_was_never_overdue() {
        received();
        closed(WEDNESDAY, Timeliness.ON_TIME);
        assertThat(lines()).containsKey(at(CLOSED_ON_TIME, WEDNESDAY)).doesNotContainKey(at(OVERDUE, WEDNESDAY));
    }

    @Test
    void a_late_closing_ends_being_overdue() {
        received();
        closed(THURSDAY, Timeliness.LATE);
        assertThat(lines())
                .containsEntry(at(CLOSED_LATE, THURSDAY), 1L)
                .containsEntry(at(OVERDUE, WEDNESDAY), 1L)
                .containsEntry(at(OVERDUE, THURSDAY), -1L);
    }

    @Test
    void every_outcome_closes() {
        for (ClockFact.Closing closing : List.of(
                new ClockFact.Resolved(Outcome.REJECTED), new ClockFact.Withdrawn(), new ClockFact.Declined())) {
            clock.clear();
            received();
            clock(TUESDAY, closing, new Ruling.Closed(WEDNESDAY, Timeliness.EARLY));
            Measure outcome = Measure.valueOf("OUTCOME_" + closing.outcome());
            assertThat(lines()).containsEntry(at(outcome, TUESDAY), 1L).containsEntry(at(CLOSED_EARLY, TUESDAY), 1L);
        }
    }

    @Test
    void in_a_pause_that_counts_and_lasts_it_is_paused_and_never_overdue() {
        received();
        paused(TUESDAY, true);
        assertThat(lines()).containsEntry(at(PAUSED, TUESDAY), 1L).doesNotContainKey(at(OVERDUE, WEDNESDAY));
    }

    @Test
    void a_pause_that_does_not_count_leaves_it_overdue() {
        received();
        paused(THURSDAY, false);
        assertThat(lines()).containsEntry(at(OVERDUE, WEDNESDAY), 1L).doesNotContainKey(at(PAUSED, THURSDAY));
    }

    @Test
    void a_pause_lasts_to_its_resume_and_being_overdue_begins_at_the_new_due_instant() {
        received();
        paused(TUESDAY, true);
        clock(THURSDAY, new ClockFact.Resumed(null), new Ruling.Due(FRIDAY));
        assertThat(lines())
                .containsEntry(at(PAUSED, TUESDAY), 1L)
                .containsEntry(at(PAUSED, THURSDAY), -1L)
                .containsEntry(at(OVERDUE, FRIDAY), 1L)
                .doesNotContainKey(at(OVERDUE, WEDNESDAY));
    }

    @Test
    void a_closing_ends_the_pause_it_comes_in() {
        received();
        paused(TUESDAY, true);
        clock(FRIDAY, new ClockFact.Withdrawn(), new Ruling.Closed(FRIDAY, Timeliness.ON_TIME));
        assertThat(lines()).containsEntry(at(PAUSED, FRIDAY), -1L).doesNotContainKey(at(OVERDUE, FRIDAY));
    }

    @Test
    void an_extension_moves_the_instant_from_which_it_is_overdue() {
        received();
        clock(TUESDAY, new ClockFact.DueDateExtended(FRIDAY), new Ruling.Due(FRIDAY));
        assertThat(lines()).containsEntry(at(OVERDUE, FRIDAY), 1L).doesNotContainKey(at(OVERDUE, WEDNESDAY));
    }

    @Test
    void online_payments_count_in_dong_and_in_number_when_they_happen() {
        received();
        other(TUESDAY, new OtherFact.FeePaid(50_000, PaymentMethod.ONLINE, null));
        other(TUESDAY, new OtherFact.FeePaid(20_000, PaymentMethod.ONLINE, null));
        other(THURSDAY, new OtherFact.FeePaid(9_000, PaymentMethod.COUNTER, null));
        assertThat(lines())
                .containsEntry(at(AMOUNT_PAID_ONLINE, TUESDAY), 70_000L)
                .containsEntry(at(ONLINE_PAYMENTS, TUESDAY), 2L)
                .doesNotContainKey(at(AMOUNT_PAID_ONLINE, THURSDAY))
                .doesNotContainKey(at(ONLINE_PAYMENTS, THURSDAY));
    }

    @Test
    void notices_count_when_they_happen() {
        received();
        other(TUESDAY, new OtherFact.Notified(OtherFact.NoticeChannel.SMS, OtherFact.NoticeSubject.RESULT));
        assertThat(lines()).containsEntry(at(NOTIFICATIONS, TUESDAY), 1L);
    }

    @Test
    void a_tag_counts_once_at_the_receipt_and_once_at_the_closing_whenever_it_came_to_be() {
        received();
        other(WEDNESDAY, new OtherFact.ComponentsDigitized(2));
        other(THURSDAY, new OtherFact.ComponentsDigitized(3));
        assertThat(lines()).containsEntry(at(DIGITIZED_RECEIVED, MONDAY), 1L);
        closed(TUESDAY, Timeliness.EARLY);
        assertThat(lines())
                .containsEntry(at(DIGITIZED_RECEIVED, MONDAY), 1L)
                .containsEntry(at(DIGITIZED_CLOSED, TUESDAY), 1L);
    }

    @Test
    void a_petition_counts_by_its_unit_alone() {
        var petition = new PetitionHistory(
                3,
                new PetitionFact.PetitionReceived(PetitionFact.Kind.BEHAVIOUR, PetitionFact.Source.HOTLINE, "H20.01"),
                MONDAY,
                TUESDAY,
                WEDNESDAY,
                null);
        Dimensions unit = Dimensions.unit("H20.01");
        assertThat(Contribution.of(petition).lines())
                .containsExactlyInAnyOrder(
                        new Line(unit, PETITION_RECEIVED, MONDAY, 1),
                        new Line(unit, PETITION_BEHAVIOUR, MONDAY, 1),
                        new Line(unit, PETITION_ANSWERED, TUESDAY, 1),
                        new Line(unit, PETITION_PUBLISHED, WEDNESDAY, 1));
    }

    @Test
    void an_open_petition_about_a_regulation_was_not_answered() {
        var petition = new PetitionHistory(
                1,
                new PetitionFact.PetitionReceived(PetitionFact.Kind.REGULATION, PetitionFact.Source.LETTER, "H20.01"),
                MONDAY,
                null,
                null,
                null);
        assertThat(Contribution.of(petition).lines())
                .extracting(Line::measure)
                .containsExactlyInAnyOrder(PETITION_RECEIVED, PETITION_REGULATION);
    }

    @Test
    void what_was_never_received_contributes_nothing() {
        assertThat(Contribution.of(DossierHistory.UNKNOWN)).isEqualTo(Contribution.NOTHING);
        assertThat(Contribution.of(PetitionHistory.UNKNOWN)).isEqualTo(Contribution.NOTHING);
    }

    private void received() {
        clock(MONDAY, new Received("H20.01", "1.001", Channel.ONLINE, null, null), DUE_WEDNESDAY);
    }

    private void paused(Instant at, boolean counts) {
        var remaining = counts ? new Remaining.WorkingTime(Duration.ofHours(8)) : null;
        clock(at, new ClockFact.Suspended(), new Ruling.Paused(WEDNESDAY, remaining));
    }

    private void closed(Instant at, Timeliness timeliness) {
        clock(at, new ClockFact.Resolved(Outcome.APPROVED), new Ruling.Closed(WEDNESDAY, timeliness));
    }

    private void clock(Instant at, ClockFact fact, Ruling ruling) {
        clock.add(new ClockEntry(clock.size() + others.size(), false, at, fact, ruling));
    }

    private void other(Instant at, OtherFact fact) {
        others.add(new OtherEntry(clock.size() + others.size(), at, fact));
    }

    private Contribution contribution() {
        var taken = new Taken(
                "Hộ tịch",
                new Processing(Processing.Kind.WORKING_DAYS, 2),
                SupplementRule.RESUME,
                false,
                LocalDate.of(2024, 1, 1),
                WEDNESDAY);
        return Contribution.of(new DossierHistory(clock.size() + others.size(), taken, clock, others, List.of()));
    }

    private record At(Measure measure, Instant instant) implements Comparable<At> {
        @Override
        public int compareTo(At other) {
            int order = measure.compareTo(other.measure);
            return order != 0 ? order : instant.compareTo(other.instant);
        }
    }

    private static At at(Measure measure, Instant instant) {
        return new At(measure, instant);
    }

    private Map<At, Long> lines() {
        Map<At, Long> lines = new TreeMap<>();
        contribution().lines().forEach(line -> lines.put(at(line.measure(), line.at()), line.amount()));
        return lines;
    }
}
