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
import hoso.vocabulary.Unit;
import hoso.vocabulary.UnitHistory;
import hoso.vocabulary.UnitRights;
import hoso.vocabulary.UnitTree;
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

    /** Decides; pure. {@code today} is the tree of units as of today, by which rights are judged. */
    public static Judgement decide(ReferenceTimeline timeline, Submission submission, UnitTree today) {
        var fact = (ReferenceFact) submission.publication().fact();
        String code = submission.publication().subject();
        Optional<Judgement> repeat =
                timeline.keysOf(ReferenceTimeline.Subject.of(fact, code)).judge(submission.publication());
        if (repeat.isPresent()) return repeat.get();
        try {
            switch (fact) {
                case ReferenceFact.UnitFact unit -> checkUnit(code, unit, timeline.register(), submission, today);
                case ReferenceFact.ProcedurePublished procedure -> checkRoot(submission.rights(), today);
                case ReferenceFact.CalendarPublished calendar -> checkRoot(submission.rights(), today);
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
            UnitTree today) {
        String parent = newParent(fact);
        if (!(fact instanceof ReferenceFact.UnitRegistered)) checkKnown(code, register);
        if (parent != null) checkKnown(parent, register);
        checkRights(code, parent, submission.rights(), today);
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
    private static void checkRights(String code, @Nullable String newParent, UnitRights rights, UnitTree today) {
        Optional<Unit> known = today.unit(code);
        Stream<Optional<String>> needed = Stream.of(
                known.isPresent() || newParent == null ? Optional.of(code) : Optional.empty(),
                known.map(Unit::parent),
                Optional.ofNullable(newParent));
        needed.flatMap(Optional::stream)
                .filter(unit -> !rights.covers(unit, today))
                .findFirst()
                .ifPresent(unit -> {
                    throw new Refusal(FORBIDDEN, "no right to the unit", Map.of("unit", unit));
                });
    }

    /** Procedures and calendars concern a whole tree: they need its root. */
    private static void checkRoot(UnitRights rights, UnitTree today) {
        boolean root = rights.all()
                || today.units().stream()
                        .filter(unit -> unit.parent() == null)
                        .anyMatch(unit -> rights.units().contains(unit.code()));
        if (!root) throw new Refusal(FORBIDDEN, "no right to the root of a tree");
    }

    /** On any date: only those count on which some unit above it changes its parent, and the time before the first. */
    private static boolean isOwnAncestor(String code, ReferenceRegister register) {
        Set<LocalDate> dates = new LinkedHashSet<>();
        dates.add(LocalDate.MIN);
        for (UnitHistory unit : register.units().values())
            unit.parent().versions().forEach(version -> dates.add(version.validFrom()));
        return dates.stream().anyMatch(date -> isOwnAncestor(code, register, date));
    }

    private static boolean isOwnAncestor(String code, ReferenceRegister register, LocalDate date) {
        Set<String> above = new LinkedHashSet<>();
        String next = parent(code, register, date);
        while (next != null && above.add(next)) {
            if (next.equals(code)) return true;
            next = parent(next, register, date);
        }
        return false;
    }

    private static @Nullable String parent(String code, ReferenceRegister register, LocalDate date) {
        UnitHistory unit = register.units().get(code);
        return unit == null
                ? null
                : unit.parent().on(date).flatMap(version -> version.value()).orElse(null);
    }
}
