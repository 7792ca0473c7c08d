package hoso.query.report;

import hoso.query.report.figure.Sums;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Groups made from the sums of the owning units; the tree rolls them up when asked, and not before. */
final class UnitGroups {

    private final Scene scene;
    private final Map<String, Sums> byOwner;

    UnitGroups(Scene scene, Map<String, Sums> byOwner) {
        this.scene = scene;
        this.byOwner = byOwner;
    }

    /** Everything that the units of the subtree own. */
    Sums total() {
        return byOwner.values().stream().reduce(Sums.none(), Sums::plus);
    }

    /** The unit asked about by itself, and each direct child with all below it. */
    Map<String, Sums> selfAndChildren() {
        Map<String, Sums> groups = new TreeMap<>();
        String unit = scene.question().unit();
        groups.put(unit, byOwner.getOrDefault(unit, Sums.none()));
        for (String child : scene.tree().children(unit))
            groups.put(child, owned(scene.tree().subtree(child)));
        return groups;
    }

    /** By the level that the owning unit has in the tree asked. */
    Map<String, Sums> levels() {
        Map<String, Sums> groups = new TreeMap<>();
        byOwner.forEach((owner, sums) -> groups.merge(scene.level(owner), sums, Sums::plus));
        return groups;
    }

    private Sums owned(Set<String> units) {
        return units.stream()
                .map(unit -> byOwner.getOrDefault(unit, Sums.none()))
                .reduce(Sums.none(), Sums::plus);
    }
}
