package hoso.query.books.block;

import hoso.query.books.slot.CopyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.BiConsumer;

/** Rows of pages or of blocks: those there are, and those that are to be there. */
final class SumRows {

    private final String table;
    private final String index;
    private final CopyRows changed = new CopyRows();
    private final CopyRows emptied = new CopyRows();

    /**
     * @param index the column that counts pages or blocks
     */
    SumRows(String table, String index) {
        this.table = table;
        this.index = index;
    }

    /** The rows of these ids, where there are any. */
    void read(Connection connection, Collection<BlockId> ids, BiConsumer<BlockId, byte[]> found) throws SQLException {
        String sql = "SELECT span, " + index + ", unit, sums FROM unnest(?::smallint[], ?::integer[], ?::integer[])"
                + " AS wanted (span, " + index + ", unit) JOIN " + table + " USING (span, " + index + ", unit)";
        try (var query = connection.prepareStatement(sql)) {
            query.setObject(1, ids.stream().mapToInt(id -> id.span().ordinal()).toArray());
            query.setObject(2, ids.stream().mapToInt(BlockId::index).toArray());
            query.setObject(3, ids.stream().mapToInt(BlockId::unit).toArray());
            try (var rows = query.executeQuery()) {
                while (rows.next())
                    found.accept(
                            new BlockId(Span.values()[rows.getInt(1)], rows.getInt(2), rows.getInt(3)),
                            rows.getBytes(4));
            }
        }
    }

    /** What is 0 in all has no row: equal sums are equal rows. */
    void put(BlockId id, boolean zero, byte[] sums) {
        CopyRows rows = (zero ? emptied.row(3) : changed.row(4))
                .int2(id.span().ordinal())
                .int4(id.index())
                .int4(id.unit());
        if (!zero) rows.bytea(sums);
    }

    void write(Connection connection) throws SQLException {
        String key = "(span, " + index + ", unit)";
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE folded (LIKE " + table + ") ON COMMIT DROP");
            changed.into(connection, "pg_temp.folded");
            statement.execute("INSERT INTO " + table + " SELECT * FROM pg_temp.folded ORDER BY span, " + index
                    + ", unit ON CONFLICT " + key + " DO UPDATE SET sums = excluded.sums");
            statement.execute("TRUNCATE pg_temp.folded");
            statement.execute("ALTER TABLE pg_temp.folded DROP COLUMN sums");
            emptied.into(connection, "pg_temp.folded");
            statement.execute("DELETE FROM " + table + " WHERE " + key + " IN (SELECT * FROM pg_temp.folded)");
            statement.execute("DROP TABLE pg_temp.folded");
        }
    }
}
