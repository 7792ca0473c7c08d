package hoso.query.board.kept;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Whole rows of a table of the schema, as maps from the names of its columns; sent as one JSON. */
final class TableRows {

    private static final JsonMapper JSON = new JsonMapper();

    private final Connection connection;
    private final String table;
    private final String given;

    TableRows(Connection connection, String table) {
        this.connection = connection;
        this.table = "board." + table;
        this.given = "SELECT * FROM jsonb_populate_recordset(NULL::" + this.table + ", ?::jsonb)";
    }

    /** These in the place of all there are. */
    void replace(List<Map<String, Object>> rows) throws SQLException {
        execute("DELETE FROM " + table);
        execute("INSERT INTO " + table + " " + given, rows);
    }

    /**
     * The same, but a row that stays as it is is left alone: for what is written again and again.
     *
     * @param key its first column
     * @param others all its others, with commas between them
     */
    void change(String key, String others, List<Map<String, Object>> rows) throws SQLException {
        execute(
                "DELETE FROM " + table + " WHERE " + key + " NOT IN (SELECT " + key + " FROM (" + given + ") AS given)",
                rows);
        execute(
                "INSERT INTO " + table + " AS kept (" + key + ", " + others + ") SELECT " + key + ", " + others
                        + " FROM ("
                        + given + ") AS given ON CONFLICT (" + key + ") DO UPDATE SET (" + others + ") = (SELECT "
                        + others.replaceAll("(\\w+)", "excluded.$1") + ") WHERE ("
                        + others.replaceAll("(\\w+)", "kept.$1") + ") IS DISTINCT FROM ("
                        + others.replaceAll("(\\w+)", "excluded.$1") + ")",
                rows);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void execute(String sql, List<Map<String, Object>> rows) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, JSON.writeValueAsString(rows));
            statement.executeUpdate();
        }
    }
}
