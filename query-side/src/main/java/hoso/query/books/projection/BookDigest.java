package hoso.query.books.projection;

import hoso.query.books.line.Journal;
import hoso.query.books.line.LineUnpacker;
import hoso.query.books.packed.Unpacker;
import hoso.query.books.slot.BookState;
import hoso.query.books.slot.BookStates;
import hoso.query.books.slot.Slot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What books say, as one sum of hashes for each of their tables: equal for equal logs at equal positions, however batches
 * were cut and however often the journal was folded, as long as all of it is. Nobody is kept from making two books with
 * one digest; what goes wrong by itself makes none but by a chance of one to 2⁶⁴.
 *
 * @param parts by table
 */
public record BookDigest(Map<String, String> parts) {

    /** Tables whose rows are the same in equal books. */
    private static final List<String> ROWS = List.of(
            "code", "dossier", "petition", "parked", "unit_page", "procedure_block", "segment_page", "segment_block");

    /** Rows fetched at once: some 2 MB. */
    private static final int FETCH_ROWS = 1_000;

    /**
     * @param snapshot a connection in a transaction that sees one moment
     */
    public static BookDigest of(Connection snapshot, Slot slot) throws SQLException {
        var sql = JdbcClient.create(new SingleConnectionDataSource(snapshot, true));
        BookState state = new BookStates(sql).of(slot);
        if (state.folded() < state.position()) throw new IllegalArgumentException("not all is folded: " + state);
        Map<String, String> parts = new TreeMap<>();
        parts.put("place", state.place().toString());
        for (String table : ROWS) parts.put(table, rows(sql, slot.table(table)));
        // moments stand in pieces as batches were cut; what they tell is told by the other columns for whole blocks
        parts.put(
                "publisher",
                rows(
                        sql,
                        "(SELECT hour, block, origin, publisher, source, unit, events, first, last, first_at, last_at FROM "
                                + slot.table("publisher") + ")"));
        parts.put("journal", journal(snapshot, state));
        parts.put("day_line", dayLines(snapshot, slot));
        return new BookDigest(parts);
    }

    /** The tables that say something else in another. */
    public List<String> differences(BookDigest other) {
        return parts.keySet().stream()
                .filter(table -> !Objects.equals(parts.get(table), other.parts.get(table)))
                .toList();
    }

    /** Where the rows are found does not matter, so they are read as they lie. */
    private static String rows(JdbcClient sql, String table) {
        return sql.sql("SELECT count(*) || ' ' || coalesce(sum(hash_record_extended(t, 0)), 0) FROM " + table + " t")
                .query(String.class)
                .single();
    }

    private static String journal(Connection snapshot, BookState state) throws SQLException {
        var lines = new LineHash();
        Journal.read(snapshot, state.slot(), 0, state.position(), new Journal.Reader() {
            private long at;

            @Override
            public void event(long position) {
                at = position;
                lines.add(position, 0, 0, 1);
            }

            @Override
            public void line(long key, long micros, long amount) {
                lines.add(at, key, micros, amount);
            }
        });
        return lines.toString();
    }

    /** Lines come in rows of any length, and those that count the same may be one or many. */
    private static String dayLines(Connection snapshot, Slot slot) throws SQLException {
        var hash = new LineHash();
        try (var query = snapshot.prepareStatement("SELECT day, unit, segment, lines FROM " + slot.table("day_line"))) {
            query.setFetchSize(FETCH_ROWS);
            query.unwrap(PGStatement.class).setPrepareThreshold(Journal.BINARY_AT_ONCE);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    // units stay below 2²⁰
                    long where = rows.getLong(1) << 40 ^ rows.getLong(2) << 20 ^ rows.getLong(3);
                    new LineUnpacker(new Unpacker(rows.getBytes(4)))
                            .rest((key, micros, amount) -> hash.add(where, key, micros, amount));
                }
            }
        }
        return hash.toString();
    }
}
