package hoso.command.dossier;

import hoso.command.judgement.Keys;
import hoso.event.AcceptedEvent;
import hoso.event.Amendment;
import hoso.event.ClockFact;
import hoso.event.DossierFact;
import hoso.event.Note;
import hoso.event.OtherFact;
import hoso.event.history.DossierHistory;

/**
 * A dossier as the command side believes it: its history, the keys of its events, and how many facts it has taken.
 *
 * @param clockFacts clock facts, corrections and re-decisions, voided ones included, over all lives
 * @param otherFacts all others, likewise
 */
public record Timeline(DossierHistory history, Keys keys, int clockFacts, int otherFacts) {

    public static final Timeline UNKNOWN = new Timeline(DossierHistory.UNKNOWN, Keys.NONE, 0, 0);

    /** Whether a fact counts against the bound of clock facts rather than of the others. */
    static boolean countsWithClock(DossierFact fact) {
        return switch (fact) {
            case ClockFact clock -> true;
            case Amendment amendment -> true;
            case OtherFact other -> false;
            case Note note -> false;
        };
    }

    /** This timeline after one more event. */
    public Timeline with(AcceptedEvent event) {
        boolean clock = countsWithClock((DossierFact) event.fact());
        return new Timeline(
                history.with(event),
                keysAfter(event).with(event.key(), event.statement().content(), event.sequence()),
                clockFacts + (clock ? 1 : 0),
                otherFacts + (clock ? 0 : 1));
    }

    private Keys keysAfter(AcceptedEvent event) {
        Integer target = event.decision().target();
        if (target == null || !(event.fact() instanceof Amendment.Voided)) return keys;
        boolean receipt = history.alive() && history.clock().getFirst().sequence() == target;
        return receipt ? keys.voidedFrom(target) : keys.voided(target);
    }
}
