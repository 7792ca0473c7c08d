package hoso.testkit.brute;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The nine identities of a report, computed from its cells and those of its neighbours. */
final class BruteIdentities {
    private final Map<String, Long> cells;

    private BruteIdentities(Map<String, Long> cells) {
        this.cells = cells;
    }

    static SortedMap<Integer, Boolean> of(BruteReport books, BruteQuestion question) {
        SortedSet<String> units = books.tree().subtree(question.unit(), question.treeDate());
        Instant from = question.start();
        Instant to = question.end();
        Duration length = Duration.ofDays(question.days());
        SortedMap<String, Long> here = books.ofUnits(units, from, to);
        SortedMap<String, Long> before = books.ofUnits(units, from.minus(length), from);
        SortedMap<String, Long> after = books.ofUnits(units, to, to.plus(length));
        SortedMap<String, Long> both = books.ofUnits(units, from.minus(length), to);
        BruteIdentities cells = new BruteIdentities(here);
        SortedMap<Integer, Boolean> identities = new TreeMap<>();
        identities.put(1, cells.sum("received.total", "received.new", "received.carriedOver"));
        identities.put(2, cells.cell("received.total") == cells.cell("resolved.total") + cells.cell("pending.total"));
        identities.put(3, cells.sum("resolved.total", "resolved.early", "resolved.onTime", "resolved.late"));
        identities.put(
                4,
                cells.sum("pending.total", "pending.notDue", "pending.overdue")
                        && cells.cell("pending.paused") <= cells.cell("pending.notDue"));
        identities.put(5, cells.sum("received.new", "received.online", "received.direct", "received.postal"));
        identities.put(6, continues(before, here) && continues(here, after));
        identities.put(7, here.equals(selfAndChildren(books, question)));
        identities.put(8, cells.noNumeratorExceeds());
        identities.put(9, flowsAddUp(before, here, both));
        return identities;
    }

    private long cell(String name) {
        return Objects.requireNonNull(cells.get(name), name);
    }

    private boolean sum(String total, String... parts) {
        long sum = 0;
        for (String part : parts) {
            sum += cell(part);
        }
        return cell(total) == sum;
    }

    private static boolean continues(Map<String, Long> earlier, Map<String, Long> later) {
        var before = new BruteIdentities(earlier);
        var after = new BruteIdentities(later);
        return after.cell("received.carriedOver") == before.cell("pending.total")
                && after.cell("petitions.carriedOver") == before.cell("petitions.pending");
    }

    private static SortedMap<String, Long> selfAndChildren(BruteReport books, BruteQuestion question) {
        LocalDate date = question.treeDate();
        SortedMap<String, Long> sum =
                books.ofUnits(new TreeSet<>(List.of(question.unit())), question.start(), question.end());
        for (String child : books.tree().children(question.unit(), date)) {
            books.ofUnits(books.tree().subtree(child, date), question.start(), question.end())
                    .forEach((cell, value) -> sum.merge(cell, value, Long::sum));
        }
        return sum;
    }

    private boolean noNumeratorExceeds() {
        boolean right = true;
        for (String tag : BruteTags.ALL) {
            right &= cell("tags." + tag + ".inScope") <= cell("received.total")
                    && cell("tags." + tag + ".new") <= cell("received.new")
                    && cell("tags." + tag + ".resolved") <= cell("resolved.total");
        }
        return right
                && within("paidOnline", "feeRequired")
                && within("portalSynced", "portalObserved")
                && within("satisfied", "rated")
                && within("promiseKept", "apologised")
                && cell("tags.apologised.resolved") <= cell("resolved.late");
    }

    private boolean within(String numerator, String denominator) {
        return cell("tags." + numerator + ".inScope") <= cell("tags." + denominator + ".inScope")
                && cell("tags." + numerator + ".resolved") <= cell("tags." + denominator + ".resolved");
    }

    private static boolean flowsAddUp(Map<String, Long> before, Map<String, Long> here, Map<String, Long> both) {
        return both.entrySet().stream()
                .filter(cell -> BruteCellNames.isFlow(cell.getKey()))
                .allMatch(cell -> cell.getValue()
                        == new BruteIdentities(before).cell(cell.getKey())
                                + new BruteIdentities(here).cell(cell.getKey()));
    }
}
