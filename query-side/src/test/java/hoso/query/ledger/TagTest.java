package hoso.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.ClockFact;
import hoso.event.OtherFact;
import hoso.event.OtherFact.ApologyIssued;
import hoso.event.OtherFact.FeePaid;
import hoso.event.OtherFact.PaymentMethod;
import hoso.event.OtherFact.PortalStatusObserved;
import hoso.event.OtherFact.SatisfactionRated;
import hoso.event.Ruling;
import hoso.event.Taken;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.event.history.OtherEntry;
import hoso.vocabulary.Channel;
import hoso.vocabulary.Outcome;
import hoso.vocabulary.Processing;
import hoso.vocabulary.SupplementRule;
import hoso.vocabulary.Timeliness;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TagTest {

    private static final Instant RECEIVED = Instant.parse("2024-03-04T02:00:00Z");
    private static final Instant DUE = RECEIVED.plus(Duration.ofDays(2));
    private static final Instant CLOSED = RECEIVED.plus(Duration.ofDays(4));

    private final List<OtherEntry> others = new ArrayList<>();
    private boolean feeRequired;

    @Test
    void a_dossier_without_other_facts_has_no_tag() {
        assertThat(open()).isEmpty();
        assertThat(closed(CLOSED, Timeliness.LATE)).isEmpty();
    }

    @Test
    void each_fact_gives_its_tag() {
        other(new OtherFact.ComponentsDigitized(null));
        assertThat(open()).containsExactly(Tag.DIGITIZED);
        only(new OtherFact.DataReused(null));
        assertThat(open()).containsExactly(Tag.REUSED);
        only(new OtherFact.ResultDigitized());
        assertThat(open()).containsExactly(Tag.RESULT_DIGITIZED);
        only(new OtherFact.ResultIssued(true));
        assertThat(open()).containsExactly(Tag.RESULT_ELECTRONIC);
        only(new OtherFact.ResultReturned(Channel.POSTAL));
        assertThat(open()).containsExactly(Tag.RETURNED_BY_POST);
        only(new PortalStatusObserved(4, null, true));
        assertThat(open()).containsExactlyInAnyOrder(Tag.PORTAL_OBSERVED, Tag.PORTAL_SYNCED);
    }

    @Test
    void facts_that_say_no_give_no_tag() {
        other(new OtherFact.ResultIssued(false));
        other(new OtherFact.ResultReturned(Channel.ONLINE));
        other(new OtherFact.Forwarded("G01"));
        other(new OtherFact.Notified(OtherFact.NoticeChannel.APP, OtherFact.NoticeSubject.OTHER));
        assertThat(open()).isEmpty();
    }

    @Test
    void a_fee_is_required_by_the_procedure_by_a_request_or_by_a_payment() {
        feeRequired = true;
        assertThat(open()).containsExactly(Tag.FEE_REQUIRED);
        feeRequired = false;
        only(new OtherFact.FeeRequested(1_000));
        assertThat(open()).containsExactly(Tag.FEE_REQUIRED);
        only(new FeePaid(1_000, PaymentMethod.COUNTER, null));
        assertThat(open()).containsExactly(Tag.FEE_REQUIRED);
        only(new FeePaid(1_000, PaymentMethod.ONLINE, null));
        assertThat(open()).containsExactlyInAnyOrder(Tag.FEE_REQUIRED, Tag.PAID_ONLINE);
    }

    @Test
    void once_synced_is_synced() {
        other(new PortalStatusObserved(4, null, true));
        other(new PortalStatusObserved(4, null, false));
        assertThat(open()).contains(Tag.PORTAL_SYNCED);
        only(new PortalStatusObserved(4, null, false));
        assertThat(open()).containsExactly(Tag.PORTAL_OBSERVED);
    }

    @Test
    void the_last_rating_by_time_counts_and_of_two_at_one_time_the_one_with_the_later_position() {
        at(3, DUE, new SatisfactionRated(true, 5));
        at(4, RECEIVED, new SatisfactionRated(false, 1));
        assertThat(open()).containsExactlyInAnyOrder(Tag.RATED, Tag.SATISFIED);
        at(2, DUE, new SatisfactionRated(false, 1));
        assertThat(open()).contains(Tag.SATISFIED);
        at(5, DUE, new SatisfactionRated(false, 1));
        assertThat(open()).containsExactly(Tag.RATED);
    }

    @Test
    void the_day_of_receipt_is_the_local_one() {
        Instant endOfDay = Instant.parse("2024-03-04T16:59:59.999999Z");
        assertThat(closed(endOfDay, Timeliness.EARLY)).containsExactly(Tag.SAME_DAY);
        assertThat(closed(endOfDay.plusNanos(1_000), Timeliness.EARLY)).isEmpty();
    }

    @Test
    void an_apology_holds_while_the_dossier_is_not_closed_in_time() {
        other(new ApologyIssued("1", CLOSED));
        assertThat(open()).containsExactly(Tag.APOLOGISED);
        assertThat(closed(DUE, Timeliness.ON_TIME)).isEmpty();
        assertThat(closed(DUE, Timeliness.EARLY)).isEmpty();
        assertThat(closed(CLOSED, Timeliness.LATE)).contains(Tag.APOLOGISED);
    }

    @Test
    void a_promise_is_kept_by_a_closing_not_after_it() {
        other(new ApologyIssued("1", CLOSED));
        assertThat(closed(CLOSED, Timeliness.LATE)).containsExactlyInAnyOrder(Tag.APOLOGISED, Tag.PROMISE_KEPT);
        assertThat(closed(CLOSED.plusNanos(1_000), Timeliness.LATE)).containsExactly(Tag.APOLOGISED);
        assertThat(open()).doesNotContain(Tag.PROMISE_KEPT);
    }

    @Test
    void the_last_apology_before_the_closing_promises() {
        at(1, DUE, new ApologyIssued("1", CLOSED));
        at(2, DUE.plusSeconds(1), new ApologyIssued("2", DUE.plusSeconds(2)));
        assertThat(closed(CLOSED, Timeliness.LATE)).containsExactly(Tag.APOLOGISED);
        others.clear();
        at(1, DUE.plusSeconds(1), new ApologyIssued("1", CLOSED));
        at(2, DUE, new ApologyIssued("2", DUE.plusSeconds(2)));
        assertThat(closed(CLOSED, Timeliness.LATE)).contains(Tag.PROMISE_KEPT);
    }

    @Test
    void one_without_a_new_appointment_or_after_the_closing_promises_nothing() {
        other(new ApologyIssued("1", CLOSED));
        other(new ApologyIssued("2", null));
        assertThat(closed(CLOSED, Timeliness.LATE)).containsExactly(Tag.APOLOGISED);
        others.clear();
        at(1, CLOSED, new ApologyIssued("1", CLOSED));
        assertThat(closed(CLOSED, Timeliness.LATE)).contains(Tag.PROMISE_KEPT);
        at(2, CLOSED.plusNanos(1_000), new ApologyIssued("2", null));
        assertThat(closed(CLOSED, Timeliness.LATE)).contains(Tag.PROMISE_KEPT);
        others.removeFirst();
        assertThat(closed(CLOSED, Timeliness.LATE)).containsExactly(Tag.APOLOGISED);
    }

    private void only(OtherFact fact) {
        others.clear();
        other(fact);
    }

    private void other(OtherFact fact) {
        at(1 + others.size(), DUE, fact);
    }

    private void at(int sequence, Instant at, OtherFact fact) {
        others.add(new OtherEntry(sequence, at, fact));
    }

    private Set<Tag> open() {
        return Tag.of(dossier(List.of(receipt())));
    }

    private Set<Tag> closed(Instant at, Timeliness timeliness) {
        var closing = new ClockEntry(
                9, false, at, new ClockFact.Resolved(Outcome.APPROVED), new Ruling.Closed(DUE, timeliness));
        return Tag.of(dossier(List.of(receipt(), closing)));
    }

    private static ClockEntry receipt() {
        var fact = new ClockFact.Received("H20.01", "1.001", Channel.ONLINE, null, null);
        return new ClockEntry(0, false, RECEIVED, fact, new Ruling.Due(DUE));
    }

    private DossierHistory dossier(List<ClockEntry> clock) {
        var taken = new Taken(
                "Hộ tịch",
                new Processing(Processing.Kind.WORKING_DAYS, 2),
                SupplementRule.RESUME,
                feeRequired,
                LocalDate.of(2024, 1, 1),
                DUE);
        return new DossierHistory(10, taken, clock, others, List.of());
    }
}
