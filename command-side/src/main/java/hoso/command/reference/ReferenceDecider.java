package hoso.command.reference;

import static hoso.command.judgement.RefusalCode.CONTRADICTS_HISTORY;
import static hoso.command.judgement.RefusalCode.FORBIDDEN;
import static hoso.command.judgement.RefusalCode.UNKNOWN_UNIT;

import hoso.command.judgement.Judgement;
import hoso.command.judgement.Refusal;
import hoso.command.judgement.Submission;
import hoso.event.Decision;
import hoso.event.ReferenceFact;
import hoso.event.history.ReferenceRegister;
import hoso.vocabulary.UnitHistory;
import hoso.vocabulary.UnitRights;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges a submission about a unit, a procedure or a calendar: key, references, rights, history. */
public final class ReferenceDecider {

    private ReferenceDecider() {}

    /**
     * Decides; pure. Rights are judged in the tree of today that the timeline itself makes: a line may stand on units that
     * the lines before it have just published.
     */
    public static Judgement decide(ReferenceTimeline timeline, Submission submission, LocalDate today) {
        var fact = (ReferenceFact) submission.publication().fact();
        String code = submission.publication().subject();
        Optional<Judgement> repeat =
                timeline.keysOf(ReferenceTimeline.Subject.of(fact, code)).judge(submission.publication());
        if (repeat.isPresent()) return repeat.get();
        try {
            switch (fact) {
                case ReferenceFact.UnitFact unit -> checkUnit(code, unit, timeline.register(), submission, today);
                case ReferenceFact.ProcedurePublished procedure ->
                    checkRoot(submission.rights(), timeline.register(), today);
                case ReferenceFact.CalendarPublished calendar ->
                    checkRoot(submission.rights(), timeline.register(), today);
            }
            return new Judgement.Accepted(submission.accepted(timeline.events(), Decision.NONE));
        } catch (Refusal refusal) {
            return refusal.refused();
        }
    }

    private static void checkUnit(
            String code,
            ReferenceFact.UnitFact fact,
            ReferenceRegister register,
            Submission submission,
            LocalDate today) {
        String parent = newParent(fact);
        if (!(fact instanceof ReferenceFact.UnitRegistered)) checkKnown(code, register);
        if (parent != null) checkKnown(parent, register);
        checkRights(code, parent, submission.rights(), register, today);
        if (isOwnAncestor(code, register.with(code, fact)))
            throw new Refusal(CONTRADICTS_HISTORY, "the unit would be its own ancestor", Map.of("unit", code));
    }

    private static @Nullable String newParent(ReferenceFact.UnitFact fact) {
        return switch (fact) {
            case ReferenceFact.UnitRegistered registered -> registered.parent();
            case ReferenceFact.UnitMoved moved -> moved.parent();
            case ReferenceFact.UnitMerged merged -> merged.into();
            case ReferenceFact.UnitClosed closed -> null;
        };
    }

    private static void checkKnown(String code, ReferenceRegister register) {
        if (!register.units().containsKey(code))
            throw new Refusal(UNKNOWN_UNIT, "no such unit has been registered", Map.of("unit", code));
    }

    /** A right to the unit and to what it stands under, before and after. */
    private static void checkRights(
            String code, @Nullable String newParent, UnitRights rights, ReferenceRegister register, LocalDate today) {
        boolean known = register.units().containsKey(code);
        Stream<Optional<String>> needed = Stream.of(
                known || newParent == null ? Optional.of(code) : Optional.empty(),
                Optional.ofNullable(parent(code, register, today)),
                Optional.ofNullable(newParent));
        needed.flatMap(Optional::stream)
                .filter(unit -> !covers(rights, unit, register, today))
                .findFirst()
                .ifPresent(unit -> {
                    throw new Refusal(FORBIDDEN, "no right to the unit", Map.of("unit", unit));
                });
    }

    /** As {@link UnitRights#covers}, without making the whole tree for each line. */
    private static boolean covers(UnitRights rights, String unit, ReferenceRegister register, LocalDate today) {
        return rights.all()
                || rights.units().contains(unit)
                || above(unit, register, today).stream().anyMatch(rights.units()::contains);
    }

    /** Procedures and calendars concern a whole tree: they need its root. */
    private static void checkRoot(UnitRights rights, ReferenceRegister register, LocalDate today) {
        boolean root = rights.all()
                || rights.units().stream()
                        .anyMatch(unit -> register.units().containsKey(unit) && parent(unit, register, today) == null);
        if (!root) throw new Refusal(FORBIDDEN, "no right to the root of a tree");
    }

    /** On any date: only those count on which some unit above it changes its parent, and the time before the first. */
    private static boolean isOwnAncestor(String code, ReferenceRegister register) {
        Set<LocalDate> dates = new LinkedHashSet<>();
        dates.add(LocalDate.MIN);
        for (UnitHistory unit : register.units().values())
            unit.parent().versions().forEach(version -> dates.add(version.validFrom()));
        return dates.stream().anyMatch(date -> above(code, register, date).contains(code));
    }

    /** The units above one; ends where it would come round again. */
    private static Set<String> above(String code, ReferenceRegister register, LocalDate date) {
        Set<String> above = new LinkedHashSet<>();
        String next = parent(code, register, date);
        while (next != null && above.add(next)) next = parent(next, register, date);
        return above;
    }

    private static @Nullable String parent(String code, ReferenceRegister register, LocalDate date) {
        UnitHistory unit = register.units().get(code);
        return unit == null
                ? null
                : unit.parent().on(date).flatMap(version -> version.value()).orElse(null);
    }
}
