package hoso.query.board.kept;

import hoso.query.ledger.Measure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Adds sums of the journal to the days and months of units and procedures; all within the transaction of the connection. */
final class SummedLines {

    /** Of the session, so that a day that has two lines in one piece is updated once. */
    private static final String PIECE =
            "CREATE TEMPORARY TABLE IF NOT EXISTS piece (day date, unit text, procedure text,"
                    + " field text, channel text, " + each(column -> column + " bigint") + ") ON COMMIT DELETE ROWS";

    private static final String MONTH = "date_trunc('month', day::timestamp)::date";

    private static final List<String> INSERTS = List.of(
            into("procedure_day", "day, unit, procedure, field, channel", "day, unit, procedure, field, channel"),
            into("unit_day", "day, unit, channel", "day, unit, channel"),
            into("unit_month", "month, unit, channel", MONTH + ", unit, channel"),
            into(
                    "procedure_month",
                    "month, unit, procedure, field, channel",
                    MONTH + ", unit, procedure, field, channel"));

    private SummedLines() {}

    static void add(Connection connection, int generation, DaySums sums) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(PIECE);
        }
        sums.rows().into(connection, "pg_temp.piece");
        for (String insert : INSERTS)
            try (var statement = connection.prepareStatement(insert)) {
                statement.setInt(1, generation);
                statement.executeUpdate();
            }
    }

    /**
     * Adds up the piece under the keys of a table, in their order, and adds that to what it has.
     *
     * @param keys of the table, beside the generation
     * @param from what they are in the piece
     */
    private static String into(String table, String keys, String from) {
        return "INSERT INTO board." + table + " AS kept (generation, " + keys + ", " + each(SummedLines::same)
                + ") SELECT ?, " + from + ", " + each(column -> "nullif(sum(" + column + "), 0)")
                + " FROM pg_temp.piece GROUP BY " + from + " ORDER BY unit, 2"
                + " ON CONFLICT (generation, " + keys + ") DO UPDATE SET " + each(SummedLines::added);
    }

    private static String same(String column) {
        return column;
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
