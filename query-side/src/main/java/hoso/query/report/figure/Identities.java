package hoso.query.report.figure;

import static hoso.query.report.figure.Cells.cell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * Checks that a report adds up. Every receipt is booked twice, once by its channel, and so is every closing, by its
 * timeliness and by its outcome, and every petition, by its kind. Cells that are defined as each other's sums and
 * differences cannot contradict each other; so what a report prints is set against the other booking, and a fault in the
 * books shows in the report that it spoils:
 *
 * <ol>
 *   <li>received.total = new + carriedOver, that being all receipts by channel less all closings by outcome before F
 *   <li>received.total = resolved.total + pending.total, that being the same before T
 *   <li>resolved.total = early + onTime + late = the closings by outcome
 *   <li>0 ≤ paused ≤ notDue and 0 ≤ overdue; notDue + overdue is pending.total by definition
 *   <li>new = online + direct + postal
 *   <li>what is open at F is what was open one period before, and the receipts by channel since, less the closings by
 *       outcome since; at T likewise since F; petitions likewise, received by kind
 *   <li>a unit = itself + its children, and = the groups shown, in every cell; fields and procedures come from books of
 *       their own
 *   <li>no numerator exceeds its denominator, no cohort of a tag the one it is part of
 *   <li>no flow is negative, in this period and the one before; that both add up follows from how they are read
 * </ol>
 *
 * <p>The neighbours are those of the same length, with the same tree and as-of, and begin and end where the period does.
 */
public final class Identities {

    private static final Cell RECEIVED = cell("received.total");
    private static final Cell NEW = cell("received.new");
    private static final Cell CARRIED_OVER = cell("received.carriedOver");
    private static final List<Cell> CHANNELS =
            List.of(cell("received.online"), cell("received.direct"), cell("received.postal"));
    private static final Cell RESOLVED = cell("resolved.total");
    private static final Cell EARLY = cell("resolved.early");
    private static final Cell ON_TIME = cell("resolved.onTime");
    private static final Cell LATE = cell("resolved.late");
    private static final List<Cell> OUTCOMES = List.of(
            cell("resolved.approved"),
            cell("resolved.rejected"),
            cell("resolved.withdrawn"),
            cell("resolved.declined"));
    private static final Cell PENDING = cell("pending.total");
    private static final Cell NOT_DUE = cell("pending.notDue");
    private static final Cell OVERDUE = cell("pending.overdue");
    private static final Cell PAUSED = cell("pending.paused");
    private static final Cell PETITIONS_CARRIED_OVER = cell("petitions.carriedOver");
    private static final List<Cell> PETITION_KINDS = List.of(cell("petitions.regulation"), cell("petitions.behaviour"));
    private static final Cell PETITIONS_ANSWERED = cell("petitions.answered");
    private static final Cell PETITIONS_PENDING = cell("petitions.pending");

    private static final List<Cell> FLOWS =
            Cells.all().stream().filter(Cell::isFlow).toList();

    private static final List<Cell> TAGS =
            Cells.all().stream().filter(Cell::isTag).toList();

    private static final List<Cell> COHORTS =
            TAGS.stream().map(Identities::cohort).toList();

    private final Key total;
    private final List<Key> all;

    /** The figures of one key, each period's worked out once: boards look at thousands of keys. */
    private record Key(Sums sums, Figures before, Figures here, Figures both) {

        Key(Sums sums) {
            this(sums, sums.periodBefore(), sums.figures(), sums.bothPeriods());
        }
    }

    private Identities(Sums total, Collection<Sums> groups) {
        this.total = new Key(total);
        this.all = new ArrayList<>(groups.stream().map(Key::new).toList());
        this.all.add(this.total);
    }

