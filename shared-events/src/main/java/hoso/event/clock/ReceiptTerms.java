package hoso.event.clock;

import hoso.event.ClockFact;
import hoso.event.Taken;
import hoso.event.history.ReferenceRegister;
import hoso.vocabulary.Dated;
import hoso.vocabulary.DueDates;
import hoso.vocabulary.ProcedureVersion;
import hoso.vocabulary.VietnamTime;
import java.time.Instant;

/** What a receipt takes from the version of its procedure that is valid on the day of receipt. */
public final class ReceiptTerms {

    private ReceiptTerms() {}

    /**
     * @param received names a procedure that has been published
     * @throws java.util.NoSuchElementException where it has not
     */
    public static Taken take(ClockFact.Received received, Instant receivedAt, ReferenceRegister register) {
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
