package hoso.query.audit.clock.answer;

import hoso.event.history.ReferenceRegister;
import hoso.query.question.Names;
import hoso.vocabulary.UnitHistory;
import java.time.LocalDate;

/** The names of units and procedures on a date. */
record Named(ReferenceRegister known, Names names) {

    String shownUnit(String code) {
        return names.shownUnit(code);
    }

    /** The code itself where nobody has registered it: agencies that dossiers are forwarded to need not be units. */
    String unit(String code, LocalDate date) {
        UnitHistory unit = known.units().get(code);
        return unit == null
                ? shownUnit(code)
                : unit.name().on(date).orElseThrow().value();
    }

    String procedure(String code, LocalDate date) {
        return known.procedure(code, date)
                .map(version -> version.value().name())
                .orElse(code);
    }
}
