package hoso.command.dossier;

import static hoso.command.judgement.RefusalCode.UNKNOWN_PROCEDURE;
import static hoso.command.judgement.RefusalCode.UNKNOWN_UNIT;

import hoso.command.judgement.Refusal;
import hoso.event.ClockFact;
import hoso.event.history.ReferenceRegister;
import java.util.Map;

/** A receipt names a unit and a procedure that have been published; validity dates refuse nothing. */
final class ReceiptReferences {

    private ReceiptReferences() {}

    static void check(ClockFact.Received received, ReferenceRegister register) {
        if (!register.units().containsKey(received.unit()))
            throw new Refusal(UNKNOWN_UNIT, "no such unit has been registered", Map.of("unit", received.unit()));
        if (!register.procedures().containsKey(received.procedure()))
            throw new Refusal(
                    UNKNOWN_PROCEDURE,
                    "no such procedure has been published",
                    Map.of("procedure", received.procedure()));
    }
}
