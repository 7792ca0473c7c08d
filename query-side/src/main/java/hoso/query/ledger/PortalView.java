package hoso.query.ledger;

import hoso.event.ClockFact;
import hoso.event.OtherFact.PortalStatusObserved;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.event.history.OtherEntry;
import hoso.vocabulary.Timeliness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dossier that the national portal's rule sees otherwise than the local one: its course by each. The portal's is rule
 * 2.1 of its scoreboard (Quyết định 766/QĐ-TTg), reconstructed from how the portal scores, not from a legal text:
 *
 * <table>
 *   <tr><th></th><th>local</th><th>portal</th></tr>
 *   <tr><td>ends</td><td>at the closing</td><td>at the first observation of status 9, else of 10, else of 8 or 3, else of
 *       7, but not before the receipt; without any of them, where a supplement was requested once and not answered, at
 *       that request; else, never observed, at the closing; else not yet</td></tr>
 *   <tr><td>is overdue</td><td>from the due instant, but not in a pause that counts</td><td>likewise; with more than one
 *       supplement request from the second on, where that is earlier, paused or not</td></tr>
 *   <tr><td>ended late</td><td>as decided</td><td>where it ended after the due instant and in no pause that counts, or had
 *       more than one supplement request</td></tr>
 * </table>
 *
 * <p>The due instant is for both the one in force: nothing is decided again here. So a dossier that ends at its only request
 * ended late where that came after the due instant, and the pause does not count. What was observed to end it wins over the
 * request, as in the order of the rule; the request wins over the closing, which only stands in for what was not observed.
 */
public record PortalView(Course local, Course portal) {

    /** By which most of the portal's endings follow the local ones: whoever looks for dossiers by their closing goes so far back. */
    public static final Duration LAG = Duration.ofDays(31);

    private static final int PROCESSED = 9;
    private static final int RESULT_RETURNED = 10;
    private static final int STOPPED = 8;
    private static final int NOT_ACCEPTED = 3;
    private static final int WITHDRAWN = 7;

    /** A receipt, a request and its answer, and a request. */
    private static final int CLOCK_FACTS_OF_TWO_REQUESTS = 4;

    /**
     * How the processing of a dossier went by one rule.
     *
     * @param endedAt null while it goes on
     * @param overdueFrom from when to its end it was overdue; null where it never was, and as things stand will not be
     * @param late whether it ended late
     */
    public record Course(
            @Nullable Instant endedAt, @Nullable Instant overdueFrom, boolean late) {

        public Course {
            if (endedAt != null && overdueFrom != null && !overdueFrom.isBefore(endedAt)) overdueFrom = null;
        }
    }

    /**
     * The view of a dossier that stands received; empty where both rules see it alike.
     *
     * @param tags those of the dossier
     */
    public static Optional<PortalView> of(DossierHistory dossier, Set<Tag> tags) {
        boolean observed = tags.contains(Tag.PORTAL_OBSERVED);
        Instant secondRequest = secondRequest(dossier);
        Instant unanswered = secondRequest == null ? unansweredRequest(dossier) : null;
        if (!observed && secondRequest == null && unanswered == null) return Optional.empty();
        Course local = local(dossier);
        Course portal = course(dossier, end(dossier, observed, unanswered), secondRequest);
        return local.equals(portal) ? Optional.empty() : Optional.of(new PortalView(local, portal));
    }

    /**
     * The course by the portal's rule of a dossier as it stood: its end and its requests are those of then, and it is overdue or
     * late by the due instant that all its facts lead to, as it is by the local rule.
     *
     * @param stood received by then
     * @param known the same dossier, with all that is known
     */
    public static Course portalOf(DossierHistory stood, DossierHistory known) {
        Instant secondRequest = secondRequest(stood);
        Instant unanswered = secondRequest == null ? unansweredRequest(stood) : null;
        return course(known, end(stood, Tag.of(stood).contains(Tag.PORTAL_OBSERVED), unanswered), secondRequest);
    }

    /** Whether the dossier is closed, and for the portal went on for longer than {@link #LAG}, or still does. */
    public boolean lags() {
        if (local.endedAt == null) return false;
        return portal.endedAt == null || portal.endedAt.isAfter(local.endedAt.plus(LAG));
    }

