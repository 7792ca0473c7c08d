package hoso.query.books.block;

import hoso.query.copy.CopyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Rows of pages or of blocks: those there are, and those that are to be there. */
final class SumRows {

    private static final int OF_ALL_SEGMENTS = -1;

    private final String table;
    private final String index;
    private final int segment;
    private final CopyRows changed = new CopyRows();
    private final CopyRows emptied = new CopyRows();

    private SumRows(String table, String index, int segment) {
        this.table = table;
        this.index = index;
        this.segment = segment;
    }

    /**
     * @param index the column that counts pages or blocks
     */
    static SumRows ofAll(String table, String index) {
        return new SumRows(table, index, OF_ALL_SEGMENTS);
    }

    /** Of a table that keeps segments apart. */
    static SumRows ofSegment(String table, String index, int segment) {
        return new SumRows(table, index, segment);
    }

    /** Adds to rows, and leaves what they now say in the sums that were added. */
    void add(Connection connection, Map<BlockId, ? extends RowSums<?>> added) throws SQLException {
        read(connection, added.keySet(), (id, known) -> sums(added, id).add(known));
        added.forEach(this::put);
    }

    /**
     * Adds to rows, and leaves the sums that were added as they are.
     *
     * @param zero gives sums that are 0
     */
    <S extends RowSums<S>> void add(Connection connection, Map<BlockId, S> added, Supplier<S> zero)
            throws SQLException {
        Set<BlockId> unknown = new HashSet<>(added.keySet());
        read(connection, added.keySet(), (id, known) -> {
            S both = zero.get();
            both.add(known);
            both.add(sums(added, id));
            put(id, both);
            unknown.remove(id);
        });
        for (BlockId id : unknown) if (!sums(added, id).isZero()) put(id, sums(added, id));
    }

    private static <S> S sums(Map<BlockId, S> added, BlockId id) {
        return Objects.requireNonNull(added.get(id));
    }

    /** The rows of these ids, where there are any: one search each, whatever the planner believes of a new table. */
    private void read(Connection connection, Collection<BlockId> ids, BiConsumer<BlockId, byte[]> found)
            throws SQLException {
        String sql = "SELECT span, index, unit, sums"
                + " FROM unnest(?::smallint[], ?::integer[], ?::integer[]) AS wanted (span, index, unit)"
                + " CROSS JOIN LATERAL (SELECT sums FROM " + table + " AS known WHERE known.span = wanted.span"
                + " AND known." + index + " = wanted.index AND known.unit = wanted.unit"
                + (keepsSegments() ? " AND segment = " + segment : "") + " LIMIT 1) AS known";
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
    private void put(BlockId id, RowSums<?> sums) {
        boolean zero = sums.isZero();
        int fields = (keepsSegments() ? 4 : 3) + (zero ? 0 : 1);
        CopyRows rows = (zero ? emptied : changed)
                .row(fields)
                .int2(id.span().ordinal())
                .int4(id.index())
                .int4(id.unit());
        if (keepsSegments()) rows.int4(segment);
        if (!zero) rows.bytea(sums.bytes());
    }

    void write(Connection connection) throws SQLException {
        String key = "span, " + index + ", unit" + (keepsSegments() ? ", segment" : "");
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE folded (LIKE " + table + ") ON COMMIT DROP");
            changed.into(connection, "pg_temp.folded");
            statement.execute("INSERT INTO " + table + " SELECT * FROM pg_temp.folded ORDER BY " + key
                    + " ON CONFLICT (" + key + ") DO UPDATE SET sums = excluded.sums");
            statement.execute("TRUNCATE pg_temp.folded");
            statement.execute("ALTER TABLE pg_temp.folded DROP COLUMN sums");
            emptied.into(connection, "pg_temp.folded");
            statement.execute("DELETE FROM " + table + " WHERE (" + key + ") IN (SELECT * FROM pg_temp.folded)");
            statement.execute("DROP TABLE pg_temp.folded");
        }
    }

    private boolean keepsSegments() {
        return segment != OF_ALL_SEGMENTS;
    }
}
