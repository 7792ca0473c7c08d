package hoso.query.question;

import hoso.edge.Caller;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.event.history.ReferenceRegister;
import hoso.vocabulary.UnitTree;
import hoso.vocabulary.VietnamTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may see which units. A holder without the right is told so also where there is no such unit or dossier: else the
 * answer would tell which exist.
 *
 * <p>They are judged with all that was published about units, whatever the question looks back from, but where they are for
 * all.
 */
public final class ReadRights {

    private final Caller caller;
    private final Supplier<ReferenceRegister> newest;
    private final LocalDate today;

    /** Two trees are kept, today's and the last other one: reports of a list mostly end with the same few days. */
    private @Nullable UnitTree treeOfToday;

    private Map<LocalDate, UnitTree> lastOther = Map.of();

    ReadRights(Caller caller, Supplier<ReferenceRegister> newest, LocalDate today) {
        this.caller = caller;
        this.newest = newest;
        this.today = today;
    }

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
        List<UnitTree> judging =
                Stream.of(today, lastDay).distinct().map(this::tree).toList();
        return subtree.stream().allMatch(unit -> judging.stream().anyMatch(tree -> sees(unit, tree)));
    }

    /** One unit, in the tree of today. */
    public void require(String unit) {
        if (!caller.units().all() && !sees(unit, tree(today))) throw refused();
    }

    /** All units there are, which what belongs to none of them needs. */
    public void requireAllUnits() {
        if (!caller.units().all()) throw refused();
    }

    /** Whether every unit may be seen. */
    public boolean all() {
        return caller.units().all();
    }

    /**
     * Every unit that the holder may see in the tree of any date, and perhaps some more: what is listed of others can be left
     * out unread.
     */
    public Set<String> reach() {
        return newest.get().everBelow(caller.units().units());
    }

    private UnitTree tree(LocalDate date) {
        if (date.equals(today)) return treeOfToday();
        if (!lastOther.containsKey(date)) lastOther = Map.of(date, newest.get().tree(date));
        return Objects.requireNonNull(lastOther.get(date));
    }

    private UnitTree treeOfToday() {
        if (treeOfToday == null) treeOfToday = newest.get().tree(today);
        return treeOfToday;
    }

    public boolean sees(String unit, UnitTree tree) {
        return caller.units().covers(unit, tree);
    }

    /** Which of many units may be seen, in the tree of today. */
    public Predicate<String> seen() {
        if (caller.units().all()) return unit -> true;
        UnitTree tree = tree(today);
        return unit -> sees(unit, tree);
    }

    /** That it is not theirs to see, or that there is no such thing. */
    public static Problem refused() {
        return Problem.of(ProblemCode.FORBIDDEN, "the token does not cover what is asked about");
    }
}
