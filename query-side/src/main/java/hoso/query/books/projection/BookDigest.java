package hoso.query.books.projection;

import hoso.query.books.line.Journal;
import hoso.query.books.line.LineUnpacker;
import hoso.query.books.packed.Unpacker;
import hoso.query.books.slot.BookState;
import hoso.query.books.slot.BookStates;
import hoso.query.books.slot.Slot;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What books say, as one hash for each of their tables: equal for equal logs at equal positions, however batches were
 * cut and however often the journal was folded, as long as all of it is.
 *
 * @param parts by table
 */
public record BookDigest(Map<String, String> parts) {

    /** Tables whose rows are the same in equal books, and what orders them. */
    private static final Map<String, String> ROWS = Map.of(
            "code", "kind, id",
            "dossier", "id",
            "petition", "id",
            "parked", "stream",
            "unit_page", "span, page, unit",
            "procedure_block", "span, block, unit");

    /** Rows fetched at once. */
    private static final int FETCH_ROWS = 1_000;

    /**
     * @param snapshot a connection in a transaction that sees one moment
     */
    public static BookDigest of(Connection snapshot, Slot slot) throws SQLException {
        var states = new BookStates(JdbcClient.create(new SingleConnectionDataSource(snapshot, true)));
        BookState state = states.of(slot);
        if (state.folded() < state.position()) throw new IllegalArgumentException("not all is folded: " + state);
        Map<String, String> parts = new TreeMap<>();
        parts.put("place", state.place().toString());
        for (var table : ROWS.entrySet())
            parts.put(table.getKey(), rows(snapshot, slot.table(table.getKey()), table.getValue()));
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

    private static String rows(Connection snapshot, String table, String order) throws SQLException {
        MessageDigest digest = sha256();
        String sql = "SELECT sha256(record_send(t)) FROM " + table + " t ORDER BY " + order;
        try (var query = snapshot.prepareStatement(sql)) {
            query.setFetchSize(FETCH_ROWS);
            try (var rows = query.executeQuery()) {
                while (rows.next()) digest.update(rows.getBytes(1));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String journal(Connection snapshot, BookState state) throws SQLException {
        MessageDigest digest = sha256();
        Journal.read(snapshot, state.slot(), 0, state.position(), new Journal.Reader() {
            @Override
            public void event(long position) {
                update(digest, position);
            }

            @Override
            public void line(long key, long micros, long amount) {
                update(digest, key, micros, amount);
            }
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Lines come in rows of any length; those that count the same are one, as if all had been folded at once. */
    private static String dayLines(Connection snapshot, Slot slot) throws SQLException {
        MessageDigest digest = sha256();
        Map<List<Long>, Long> sums = new TreeMap<>(BookDigest::compare);
        long last = Long.MIN_VALUE;
        String sql = "SELECT day, unit, lines FROM " + slot.table("day_line") + " ORDER BY day, unit";
        try (var query = snapshot.prepareStatement(sql)) {
            query.setFetchSize(FETCH_ROWS);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    long dayOfUnit = rows.getLong(1) << Integer.SIZE | rows.getInt(2);
                    if (dayOfUnit != last) take(digest, sums);
                    last = dayOfUnit;
                    new LineUnpacker(new Unpacker(rows.getBytes(3)))
                            .rest((key, micros, amount) -> sums.merge(List.of(micros, key), amount, Long::sum));
                }
            }
        }
        take(digest, sums);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void take(MessageDigest digest, Map<List<Long>, Long> sums) {
        sums.forEach((line, amount) -> {
            if (amount != 0) update(digest, line.get(0), line.get(1), amount);
        });
        sums.clear();
    }

    private static int compare(List<Long> one, List<Long> other) {
        int order = one.get(0).compareTo(other.get(0));
        return order != 0 ? order : one.get(1).compareTo(other.get(1));
    }

    private static void update(MessageDigest digest, long... numbers) {
        var bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
        for (long number : numbers) bytes.putLong(number);
        digest.update(bytes.array());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
