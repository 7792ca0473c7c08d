package hoso.query.report;

import java.util.List;
import java.util.Map;

/** How many dossiers one direct child of a unit has, or the unit itself, as it is answered. */
public record UnitCount(String key, String name, long count) {

    /** @param counts of {@link ByUnit} */
    public static List<UnitCount> of(Map<String, Long> counts, Scene scene) {
        return counts.entrySet().stream()
                .map(entry -> new UnitCount(
                        scene.names().shownUnit(entry.getKey()), scene.unitName(entry.getKey()), entry.getValue()))
                .toList();
    }
}
