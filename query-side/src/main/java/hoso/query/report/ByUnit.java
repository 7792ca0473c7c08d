package hoso.query.report;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Counts dossiers by the direct children of the unit asked about, each with all below it, and by that unit itself where it owns
 * any. A child without dossiers is counted too.
 */
public final class ByUnit<T> {

    private final Map<String, String> groupOfOwner = new HashMap<>();
    private final Map<String, T> groups = new TreeMap<>();
    private final String unit;
    private final T none;

    /** @param none what a unit without dossiers has */
    public ByUnit(Scene scene, T none) {
        this.unit = scene.question().unit();
        this.none = none;
        for (String child : scene.tree().children(unit)) {
            groups.put(child, none);
            for (String owner : scene.tree().subtree(child)) groupOfOwner.put(owner, child);
        }
    }

    /**
     * Counts one more dossier.
     *
     * @param owner its unit, of the subtree
     * @param with it and what was counted before
     */
    public void count(String owner, UnaryOperator<T> with) {
        String group = groupOfOwner.getOrDefault(owner, unit);
        groups.put(group, with.apply(groups.getOrDefault(group, none)));
    }

    /** What was counted, by the codes of units in their order. */
    public Map<String, T> groups() {
        return Collections.unmodifiableMap(groups);
    }
}
