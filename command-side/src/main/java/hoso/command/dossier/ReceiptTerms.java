package hoso.command.dossier;

import static hoso.command.judgement.RefusalCode.UNKNOWN_PROCEDURE;
import static hoso.command.judgement.RefusalCode.UNKNOWN_UNIT;

import hoso.command.judgement.Refusal;
import hoso.event.ClockFact;
import hoso.event.Taken;
import hoso.event.history.ReferenceRegister;
import hoso.vocabulary.Dated;
import hoso.vocabulary.DueDates;
import hoso.vocabulary.ProcedureVersion;
import hoso.vocabulary.VietnamTime;
import java.time.Instant;
import java.util.Map;

/** What a receipt takes from the version of its procedure that is valid on the day of receipt. */
final class ReceiptTerms {

    private ReceiptTerms() {}

    /** A receipt names a unit and a procedure that have been published; validity dates refuse nothing. */
    static void check(ClockFact.Received received, ReferenceRegister register) {
        if (!register.units().containsKey(received.unit()))
            throw new Refusal(UNKNOWN_UNIT, "no such unit has been registered", Map.of("unit", received.unit()));
        if (!register.procedures().containsKey(received.procedure()))
            throw new Refusal(
                    UNKNOWN_PROCEDURE,
                    "no such procedure has been published",
                    Map.of("procedure", received.procedure()));
    }

    static Taken take(ClockFact.Received received, Instant receivedAt, ReferenceRegister register) {
        Dated.Version<ProcedureVersion> version = register.procedure(received.procedure(), VietnamTime.date(receivedAt))
                .orElseThrow();
        ProcedureVersion procedure = version.value();
        return new Taken(
                procedure.field(),
                procedure.processing(),
                procedure.supplement(),
                procedure.feeRequired(),
                version.validFrom(),
                DueDates.first(procedure.processing(), receivedAt, register.calendar()));
    }
}
