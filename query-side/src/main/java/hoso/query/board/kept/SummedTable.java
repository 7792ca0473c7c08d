package hoso.query.board.kept;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of sums: by the day or the month, of the unit alone or of its procedures. */
enum SummedTable {
    PROCEDURE_DAY(false, true),
    UNIT_DAY(false, false),
    UNIT_MONTH(true, false),
    PROCEDURE_MONTH(true, true);

    private final boolean byMonth;
    private final boolean byProcedure;

    SummedTable(boolean byMonth, boolean byProcedure) {
        this.byMonth = byMonth;
        this.byProcedure = byProcedure;
    }

    /** Its name within the schema. */
    String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The columns that tell its rows apart, within a generation of the books; all texts but the first. */
    List<String> keys() {
        List<String> keys = new ArrayList<>(List.of(byMonth ? "month" : "day", "unit"));
        if (byProcedure) keys.addAll(List.of("procedure", "field"));
        keys.add("channel");
        return List.copyOf(keys);
    }

    boolean byMonth() {
        return byMonth;
    }

    boolean byProcedure() {
        return byProcedure;
    }
}
