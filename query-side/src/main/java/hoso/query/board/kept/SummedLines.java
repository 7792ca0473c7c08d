package hoso.query.board.kept;

import hoso.query.ledger.Measure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Adds sums of the journal to the days and months of units and procedures; all within the transaction of the connection. */
final class SummedLines {

    private SummedLines() {}

    static void add(Connection connection, int generation, DaySums sums) throws SQLException {
        for (SummedTable table : SummedTable.values()) {
            try (var statement = connection.createStatement()) {
                statement.execute(piece(table));
            }
            sums.rows(table).into(connection, "pg_temp.piece_" + table.table() + " (" + columns(table) + ")");
            try (var statement = connection.prepareStatement(adding(table))) {
                statement.setInt(1, generation);
                statement.executeUpdate();
            }
        }
    }

    /** Where rows of the table arrive; of the session. */
    private static String piece(SummedTable table) {
        return "CREATE TEMPORARY TABLE IF NOT EXISTS piece_" + table.table() + " ON COMMIT DELETE ROWS AS SELECT "
                + columns(table) + " FROM board." + table.table() + " WITH NO DATA";
    }

    /** Adds what has arrived to what there is. */
    private static String adding(SummedTable table) {
        return "INSERT INTO board." + table.table() + " AS kept (generation, " + columns(table) + ") SELECT ?, "
                + columns(table) + " FROM pg_temp.piece_" + table.table() + " ON CONFLICT (generation, "
                + String.join(", ", table.keys()) + ") DO UPDATE SET " + each(SummedLines::added);
    }

    private static String columns(SummedTable table) {
        return String.join(", ", table.keys()) + ", " + each(column -> column);
    }

    private static String added(String column) {
        return column + " = nullif(coalesce(kept." + column + ", 0) + coalesce(excluded." + column + ", 0), 0)";
    }

    /** Something of the column of each measure, one after the other. */
    private static String each(UnaryOperator<String> of) {
        return Measure.all().stream()
                .map(measure -> of.apply(measure.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }
}
