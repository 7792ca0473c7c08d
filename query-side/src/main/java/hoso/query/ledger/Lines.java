package hoso.query.ledger;

import java.util.ArrayList;
import java.util.List;

/** Sorted lists of lines in which each line counts something else and none counts 0, so that equal sums are equal lists. */
final class Lines {

    private Lines() {}

    static List<Line> sorted(List<Line> lines) {
        var sorted = new ArrayList<>(lines);
        sorted.sort(null);
        var sums = new ArrayList<Line>(sorted.size());
        for (Line line : sorted) {
            boolean same = !sums.isEmpty() && sums.getLast().compareTo(line) == 0;
            if (!same) sums.add(line);
            else sums.add(line.with(line.amount() + sums.removeLast().amount()));
        }
        sums.removeIf(line -> line.amount() == 0);
        return List.copyOf(sums);
    }

    /** Both lists sorted, as is the answer. */
    static List<Line> difference(List<Line> after, List<Line> before) {
        var difference = new ArrayList<Line>();
        int a = 0;
        int b = 0;
        while (a < after.size() || b < before.size()) {
            int order = a == after.size()
                    ? 1
                    : b == before.size() ? -1 : after.get(a).compareTo(before.get(b));
            long amount = (order <= 0 ? after.get(a).amount() : 0)
                    - (order >= 0 ? before.get(b).amount() : 0);
            Line line = order <= 0 ? after.get(a) : before.get(b);
            if (amount != 0) difference.add(line.with(amount));
            if (order <= 0) a++;
            if (order >= 0) b++;
        }
        return List.copyOf(difference);
    }
}
