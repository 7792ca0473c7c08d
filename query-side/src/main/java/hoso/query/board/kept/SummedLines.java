package hoso.query.board.kept;

import hoso.query.ledger.Measure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Adds sums of the journal to {@code board.day} and {@code board.month}; all within the transaction of the connection. */
final class SummedLines {

    private static final String KEYS = "day, unit, procedure, field, channel";

    /** Of the session, so that a day that has two lines in one piece is updated once. */
    private static final String PIECE =
            "CREATE TEMPORARY TABLE IF NOT EXISTS piece (day date, unit text, procedure text,"
                    + " field text, channel text, " + each(column -> column + " bigint") + ") ON COMMIT DELETE ROWS";

    private static final String TO_DAYS =
            "INSERT INTO board.day AS kept (generation, " + KEYS + ", " + each(SummedLines::same)
                    + ") SELECT ?, " + KEYS + ", " + each(SummedLines::same) + " FROM pg_temp.piece ORDER BY unit, day"
                    + " ON CONFLICT (generation, unit, day, procedure, field, channel) DO UPDATE SET "
                    + each(SummedLines::added);

    private static final String TO_MONTHS = "INSERT INTO board.month AS kept (generation, month, unit, channel, "
            + each(SummedLines::same) + ") SELECT ?, date_trunc('month', day::timestamp)::date, unit, channel, "
            + each(column -> "nullif(sum(" + column + "), 0)") + " FROM pg_temp.piece GROUP BY 2, 3, 4 ORDER BY 3, 2"
            + " ON CONFLICT (generation, unit, month, channel) DO UPDATE SET " + each(SummedLines::added);

    private SummedLines() {}

    static void add(Connection connection, int generation, DaySums sums) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(PIECE);
        }
        sums.rows().into(connection, "pg_temp.piece");
        for (String insert : new String[] {TO_DAYS, TO_MONTHS})
            try (var statement = connection.prepareStatement(insert)) {
                statement.setInt(1, generation);
                statement.executeUpdate();
            }
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