    /** When a supplement was requested for the second time, whether or not that pause counts. */
    public static Optional<Instant> secondRequestOf(DossierHistory dossier) {
        return Optional.ofNullable(secondRequest(dossier));
    }

    /** When the only supplement was requested, where that was not answered, whether or not that pause counts. */
    public static Optional<Instant> unansweredRequestOf(DossierHistory dossier) {
        return secondRequest(dossier) == null ? Optional.ofNullable(unansweredRequest(dossier)) : Optional.empty();
    }

    /** When the observations ended it, but not before the receipt. */
    public static Optional<Instant> observedEndOf(DossierHistory dossier) {
        return Optional.ofNullable(observedEnd(dossier));
    }

    /** The course of a dossier that stands received, by the local rule. */
    public static Course local(DossierHistory dossier) {
        boolean late = dossier.standing().timeliness() == Timeliness.LATE;
        return new Course(closedAt(dossier), dueUnlessPaused(dossier), late);
    }

    /** When it ended for the portal. */
    private static @Nullable Instant end(DossierHistory dossier, boolean observed, @Nullable Instant unanswered) {
        Instant seen = observed ? observedEnd(dossier) : null;
        if (seen != null) return seen;
        return unanswered != null || observed ? unanswered : closedAt(dossier);
    }

    private static @Nullable Instant closedAt(DossierHistory dossier) {
        return dossier.closing().map(ClockEntry::at).orElse(null);
    }

    private static Course course(DossierHistory dossier, @Nullable Instant ended, @Nullable Instant secondRequest) {
        return secondRequest == null ? once(dossier, ended) : moreThanOnce(dossier, ended, secondRequest);
    }

    /** With one supplement request, or none. */
    private static Course once(DossierHistory dossier, @Nullable Instant ended) {
        Instant due = dueUnlessPaused(dossier);
        return new Course(ended, due, ended != null && due != null && ended.isAfter(due));
    }

    private static Course moreThanOnce(DossierHistory dossier, @Nullable Instant ended, Instant secondRequest) {
        Instant due = dossier.dueAt();
        return new Course(ended, secondRequest.isBefore(due) ? secondRequest : due, ended != null);
    }

    private static @Nullable Instant dueUnlessPaused(DossierHistory dossier) {
        return dossier.inPauseThatCounts() ? null : dossier.dueAt();
    }

    private static @Nullable Instant secondRequest(DossierHistory dossier) {
        if (dossier.clock().size() < CLOCK_FACTS_OF_TWO_REQUESTS) return null;
        boolean requested = false;
        for (ClockEntry entry : dossier.clock()) {
            if (!(entry.fact() instanceof ClockFact.SupplementRequested)) continue;
            if (requested) return entry.at();
            requested = true;
        }
        return null;
    }

    /** The request in whose pause the dossier stands or was closed. */
    private static @Nullable Instant unansweredRequest(DossierHistory dossier) {
        List<ClockEntry> clock = dossier.clock();
        ClockEntry last = clock.getLast();
        if (last.fact() instanceof ClockFact.Closing) last = clock.get(clock.size() - 2);
        return last.fact() instanceof ClockFact.SupplementRequested ? last.at() : null;
    }

    private static @Nullable Instant observedEnd(DossierHistory dossier) {
        OtherEntry end = null;
        for (OtherEntry entry : dossier.others()) {
            int rank = rank(entry);
            if (rank == 0) continue;
            if (end == null
                    || rank > rank(end)
                    || (rank == rank(end) && entry.at().isBefore(end.at()))) end = entry;
        }
        if (end == null) return null;
        return end.at().isBefore(dossier.receivedAt()) ? dossier.receivedAt() : end.at();
    }

    /** Which observations end the processing, and which of them rather; 0 for those that do not. */
    private static int rank(OtherEntry entry) {
        if (!(entry.fact() instanceof PortalStatusObserved observed)) return 0;
        return switch (observed.status()) {
            case PROCESSED -> 4;
            case RESULT_RETURNED -> 3;
            case STOPPED, NOT_ACCEPTED -> 2;
            case WITHDRAWN -> 1;
            default -> 0;
        };
    }
}
