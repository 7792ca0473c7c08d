package hoso.command.dossier;

import hoso.event.Amendment;
import hoso.event.ClockFact;
import hoso.event.Decision;
import hoso.event.DossierFact;
import hoso.event.FactRelations;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it was and as a correction would have it.
 *
 * @param target the place of its event among the events of the dossier
 * @param was its clock entry; null for a fact that does not touch the clock
 */
record Correction(
        DossierHistory history, int target, @Nullable ClockEntry was, DossierFact fact, Instant at) {

    /**
     * @throws hoso.event.UnfitData where the new data, or the new time against the data that stays, does not fit the fact
     */
    static Correction of(DossierHistory history, int target, Amendment.Corrected corrected) {
        Optional<ClockEntry> clock = history.clockEntry(target);
        DossierFact old = clock.<DossierFact>map(ClockEntry::fact)
                .orElseGet(() -> history.otherEntry(target).orElseThrow().fact());
        Instant oldAt = clock.map(ClockEntry::at)
                .orElseGet(() -> history.otherEntry(target).orElseThrow().at());
        Instant at = Objects.requireNonNullElse(corrected.time(), oldAt);
        DossierFact fact = corrected.data() == null ? old : corrected.data().as(old, at);
        if (corrected.data() == null) FactRelations.check(old, at);
        return new Correction(history, target, clock.orElse(null), fact, at);
    }

    /** The receipt's data as they would be, where it is the receipt that is corrected. */
    Optional<ClockFact.Received> receipt() {
        return fact instanceof ClockFact.Received received ? Optional.of(received) : Optional.empty();
    }

    Decision decide(Redecision redecision) {
        if (was == null || !touchesClock(was)) return Decision.about(target);
        List<ClockEntry> rest = redecision.withoutEver(target);
        List<ClockEntry> entries = DossierHistory.placed(rest, target, at, (ClockFact) fact);
        if (fact instanceof ClockFact.Received) {
            if (entries.getFirst().sequence() != target) throw ClockJudge.contradiction(entries.getFirst());
            return redecision.everything(entries, target);
        }
        ClockJudge.judge(entries, target);
        return redecision.changed(target, entries);
    }

    private boolean touchesClock(ClockEntry was) {
        return !was.at().equals(at) || was.goesOtherwiseBy((ClockFact) fact);
    }
}
