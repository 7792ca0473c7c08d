package hoso.query.snapshot.restatement;

import hoso.query.ledger.Dimensions;
import hoso.query.report.Grouping;
import hoso.query.report.Scene;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** In which group of a report a line of the ledger is counted, by one tree. */
final class Groups {

    /** Of those told of one change: more are seen in the trees themselves. */
    private static final int UNITS_MAX = 100;

    private final Scene scene;

    /** The group of each owning unit, where groups are made of units. */
    private final Map<String, String> ofUnits = new HashMap<>();

    Groups(Scene scene) {
        this.scene = scene;
        String root = scene.question().unit();
        if (by() == Grouping.LEVEL) for (String unit : scene.units()) ofUnits.put(unit, scene.level(unit));
        if (by() != Grouping.UNIT) return;
        ofUnits.put(root, scene.names().shownUnit(root));
        for (String child : scene.tree().children(root))
            for (String unit : scene.tree().subtree(child))
                ofUnits.put(unit, scene.names().shownUnit(child));
    }

    private Grouping by() {
        return scene.question().by();
    }

    /** Whether the report counts what a unit owns. */
    boolean counts(String unit) {
        return scene.units().contains(unit);
    }

    /** The units that it counts. */
    Set<String> units() {
        return scene.units();
    }

    /** The group of what has such dimensions and is counted; the empty one where it is in none, as a petition by field. */
    String of(Dimensions dimensions) {
        return switch (by()) {
            case UNIT, LEVEL -> Objects.requireNonNull(ofUnits.get(dimensions.unit()));
            case FIELD -> Objects.requireNonNullElse(dimensions.field(), CellKey.TOTAL);
            case PROCEDURE -> Objects.requireNonNullElse(dimensions.procedure(), CellKey.TOTAL);
            case CHANNEL ->
                dimensions.channel() == null
                        ? CellKey.TOTAL
                        : dimensions.channel().name();
        };
    }

    /** The first units, by code, that are counted in a group here and not in it by another tree, or the other way. */
    List<String> unlike(Groups other, String group) {
        Set<String> units = new TreeSet<>(units());
        units.addAll(other.units());
        return units.stream()
                .filter(unit -> isIn(unit, group) != other.isIn(unit, group))
                .limit(UNITS_MAX)
                .toList();
    }

    /** Groups that are not made of units take them all. */
    private boolean isIn(String unit, String group) {
        return counts(unit) && (ofUnits.isEmpty() || group.equals(CellKey.TOTAL) || group.equals(ofUnits.get(unit)));
    }

    /** Whether every unit is counted where it is counted by another tree. */
    boolean sameAs(Groups other) {
        return scene.units().equals(other.scene.units()) && ofUnits.equals(other.ofUnits);
    }
}
