package hoso.query.audit.portal;

import hoso.event.ClockFact;
import hoso.event.OtherFact.ApologyIssued;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.query.audit.status.AsItStood;
import hoso.query.ledger.PortalView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds why the portal says otherwise of a dossier as it stood. */
final class Differences {

    private final DossierHistory stood;
    private final Instant dueAt;
    private final List<Observation> observations;
    private final Verdict local;
    private final Verdict counted;
    private final @Nullable Observation last;
    private final List<Difference> found = new ArrayList<>();

    /** @param dueAt that all its facts lead to, by which both verdicts are made */
    Differences(DossierHistory stood, Instant dueAt, List<Observation> observations, Verdict local, Verdict counted) {
        this.stood = stood;
        this.dueAt = dueAt;
        this.observations = observations;
        this.local = local;
        this.counted = counted;
        this.last = observations.isEmpty() ? null : observations.getLast();
    }

    /** In the order of the causes. */
    List<Difference> find() {
        if (last != null && !last.synced()) found.add(notSynced());
        if (disagree()) explain();
        return found.stream().sorted(Comparator.comparing(Difference::cause)).toList();
    }

    private Difference notSynced() {
        int index = observations.size() - 1;
        while (index > 0 && !observations.get(index - 1).synced()) index--;
        return new Difference.NotSynced(
                observations.get(index).at(),
                index == 0 ? null : observations.get(index - 1).at());
    }

    /** Whether it has ended, or is late, for one of them alone; a wait that keeps neither from the other is none. */
    private boolean disagree() {
        return counted.closed() != local.closed()
                || counted.late() != local.late()
                || (last != null && last.ends() != local.closed())
                || shownOverdueAlone()
                || shownInTimeAlone();
    }

    private boolean shownOverdueAlone() {
        return last != null && last.saysOverdue() && !local.late();
    }

    /** What was not yet late here when it was last observed may have become so there as well. */
    private boolean shownInTimeAlone() {
        return last != null
                && last.saysNotOverdue()
                && local.late()
                && upTo(last).lateAt(last.at());
    }

    private void explain() {
        rewritten();
        if (last != null && shownOverdueAlone()) olderDueInstant(last);
        if (last != null && shownInTimeAlone()) newerAppointment(last);
        requests();
        endings();
        if (found.isEmpty()) overdueAlone();
    }

    /** The last time that a status was written over. */
    private void rewritten() {
        for (int index = observations.size() - 1; index >= 0; index--) {
            Observation before = index == 0 ? null : observations.get(index - 1);
            Observation after = observations.get(index);
            if (!isRewritten(before, after)) continue;
            found.add(new Difference.StatusRewritten(before, after));
            return;
        }
    }

    /** An end while it waits here, or after a wait there while it is open here; or an end that is taken back. */
    private boolean isRewritten(@Nullable Observation before, Observation after) {
        if (!after.ends()) return before != null && before.ends();
        if (before != null && before.ends() && !before.status().waits()) return false;
        DossierHistory then = upTo(after);
        boolean openHere = then.closing().isEmpty();
        boolean waitsHere = then.clock().getLast().fact() instanceof ClockFact.Pause;
        boolean waitedThere = before != null && before.status().waits() && after.status() == PortalStatus.PROCESSED;
        return waitsHere || (openHere && waitedThere);
    }

    /** Shown overdue after a due instant that was no longer in force. */
    private void olderDueInstant(Observation shown) {
        List<ClockEntry> clock = stood.clock();
        for (int index = clock.size() - 1; index > 0; index--) {
            ClockEntry before = clock.get(index - 1);
            ClockEntry moved = clock.get(index);
            Instant oldDueAt = before.ruling().dueAt();
            boolean nowLater = moved.ruling().dueAt().isAfter(oldDueAt);
            if (!nowLater || !oldDueAt.isBefore(shown.at())) continue;
            found.add(
                    moved.fact() instanceof ClockFact.DueDateExtended
                            ? new Difference.Extended(
                                    moved.at(), oldDueAt, moved.ruling().dueAt(), shown)
                            : waitNotSeen(before, moved.at(), oldDueAt, shown));
            return;
        }
        ClockEntry newest = clock.getLast();
        if (local == Verdict.PAUSED && !newest.at().isAfter(shown.at()))
            found.add(waitNotSeen(newest, null, stood.dueAt(), shown));
    }

