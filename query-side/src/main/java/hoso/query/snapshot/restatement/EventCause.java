package hoso.query.snapshot.restatement;

import hoso.event.AcceptedEvent;
import hoso.event.Amendment;
import hoso.event.ClockFact;
import hoso.event.DossierFact;
import hoso.event.Note;
import hoso.event.OtherFact;
import hoso.event.PetitionFact;
import hoso.event.ReferenceFact;
import hoso.query.report.figure.Cell;
import hoso.query.snapshot.Cause;
import java.time.Instant;

/** For which reason an event that was published after a report was frozen moves one of its figures. */
final class EventCause {

    private EventCause() {}

    /**
     * @param end where the report ends: a fact at or after it moves a tag alone, by what it tells of an earlier dossier
     */
    static Cause of(AcceptedEvent event, Cell cell, Instant end) {
        return switch (event.fact()) {
            case DossierFact fact -> ofDossier(fact, event.occurredAt(), cell, end);
            case PetitionFact fact -> Cause.LATE_FACT;
            case ReferenceFact fact -> Cause.UNIT_MOVED;
        };
    }

    private static Cause ofDossier(DossierFact fact, Instant occurredAt, Cell cell, Instant end) {
        return switch (fact) {
            case Amendment.Corrected corrected -> Cause.CORRECTION;
            case Amendment.Voided voided -> Cause.VOID;
            case Amendment.ClockRedecided redecided -> Cause.REDECISION;
            case ClockFact clock -> cell.isTag() && !occurredAt.isBefore(end) ? Cause.LATE_TAG : Cause.LATE_FACT;
            case OtherFact other -> cell.isTag() ? Cause.LATE_TAG : Cause.LATE_FACT;
            case Note note -> Cause.UNEXPLAINED; // moves no figure
        };
    }
}
