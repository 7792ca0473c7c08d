package hoso.query.ledger;

import hoso.event.ClockFact;
import hoso.event.OtherFact;
import hoso.event.OtherFact.PaymentMethod;
import hoso.event.Ruling;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.event.history.OtherEntry;
import hoso.vocabulary.Channel;
import hoso.vocabulary.Outcome;
import hoso.vocabulary.Timeliness;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a dossier that stands received: its receipt, its clock, its closing, its money and notices, its tags, and
 * what the national portal sees otherwise.
 */
final class DossierLines {

    private final DossierHistory dossier;
    private final Dimensions dimensions;
    private final @Nullable ClockEntry closing;
    private final LineSums lines;

    /**
     * @param earlier contribution of the same dossier, or nothing
     */
    DossierLines(DossierHistory dossier, Contribution earlier) {
        this.dossier = dossier;
        this.lines = new LineSums(earlier.size() + LineSums.MORE);
        this.closing = dossier.closing().orElse(null);
        ClockFact.Received received = dossier.received();
        var own = new Dimensions(
                received.unit(), received.procedure(), dossier.terms().field(), received.channel());
        this.dimensions = own.equals(earlier.dimensions) ? earlier.dimensions : own;
    }

    Contribution sum() {
        receipt();
        pauses();
        overdue();
        closing();
        dossier.others().forEach(this::other);
        Set<Tag> tags = Tag.of(dossier);
        tags.forEach(this::tag);
        digitizedThroughout(tags);
        PortalView.of(dossier, tags).ifPresent(this::portal);
        return lines.contribution(dimensions);
    }

    private void receipt() {
        add(dossier.receivedAt(), Measure.RECEIVED, 1);
        add(dossier.receivedAt(), received(dossier.received().channel()), 1);
    }

    /** Paused over each pause that counts, to the clock fact after it: the resume that fits it, or the closing. */
    private void pauses() {
        List<ClockEntry> clock = dossier.clock();
        for (int index = 0; index < clock.size(); index++) {
            if (!(clock.get(index).ruling() instanceof Ruling.Paused pause) || !pause.counts()) continue;
            add(clock.get(index).at(), Measure.PAUSED, 1);
            if (index + 1 < clock.size()) add(clock.get(index + 1).at(), Measure.PAUSED, -1);
        }
    }

    /**
     * Overdue from the due instant, posted ahead of time, to the closing. A pause that counts and has ended moved the
     * due instant behind its end, so only one that lasts keeps the dossier from being overdue.
     */
    private void overdue() {
        if (dossier.inPauseThatCounts()) return;
        if (closing != null && !dossier.dueAt().isBefore(closing.at())) return;
        add(dossier.dueAt(), Measure.OVERDUE, 1);
        if (closing != null) add(closing.at(), Measure.OVERDUE, -1);
    }

    private void closing() {
        if (closing == null) return;
        add(closing.at(), closed(((Ruling.Closed) closing.ruling()).timeliness()), 1);
        add(closing.at(), outcome(((ClockFact.Closing) closing.fact()).outcome()), 1);
    }

    private void other(OtherEntry entry) {
        if (entry.fact() instanceof OtherFact.FeePaid paid && paid.method() == PaymentMethod.ONLINE) {
            add(entry.at(), Measure.AMOUNT_PAID_ONLINE, paid.amount());
            add(entry.at(), Measure.ONLINE_PAYMENTS, 1);
        }
        if (entry.fact() instanceof OtherFact.Notified) add(entry.at(), Measure.NOTIFICATIONS, 1);
    }

    /** A tag belongs to its dossier's cohorts: it counts when they do, not when it came to be. */
    private void tag(Tag tag) {
        add(dossier.receivedAt(), tag.received(), 1);
        if (closing != null) add(closing.at(), tag.closed(), 1);
    }

    private void digitizedThroughout(Set<Tag> tags) {
        if (closing != null && tags.contains(Tag.DIGITIZED) && tags.contains(Tag.RESULT_DIGITIZED))
            add(closing.at(), Measure.DIGITIZED_THROUGHOUT_CLOSED, 1);
    }

    /** The difference alone: what both rules see alike posts nothing. */
    private void portal(PortalView view) {
        course(view.portal(), 1);
        course(view.local(), -1);
    }

    private void course(PortalView.Course course, int amount) {
        Instant endedAt = course.endedAt();
        if (endedAt != null)
            add(endedAt, course.late() ? Measure.PORTAL_ENDED_LATE : Measure.PORTAL_ENDED_IN_TIME, amount);
        if (course.overdueFrom() == null) return;
        add(course.overdueFrom(), Measure.PORTAL_OVERDUE, amount);
        if (endedAt != null) add(endedAt, Measure.PORTAL_OVERDUE, -amount);
    }

    private void add(Instant at, Measure measure, long amount) {
        lines.add(measure, at, amount);
    }

    private static Measure received(Channel channel) {
        return switch (channel) {
            case ONLINE -> Measure.RECEIVED_ONLINE;
            case DIRECT -> Measure.RECEIVED_DIRECT;
            case POSTAL -> Measure.RECEIVED_POSTAL;
        };
    }

    private static Measure closed(Timeliness timeliness) {
        return switch (timeliness) {
            case EARLY -> Measure.CLOSED_EARLY;
            case ON_TIME -> Measure.CLOSED_ON_TIME;
            case LATE -> Measure.CLOSED_LATE;
        };
    }

    private static Measure outcome(Outcome outcome) {
        return switch (outcome) {
            case APPROVED -> Measure.OUTCOME_APPROVED;
            case REJECTED -> Measure.OUTCOME_REJECTED;
            case WITHDRAWN -> Measure.OUTCOME_WITHDRAWN;
            case DECLINED -> Measure.OUTCOME_DECLINED;
        };
    }
}