    /**
     * @param total the sums of the whole subtree
     * @param units those of the unit itself and of each of its children with all below it
     * @param groups those of each group shown
     * @param byPetitionsToo whether the groups shown count petitions
     * @param shares whether no rate of some figures exceeds its denominator
     */
    public static List<Identity> of(
            Sums total,
            Collection<Sums> units,
            Collection<Sums> groups,
            boolean byPetitionsToo,
            Predicate<Figures> shares) {
        var identities = new Identities(total, groups);
        boolean[] holds = {
            identities.each(it ->
                    it.here().of(RECEIVED) == it.here().of(NEW) + open(it.sums().untilStart())),
            identities.each(it -> it.here().of(RECEIVED)
                    == it.here().of(RESOLVED) + open(it.sums().untilEnd())),
            identities.every(it -> it.of(RESOLVED) == it.of(EARLY) + it.of(ON_TIME) + it.of(LATE)
                    && it.of(RESOLVED) == it.sum(OUTCOMES)),
            identities.every(Identities::pendingIsDueOrNot),
            identities.every(it -> it.of(NEW) == it.sum(CHANNELS)),
            identities.each(Identities::carriesOverWhatWasPending),
            identities.addUp(units, true) && identities.addUp(groups, byPetitionsToo),
            identities.every(shares) && identities.every(Identities::tagsStayWithinTheirCohorts),
            identities.each(Identities::periodsEndToEndAddUp)
        };
        var numbered = new ArrayList<Identity>();
        for (boolean held : holds) numbered.add(new Identity(numbered.size() + 1, held));
        return List.copyOf(numbered);
    }

    private static boolean pendingIsDueOrNot(Figures figures) {
        return figures.of(PENDING) == figures.of(NOT_DUE) + figures.of(OVERDUE)
                && figures.of(PAUSED) <= figures.of(NOT_DUE)
                && figures.of(PAUSED) >= 0
                && figures.of(OVERDUE) >= 0;
    }

    private static boolean carriesOverWhatWasPending(Key key) {
        Figures before = key.before();
        Figures here = key.here();
        return here.of(CARRIED_OVER) == before.of(CARRIED_OVER) + open(before)
                && here.of(PENDING) == here.of(CARRIED_OVER) + open(here)
                && here.of(PETITIONS_CARRIED_OVER) == before.of(PETITIONS_CARRIED_OVER) + petitionsOpen(before)
                && here.of(PETITIONS_PENDING) == here.of(PETITIONS_CARRIED_OVER) + petitionsOpen(here);
    }

    /** By how much what is open grew in a period, by the other booking. */
    private static long open(Figures flows) {
        return flows.sum(CHANNELS) - flows.sum(OUTCOMES);
    }

    private static long petitionsOpen(Figures flows) {
        return flows.sum(PETITION_KINDS) - flows.of(PETITIONS_ANSWERED);
    }

    /** A tag's cohorts too are shares of those that the domain sets them against. */
    private static boolean tagsStayWithinTheirCohorts(Figures figures) {
        for (int tag = 0; tag < TAGS.size(); tag++)
            if (figures.of(TAGS.get(tag)) > figures.of(COHORTS.get(tag))) return false;
        return true;
    }

    private static Cell cohort(Cell tag) {
        if (tag.name().endsWith(".inScope")) return RECEIVED;
        return tag.name().endsWith(".new") ? NEW : RESOLVED;
    }

    private static boolean periodsEndToEndAddUp(Key key) {
        for (Cell flow : FLOWS) {
            long before = key.before().of(flow);
            long here = key.here().of(flow);
            if (before < 0 || here < 0 || before + here != key.both().of(flow)) return false;
        }
        return true;
    }

    private boolean addUp(Collection<Sums> parts, boolean petitionsToo) {
        Figures whole = total.here();
        Figures added = parts.stream().reduce(Sums.none(), Sums::plus).figures();
        return Cells.all().stream()
                .filter(cell -> petitionsToo || !cell.countsPetitions())
                .allMatch(cell -> whole.of(cell) == added.of(cell));
    }

    private boolean every(Predicate<Figures> rule) {
        return all.stream().allMatch(key -> rule.test(key.here()));
    }

    private boolean each(Predicate<Key> rule) {
        return all.stream().allMatch(rule);
    }
}
