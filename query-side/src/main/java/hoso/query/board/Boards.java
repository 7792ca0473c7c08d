package hoso.query.board;

import hoso.event.history.ReferenceRegister;
import hoso.query.books.BookReader;
import hoso.query.books.BookReader.Dimension;
import hoso.query.question.KnownReference;
import hoso.query.question.Names;
import hoso.query.report.catalogue.Rates;
import hoso.query.report.dossiers.Behind;
import hoso.query.report.dossiers.Candidates;
import hoso.query.report.figure.Identities;
import hoso.query.report.figure.Sums;
import hoso.vocabulary.Period;
import hoso.vocabulary.Unit;
import hoso.vocabulary.UnitTree;
import hoso.vocabulary.VietnamTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes what boards show: one question to the books for all units and all cuts, rolled up by the tree of the day. */
public final class Boards {

    private final BookReader books;
    private final KnownReference reference;
    private final PortalDifferences portalDifferences;
    private final BoardSettings settings;

    /**
     * @param candidates where dossiers are found that the portal's rule judges otherwise
     */
    public Boards(BookReader books, KnownReference reference, Candidates candidates, BoardSettings settings) {
        this.books = books;
        this.reference = reference;
        this.portalDifferences = new PortalDifferences(candidates);
        this.settings = settings;
    }

    /**
     * @param position that the books have reached
     * @param at the moment; what was posted at or after it counts for what falls due alone
     */
    public Board at(long position, Instant at) {
        ReferenceRegister known = reference.asOf(position);
        UnitTree tree = known.tree(VietnamTime.date(at));
        Period month = settings.month().containing(VietnamTime.date(at));
        Map<String, UnitRows> own = own(position, tree, cuts(month, at));
        Map<String, UnitRows> whole = rolledUp(own, tree);
        List<Placed> near = near(tree);
        List<Placed> shown = near.subList(0, Math.min(settings.units(), near.size()));
        Names names = reference.names(position);
        return new Board(
                position,
                at,
                month,
                known,
                tree,
                own.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, rows -> rows.getValue().standing())),
                shown.stream().map(placed -> placed.board(whole, names)).toList(),
                near.size() - shown.size(),
                shown.stream()
                        .mapToInt(placed -> violated(placed.unit().code(), own, whole, tree))
                        .sum());
    }

    /** As {@link UnitRows} has them: the month before, the month, the moment, and until when what falls due is counted. */
    private static List<Instant> cuts(Period month, Instant at) {
        Instant start = month.start();
        Stream<Instant> fixed = Stream.of(start.minus(Duration.ofDays(month.days())), start, at);
        Stream<Instant> due = Standing.DAYS.stream().map(days -> new Behind.DueWithin(days).horizon(at));
        return Stream.concat(fixed, due).toList();
    }

    private Map<String, UnitRows> own(long position, UnitTree tree, List<Instant> cuts) {
        Set<String> units = tree.units().stream().map(Unit::code).collect(Collectors.toSet());
        Map<String, UnitRows> own = new HashMap<>();
        books.sumsBefore(position, Dimension.OWNING_UNIT, units, cuts)
                .forEach((unit, rows) ->
                        own.computeIfAbsent(unit, unseen -> new UnitRows()).add(rows));
        portalDifferences
                .byOwner(position, units, cuts.get(1), cuts.get(2))
                .forEach((unit, count) ->
                        own.computeIfAbsent(unit, unseen -> new UnitRows()).differ(count));
        return own;
    }

    private static Map<String, UnitRows> rolledUp(Map<String, UnitRows> own, UnitTree tree) {
        Map<String, UnitRows> whole = new HashMap<>();
        own.forEach((owner, rows) -> {
            for (String unit : tree.lineage(owner))
                whole.computeIfAbsent(unit, unseen -> new UnitRows()).add(rows);
        });
        return whole;
    }

    /** Those whose reports are looked at: nothing of them is missing, also where they owe nothing. */
    private record Placed(Unit unit, int depth) {

        UnitBoard board(Map<String, UnitRows> whole, Names names) {
            UnitRows rows = whole.getOrDefault(unit.code(), new UnitRows());
            return new UnitBoard(
                    names.shownUnit(unit.code()),
                    unit,
                    unit.parent() == null ? "" : names.shownUnit(unit.parent()),
                    depth,
                    rows.standing());
        }
    }

    private List<Placed> near(UnitTree tree) {
        List<Placed> near = new ArrayList<>();
        for (Unit unit : tree.units()) {
            int depth = tree.lineage(unit.code()).size() - 1;
            if (depth <= settings.depth()) near.add(new Placed(unit, depth));
        }
        near.sort(Comparator.comparingInt(Placed::depth)
                .thenComparing(placed -> placed.unit().code()));
        return near;
    }

    /** In the report on the month of one unit, by unit. */
    private static int violated(String unit, Map<String, UnitRows> own, Map<String, UnitRows> whole, UnitTree tree) {
        if (!whole.containsKey(unit)) return 0;
        List<Sums> parts = Stream.concat(
                        Stream.of(sums(own, unit)), tree.children(unit).stream().map(child -> sums(whole, child)))
                .toList();
        return (int) Identities.of(sums(whole, unit), parts, parts, true, Rates::areShares).stream()
                .filter(identity -> !identity.holds())
                .count();
    }

    private static Sums sums(Map<String, UnitRows> rows, String unit) {
        UnitRows known = rows.get(unit);
        return known == null ? Sums.none() : known.sums();
    }
}
