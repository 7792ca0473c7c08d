package hoso.standalone.backup;

import hoso.proof.MerkleTree;
import hoso.standalone.backup.Manifest.Opened;
import hoso.standalone.backup.Manifest.Part;
import hoso.standalone.launch.Refused;
import hoso.standalone.verify.ErasingOrder;
import hoso.standalone.verify.OneMoment;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a store is beside its rows, at the moment that a connection reads. */
record StoreState(Connection connection) {

    /**
     * A running house signs every ten seconds: younger events will be signed, and are left to the next backup. Not so where
     * one of them is an order to erase texts: what it has emptied is empty in this moment already, and none but the order says
     * why.
     */
    private static final String NEWEST_UNLESS_SOON_SIGNED = """
            SELECT CASE WHEN h.size IS NULL OR n.recorded_at < now() - interval '60 seconds'
                             OR EXISTS (SELECT FROM store.event WHERE position > h.size AND %s)
                        THEN (SELECT max(position) FROM store.event) ELSE h.size END
            FROM (SELECT max(size) AS size FROM store.tree_head) h
            LEFT JOIN LATERAL (SELECT recorded_at FROM store.event WHERE position > h.size ORDER BY position LIMIT 1) n
                ON true""".formatted(ErasingOrder.IS_ONE);

    /**
     * The backup before may have ended beyond the last head of its time: heads of events that it has were signed since. A head
     * that was signed an hour before its last event was recorded was there when it was written.
     */
    private static final String HEADS_OF_THE_ONE_BEFORE = """
            SELECT h.size FROM store.event e, store.tree_head h
            WHERE e.position = ? AND h.size <= ?
              AND substring(h.line FROM '"signedAt":"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z)"')::timestamptz
                  < e.recorded_at - interval '1 hour'
            ORDER BY h.size DESC LIMIT 1""";

    /**
     * What is to be written.
     *
     * @param headsAfter the heads that are written are of sizes above this one, and up to the last position
     * @param line of the newest head up to there; null where there is none
     * @param signed its size; 0 where there is none
     */
    record Range(
            long after,
            String afterLeaf,
            long to,
            String toLeaf,
            long headsAfter,
            @Nullable String line,
            long signed) {}

    /** @throws Refused where it is no store that can be backed up */
    void check() throws SQLException {
        if (!OneMoment.has(connection, "store.event"))
            throw Refused.unavailable("there is no event store in this database");
        if (!OneMoment.has(connection, "store.head_key"))
            throw Refused.unavailable("the store was made by an older version: start this one on it first");
    }

    /** @throws Refused where nothing came after that position, or it has no event */
    Range range(long after) throws SQLException {
        long to = end();
        String afterLeaf = after == 0
                ? ""
                : leaf(after)
                        .orElseThrow(() -> Refused.unavailable("the store has no event at position " + after
                                + ": --after wants the last position of the backup before"));
        if (to <= after)
            throw Refused.unavailable(
                    after == 0
                            ? "there is no event in this store"
                            : "nothing that is signed came after position " + after + " yet");
        String toLeaf = leaf(to).orElseThrow(() -> Refused.unavailable(
                "the store lacks position " + to + ", up to which it is signed: have it checked by infra/run verify"));
        return range(after, to, afterLeaf, toLeaf);
    }

    private long headsAfter(long position) throws SQLException {
        try (var statement = connection.prepareStatement(HEADS_OF_THE_ONE_BEFORE)) {
            statement.setLong(1, position);
            statement.setLong(2, position);
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private Range range(long after, long to, String afterLeaf, String toLeaf) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT size, line FROM store.tree_head WHERE size <= ? ORDER BY size DESC LIMIT 1")) {
            statement.setLong(1, to);
            try (var row = statement.executeQuery()) {
                boolean signed = row.next();
                return new Range(
                        after,
                        afterLeaf,
                        to,
                        toLeaf,
                        headsAfter(after),
                        signed ? row.getString(2) : null,
                        signed ? row.getLong(1) : 0);
            }
        }
    }

    private long end() throws SQLException {
        try (var statement = connection.prepareStatement(NEWEST_UNLESS_SOON_SIGNED);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private Optional<String> leaf(long position) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT leaf FROM store.event WHERE position = ?")) {
            statement.setLong(1, position);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(MerkleTree.hex(row.getBytes(1))) : Optional.empty();
            }
        }
    }

    Manifest manifest(Range range, Map<String, Part> parts) throws SQLException {
        return new Manifest(
                Manifest.FORMAT,
                range.after(),
                range.afterLeaf(),
                range.to(),
                range.toLeaf(),
                now(),
                incarnations(),
                range.headsAfter(),
                range.line(),
                keys(),
                parts);
    }

    private Instant now() throws SQLException {
        try (var statement = connection.prepareStatement("SELECT now()");
                var row = statement.executeQuery()) {
            row.next();
            return instant(row, 1);
        }
    }

    private List<Opened> incarnations() throws SQLException {
        try (var statement = connection.prepareStatement(
                        "SELECT number, first_position, lost_from, lost_to, opened_at, opened_by, reason"
                                + " FROM store.incarnation ORDER BY number");
                var row = statement.executeQuery()) {
            List<Opened> opened = new ArrayList<>();
            while (row.next())
                opened.add(new Opened(
                        row.getInt(1),
                        row.getLong(2),
                        row.getObject(3, Long.class),
                        row.getObject(4, Long.class),
                        instant(row, 5),
                        row.getString(6),
                        row.getString(7)));
            return opened;
        }
    }

    private List<Manifest.Key> keys() throws SQLException {
        try (var statement = connection.prepareStatement(
                        "SELECT fingerprint, encoded FROM store.head_key ORDER BY fingerprint");
                var row = statement.executeQuery()) {
            List<Manifest.Key> keys = new ArrayList<>();
            while (row.next()) keys.add(new Manifest.Key(row.getString(1), row.getBytes(2)));
            return keys;
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
