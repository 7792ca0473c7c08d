package hoso.testkit.brute;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A report: the cells of the total and of each group by their path, as {@code received.total} or
 * {@code tags.digitized.inScope}, every cell that the contract names and no other; and the names of the unit asked and
 * of the groups, where they are units.
 */
public record BruteAnswer(
        String name,
        SortedMap<String, Long> total,
        SortedMap<String, SortedMap<String, Long>> groups,
        SortedMap<String, String> groupNames) {

    /** The same cells as the contract nests them: maps of maps of longs. */
    public static SortedMap<String, Object> nested(Map<String, Long> cells) {
        SortedMap<String, Object> root = new TreeMap<>();
        cells.forEach((path, value) -> {
            SortedMap<String, Object> at = root;
            String[] names = path.split("\\.", -1);
            for (int i = 0; i < names.length - 1; i++) {
                at = inner(at, names[i]);
            }
            at.put(names[names.length - 1], value);
        });
        return root;
    }

    @SuppressWarnings("unchecked")
    private static SortedMap<String, Object> inner(SortedMap<String, Object> outer, String name) {
        return (SortedMap<String, Object>) outer.computeIfAbsent(name, absent -> new TreeMap<String, Object>());
    }
}
