package hoso.query.report.figure;

import static hoso.query.report.figure.Cells.cell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * Checks that a report adds up. Most of the sums hold by construction of the ledger; they are computed all the same, so
 * that a fault in the books shows in the report that it spoils.
 *
 * <p>The neighbours are those of the same length, with the same tree and as-of, and begin and end where the period does.
 */
public final class Identities {

    private static final Cell RECEIVED = cell("received.total");
    private static final Cell NEW = cell("received.new");
    private static final Cell CARRIED_OVER = cell("received.carriedOver");
    private static final Cell ONLINE = cell("received.online");
    private static final Cell DIRECT = cell("received.direct");
    private static final Cell POSTAL = cell("received.postal");
    private static final Cell RESOLVED = cell("resolved.total");
    private static final Cell EARLY = cell("resolved.early");
    private static final Cell ON_TIME = cell("resolved.onTime");
    private static final Cell LATE = cell("resolved.late");
    private static final Cell PENDING = cell("pending.total");
    private static final Cell NOT_DUE = cell("pending.notDue");
    private static final Cell OVERDUE = cell("pending.overdue");
    private static final Cell PAUSED = cell("pending.paused");
    private static final Cell PETITIONS_CARRIED_OVER = cell("petitions.carriedOver");
    private static final Cell PETITIONS_PENDING = cell("petitions.pending");

    private final Sums total;
    private final List<Sums> all;
    private final List<Figures> figures;

    private Identities(Sums total, Collection<Sums> groups) {
        this.total = total;
        this.all = new ArrayList<>(groups);
        this.all.add(total);
        this.figures = all.stream().map(Sums::figures).toList();
    }

    /**
     * @param total the sums of the whole subtree
     * @param units those of the unit itself and of each of its children with all below it
     * @param groups those of each group shown
     * @param byPetitionsToo whether the groups shown count petitions
     */
    public static List<Identity> of(
            Sums total, Collection<Sums> units, Collection<Sums> groups, boolean byPetitionsToo) {
        var identities = new Identities(total, groups);
        boolean[] holds = {
            identities.every(it -> it.of(RECEIVED) == it.of(NEW) + it.of(CARRIED_OVER)),
            identities.every(it -> it.of(RECEIVED) == it.of(RESOLVED) + it.of(PENDING)),
            identities.every(it -> it.of(RESOLVED) == it.of(EARLY) + it.of(ON_TIME) + it.of(LATE)),
            identities.every(
                    it -> it.of(PENDING) == it.of(NOT_DUE) + it.of(OVERDUE) && it.of(PAUSED) <= it.of(NOT_DUE)),
            identities.every(it -> it.of(NEW) == it.of(ONLINE) + it.of(DIRECT) + it.of(POSTAL)),
            identities.each(Identities::carriesOverWhatWasPending),
            identities.addUp(units, true) && identities.addUp(groups, byPetitionsToo),
            identities.every(Identities::noNumeratorExceedsItsDenominator),
            identities.each(Identities::periodsEndToEndAddUp)
        };
        var numbered = new ArrayList<Identity>();
        for (boolean held : holds) numbered.add(new Identity(numbered.size() + 1, held));
        return List.copyOf(numbered);
    }

    private static boolean carriesOverWhatWasPending(Sums sums) {
        Figures figures = sums.figures();
        Figures before = sums.periodBefore();
        Figures after = sums.fromEndOn();
        return figures.of(CARRIED_OVER) == before.of(PENDING)
                && figures.of(PENDING) == after.of(CARRIED_OVER)
                && figures.of(PETITIONS_CARRIED_OVER) == before.of(PETITIONS_PENDING)
                && figures.of(PETITIONS_PENDING) == after.of(PETITIONS_CARRIED_OVER);
    }

    /** A tag's cohorts too are shares of those that the domain sets them against. */
    private static boolean noNumeratorExceedsItsDenominator(Figures figures) {
        return Rates.all().stream().allMatch(rate -> rate.isShareIn(figures))
                && Cells.all().stream()
                        .filter(cell -> cell.name().startsWith("tags."))
                        .allMatch(tag -> figures.of(tag) <= figures.of(cohort(tag)));
    }

    private static Cell cohort(Cell tag) {
        if (tag.name().endsWith(".inScope")) return RECEIVED;
        return tag.name().endsWith(".new") ? NEW : RESOLVED;
    }

    private static boolean periodsEndToEndAddUp(Sums sums) {
        Figures before = sums.periodBefore();
        Figures here = sums.figures();
        Figures both = sums.bothPeriods();
        return Cells.all().stream()
                .filter(Cell::isFlow)
                .allMatch(flow -> before.of(flow) + here.of(flow) == both.of(flow));
    }

    private boolean addUp(Collection<Sums> parts, boolean petitionsToo) {
        Figures whole = total.figures();
        Figures added = parts.stream().reduce(Sums.none(), Sums::plus).figures();
        return Cells.all().stream()
                .filter(cell -> petitionsToo || !cell.countsPetitions())
                .allMatch(cell -> whole.of(cell) == added.of(cell));
    }

    private boolean every(Predicate<Figures> rule) {
        return figures.stream().allMatch(rule);
    }

    private boolean each(Predicate<Sums> rule) {
        return all.stream().allMatch(rule);
    }
}
