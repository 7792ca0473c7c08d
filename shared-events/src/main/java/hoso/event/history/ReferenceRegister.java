package hoso.event.history;

import hoso.event.ReferenceFact;
import hoso.vocabulary.Dated;
import hoso.vocabulary.ProcedureVersion;
import hoso.vocabulary.SupplementRule;
import hoso.vocabulary.UnitHistory;
import hoso.vocabulary.UnitTree;
import hoso.vocabulary.WorkingCalendar;
import hoso.vocabulary.WorkingYear;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** All reference data published so far. Immutable; a reference event makes the next one. */
public record ReferenceRegister(
        Map<String, UnitHistory> units, Map<String, Dated<ProcedureVersion>> procedures, WorkingCalendar calendar) {

    public static final ReferenceRegister EMPTY =
            new ReferenceRegister(Map.of(), Map.of(), WorkingCalendar.unpublished());

    public ReferenceRegister {
        units = Collections.unmodifiableMap(units);
        procedures = Collections.unmodifiableMap(procedures);
    }

    /** The tree of units as of a date. */
    public UnitTree tree(LocalDate date) {
        return UnitTree.on(date, units.values());
    }

    /** Some units, and whatever was below one of them by the tree of any date, or of no date but by two of them together. */
    public Set<String> everBelow(Set<String> tops) {
        Map<String, List<String>> children = new HashMap<>();
        for (UnitHistory unit : units.values())
            for (String parent : unit.everUnder())
                children.computeIfAbsent(parent, unseen -> new ArrayList<>()).add(unit.code());
        Set<String> found = new HashSet<>();
        var open = new ArrayDeque<>(tops);
        while (!open.isEmpty()) {
            String next = open.poll();
            if (found.add(next)) open.addAll(children.getOrDefault(next, List.of()));
        }
        return found;
    }

    /** The version of a procedure in force on a date; empty where the procedure is unknown. */
    public Optional<Dated.Version<ProcedureVersion>> procedure(String code, LocalDate date) {
        return Optional.ofNullable(procedures.get(code)).flatMap(versions -> versions.on(date));
    }

    /**
     * This register after one more reference event.
     *
     * @param subject the unit code, procedure code or year it is about
     */
    public ReferenceRegister with(String subject, ReferenceFact fact) {
        return switch (fact) {
            case ReferenceFact.UnitRegistered registered ->
                unit(
                        subject,
                        unit -> unit.registered(
                                registered.name(),
                                registered.level(),
                                Optional.ofNullable(registered.parent()),
                                registered.validFrom()));
            case ReferenceFact.UnitMoved moved -> unit(subject, unit -> unit.under(moved.parent(), moved.validFrom()));
            case ReferenceFact.UnitMerged merged ->
                unit(subject, unit -> unit.under(merged.into(), merged.validFrom()));
            case ReferenceFact.UnitClosed closed -> unit(subject, unit -> unit.closed(closed.validTo()));
            case ReferenceFact.ProcedurePublished published -> procedure(subject, published);
            case ReferenceFact.CalendarPublished published -> calendar(Integer.parseInt(subject), published);
        };
    }

    private ReferenceRegister unit(String code, UnaryOperator<UnitHistory> change) {
        var changed = new HashMap<>(units);
        changed.put(code, change.apply(units.getOrDefault(code, UnitHistory.unknown(code))));
        return new ReferenceRegister(changed, procedures, calendar);
    }

    private ReferenceRegister procedure(String code, ReferenceFact.ProcedurePublished published) {
        var version = new ProcedureVersion(
                code,
                published.name(),
                published.field(),
                published.onlineLevel(),
                published.processing(),
                Objects.requireNonNullElse(published.supplement(), SupplementRule.RESUME),
                Boolean.TRUE.equals(published.feeRequired()),
                Boolean.TRUE.equals(published.electronicCopy()));
        var changed = new HashMap<>(procedures);
        changed.merge(
                code,
                Dated.<ProcedureVersion>none().with(published.validFrom(), version),
                (known, added) -> known.with(published.validFrom(), version));
        return new ReferenceRegister(units, changed, calendar);
    }

    private ReferenceRegister calendar(int year, ReferenceFact.CalendarPublished published) {
        var working = new WorkingYear(
                year,
                Objects.requireNonNullElse(published.hours(), WorkingYear.DEFAULT_HOURS),
                Set.copyOf(published.holidays()),
                Set.copyOf(published.makeUpDays()));
        return new ReferenceRegister(units, procedures, calendar.with(working));
    }
}
