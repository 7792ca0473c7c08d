package hoso.vocabulary;

import java.util.Collections;
import java.util.Set;

/**
 * The units whose subtrees a caller may publish for and see.
 *
 * @param units unit codes, or {@code *} for all
 */
public record UnitRights(Set<String> units) {

    public static final UnitRights ALL = new UnitRights(Set.of("*"));
    public static final UnitRights NONE = new UnitRights(Set.of());

    public UnitRights {
        units = Set.copyOf(units);
    }

    public boolean all() {
        return units.contains("*");
    }

    /** Whether a unit lies in one of the subtrees, in the tree given; a code named itself is covered also unregistered. */
    public boolean covers(String unit, UnitTree tree) {
        return all() || units.contains(unit) || !Collections.disjoint(units, tree.lineage(unit));
    }
}
