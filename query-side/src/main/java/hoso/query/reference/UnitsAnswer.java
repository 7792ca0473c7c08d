package hoso.query.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.event.history.ReferenceRegister;
import hoso.query.question.Names;
import hoso.query.question.PositionAnswer;
import hoso.vocabulary.Unit;
import hoso.vocabulary.UnitHistory;
import hoso.vocabulary.UnitLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The units as they stand on a date, sorted by code. */
record UnitsAnswer(PositionAnswer asOf, LocalDate date, List<Listed> units) {

    /**
     * @param validTo the last day of a unit that was closed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Listed(
            String code,
            String name,
            UnitLevel level,
            @Nullable String parent,
            @Nullable LocalDate validTo) {}

    static UnitsAnswer of(
            PositionAnswer asOf, LocalDate date, ReferenceRegister known, Predicate<String> seen, Names names) {
        List<Listed> units = known.tree(date).units().stream()
                .filter(unit -> seen.test(unit.code()))
                .map(unit -> listed(unit, Objects.requireNonNull(known.units().get(unit.code())), names))
                .toList();
        return new UnitsAnswer(asOf, date, units);
    }

    private static Listed listed(Unit unit, UnitHistory history, Names names) {
        return new Listed(
                names.shownUnit(unit.code()),
                unit.name(),
                unit.level(),
                unit.parent() == null ? null : names.shownUnit(unit.parent()),
                history.validTo());
    }
}
