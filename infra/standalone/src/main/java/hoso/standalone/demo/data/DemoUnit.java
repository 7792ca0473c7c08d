package hoso.standalone.demo.data;

import hoso.vocabulary.UnitLevel;
import java.util.List;

/**
 * A unit of the three provinces.
 *
 * @param parent empty for a province
 * @param key names its catalogue of procedures; empty for a unit that owns no dossiers of its own
 * @param weight its share of the dossiers beside the units of the same scope
 */
public record DemoUnit(String code, UnitLevel level, String parent, String key, int weight, String name) {

    /** All units, parents first. */
    public static List<DemoUnit> all() {
        return Table.read("units.csv").stream()
                .map(row -> new DemoUnit(
                        row.text("code"),
                        UnitLevel.valueOf(row.text("level")),
                        row.text("parent"),
                        row.text("key"),
                        row.number("weight"),
                        row.text("name")))
                .toList();
    }

    /** Whether it is that unit or lies below it. */
    public boolean isWithin(String ancestor) {
        return code.equals(ancestor) || code.startsWith(ancestor + ".");
    }

    /** The code of its province, as {@code H20}. */
    public String province() {
        return code.substring(0, 3);
    }
}
