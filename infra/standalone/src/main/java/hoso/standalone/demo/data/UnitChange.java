package hoso.standalone.demo.data;

import java.time.LocalDate;
import java.util.List;

/**
 * What became of a unit at the reorganisation of 1 March 2025, after all five reports.
 *
 * @param other the successor's code, or the new name
 */
public record UnitChange(String code, Kind kind, String other, LocalDate validFrom) {

    /** Whether the unit went up in another or was given a new name. */
    public enum Kind {
        MERGED,
        RENAMED
    }

    public static List<UnitChange> all() {
        return Table.read("unit-changes.csv").stream()
                .map(row -> new UnitChange(
                        row.text("code"), Kind.valueOf(row.text("change")), row.text("other"), row.date("validFrom")))
                .toList();
    }
}
