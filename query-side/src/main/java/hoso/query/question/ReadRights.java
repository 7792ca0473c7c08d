package hoso.query.question;

import hoso.edge.Caller;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.event.history.ReferenceRegister;
import hoso.vocabulary.UnitTree;
import hoso.vocabulary.VietnamTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Who may see which units. A holder without the right is told so also where there is no such unit or dossier: else the
 * answer would tell which exist.
 *
 * @param newest all that was published about units; rights are judged with it, whatever the question looks back from, but
 *     where they are for all
 * @param today the local date of asking
 */
public record ReadRights(Caller caller, Supplier<ReferenceRegister> newest, LocalDate today) {

    /**
     * The rights of a caller.
     *
     * @param newest position that has been read
     */
    public static ReadRights of(Caller caller, KnownReference reference, long newest, Instant now) {
        Caller known = caller.units().all()
                ? caller
                : new Caller(
                        caller.subject(),
                        caller.scopes(),
                        caller.sources(),
                        reference.names(newest).rights(caller.units()));
        return new ReadRights(known, () -> reference.asOf(newest), VietnamTime.date(now));
    }

    /**
     * A report is allowed where every unit of the subtree lies in the holder's subtrees of today or of its last day.
     *
     * @param subtree in the tree that is asked for
     */
    public boolean seesAll(Set<String> subtree, LocalDate lastDay) {
        if (caller.units().all()) return true;
        var trees = Stream.of(today, lastDay).distinct().map(newest.get()::tree).toList();
        return subtree.stream()
                .allMatch(unit -> trees.stream().anyMatch(tree -> caller.units().covers(unit, tree)));
    }

    /** @throws Problem {@code forbidden}, where not all are seen */
    public void requireAll(Set<String> subtree, LocalDate lastDay) {
        if (!seesAll(subtree, lastDay)) throw refused();
    }

    /** One unit, in the tree of today. */
    public void require(String unit) {
        if (!caller.units().all() && !sees(unit, newest.get().tree(today))) throw refused();
    }

    /** All units there are, which what belongs to none of them needs. */
    public void requireAllUnits() {
        if (!caller.units().all()) throw refused();
    }

    public boolean sees(String unit, UnitTree tree) {
        return caller.units().covers(unit, tree);
    }

    /** Which of many units may be seen, in the tree of today. */
    public Predicate<String> seen() {
        if (caller.units().all()) return unit -> true;
        UnitTree tree = newest.get().tree(today);
        return unit -> sees(unit, tree);
    }

    /** That it is not theirs to see, or that there is no such thing. */
    public static Problem refused() {
        return Problem.of(ProblemCode.FORBIDDEN, "the token does not cover what is asked about");
    }
}
