package hoso.query.rollup;

import hoso.event.history.ReferenceRegister;
import hoso.query.feed.OriginCode;
import hoso.vocabulary.Dated;
import hoso.vocabulary.ProcedureVersion;
import hoso.vocabulary.UnitHistory;
import hoso.vocabulary.UnitLevel;
import hoso.vocabulary.WorkingCalendar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which origins are rolled up, and what stands above them.
 *
 * @param origins the first of those that publish the same procedure names it
 * @param root above every unit that has none above itself; null where each origin is asked for by itself
 */
public record Rollup(List<String> origins, @Nullable Root root) {

    /** Earlier than any date that events speak of. */
    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    /** A unit that no origin has published. */
    public record Root(String code, String name) {}

    public Rollup {
        origins = List.copyOf(origins);
    }

    /**
     * The reference data of all origins in one. Units are told apart by origin already; of a procedure that several have
     * published it is that of the first. Working time is each origin's own: of that there is nothing in it.
     */
    public ReferenceRegister whole(Map<String, ReferenceRegister> byOrigin) {
        Map<String, UnitHistory> units = new HashMap<>();
        Map<String, Dated<ProcedureVersion>> procedures = new HashMap<>();
        for (String origin : origins) {
            ReferenceRegister register = byOrigin.getOrDefault(origin, ReferenceRegister.EMPTY);
            register.units().forEach((code, unit) -> units.put(code, root == null ? unit : below(root, unit)));
            register.procedures().forEach(procedures::putIfAbsent);
        }
        if (root != null) units.put(root.code(), top(root));
        return new ReferenceRegister(units, procedures, WorkingCalendar.unpublished());
    }

    private static UnitHistory top(Root root) {
        return UnitHistory.unknown(root.code()).registered(root.name(), UnitLevel.PROVINCE, Optional.empty(), ALWAYS);
    }

    private static UnitHistory below(Root root, UnitHistory unit) {
        Dated<Optional<String>> parent = Dated.none();
        for (var version : unit.parent().versions())
            parent = parent.with(version.validFrom(), version.value().or(() -> Optional.of(root.code())));
        return new UnitHistory(unit.code(), unit.name(), unit.level(), parent, unit.validTo());
    }

    /** What is known under which name. */
    public OriginNames names(ReferenceRegister whole) {
        Map<String, List<String>> units = new HashMap<>();
        for (String code : whole.units().keySet()) units.merge(OriginCode.plain(code), List.of(code), Rollup::both);
        return new OriginNames(this, units);
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).sorted().toList();
    }
}