    private static Difference waitNotSeen(
            ClockEntry pause, @Nullable Instant until, Instant oldDueAt, Observation shown) {
        return pause.fact() instanceof ClockFact.Suspended
                ? new Difference.SuspensionNotSeen(pause.at(), until, oldDueAt, shown)
                : new Difference.PauseNotSeen(pause.at(), until, oldDueAt, shown);
    }

    /** Shown in time while it was late here, by what an apology promised. */
    private void newerAppointment(Observation shown) {
        stood.others().stream()
                .filter(entry ->
                        entry.fact() instanceof ApologyIssued && !entry.at().isAfter(shown.at()))
                .filter(entry -> promise((ApologyIssued) entry.fact())
                        .filter(promised -> !promised.isBefore(shown.at()))
                        .isPresent())
                .reduce((earlier, later) -> later.at().isBefore(earlier.at()) ? earlier : later)
                .ifPresent(entry -> found.add(new Difference.ReAppointed(
                        entry.at(), dueAt, promise((ApologyIssued) entry.fact()).orElseThrow(), shown)));
    }

    private static Optional<Instant> promise(ApologyIssued apology) {
        return Optional.ofNullable(apology.promisedAt());
    }

    private void requests() {
        if (counted.late() && !local.late())
            PortalView.secondRequestOf(stood).ifPresent(at -> found.add(new Difference.SecondRequest(at)));
        if (counted.closed() && observations.stream().noneMatch(Observation::ends))
            PortalView.unansweredRequestOf(stood).ifPresent(at -> found.add(new Difference.UnansweredRequest(at)));
    }

    private void endings() {
        Optional<Instant> closedAt = stood.closing().map(ClockEntry::at);
        Optional<Observation> end = end();
        if (closedAt.isPresent() && end.isEmpty() && last != null)
            found.add(new Difference.NeverClosedThere(closedAt.get(), last));
        if (closedAt.isEmpty()) end.ifPresent(seen -> found.add(new Difference.ClosedThereAlone(seen)));
        if (closedAt.isEmpty() || end.isEmpty() || counted.late() == local.late()) return;
        boolean endedLateThere = end.get().at().isAfter(dueAt);
        if (end.get().at().isAfter(closedAt.get()) && counted.late() && endedLateThere)
            found.add(new Difference.ClosedLaterThere(closedAt.get(), dueAt, end.get()));
        if (end.get().at().isBefore(closedAt.get()) && local.late())
            found.add(new Difference.ClosedEarlierThere(closedAt.get(), dueAt, end.get()));
    }

    /** The observation that ended it for the portal; empty where none did. */
    private Optional<Observation> end() {
        return PortalView.observedEndOf(stood)
                .flatMap(endedAt -> observations.stream()
                        .filter(Observation::ends)
                        .filter(seen -> seen.at().equals(endedAt)
                                || (seen.at().isBefore(endedAt) && endedAt.equals(stood.receivedAt())))
                        .findFirst());
    }

    private void overdueAlone() {
        Observation shown = shownOverdueAlone() || shownInTimeAlone() ? last : null;
        found.add(
                local.late()
                        ? new Difference.OverdueHereAlone(dueAt, shown)
                        : new Difference.OverdueThereAlone(dueAt, shown));
    }

    private DossierHistory upTo(Observation observation) {
        return AsItStood.upTo(stood, observation.at()).orElse(stood);
    }
}
