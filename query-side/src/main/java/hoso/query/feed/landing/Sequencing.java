package hoso.query.feed.landing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives what has landed its place in the local order: of each origin the next positions that follow without a gap. What it
 * keeps in memory holds as long as its connection has the lock.
 */
final class Sequencing {

    /** Of one origin in one turn: then the others have theirs, and what is read of a span stays small. */
    private static final int SPAN_MAX = 4_096;

    private final Connection connection;

    /** How far each origin is covered, by its number. */
    private final Map<Integer, Long> covered = new HashMap<>();

    /** Positions waited for, by the number of the origin. */
    private final Map<Integer, Long> missing = new HashMap<>();

    private long head;
    private int references;
    private Instant recordedAt = Instant.EPOCH;

    /**
     * @param origin its number
     * @param last position up to which it goes on without a gap; that covered before where it does not
     * @param beyond whether more has landed
     */
    private record Run(int origin, long first, long last, boolean beyond) {
        boolean isEmpty() {
            return last < first;
        }

        boolean isFull() {
            return last - first + 1 == SPAN_MAX;
        }
    }

    Sequencing(Connection connection) throws SQLException {
        this.connection = connection;
        try (var query = connection.createStatement()) {
            try (var row =
                    query.executeQuery("SELECT last, recorded_at FROM landing.span ORDER BY last DESC LIMIT 1")) {
                if (row.next()) {
                    head = row.getLong(1);
                    recordedAt = row.getObject(2, OffsetDateTime.class).toInstant();
                }
            }
            try (var row = query.executeQuery("SELECT coalesce(max(number) + 1, 0) FROM landing.reference")) {
                row.next();
                references = row.getInt(1);
            }
            try (var rows = query.executeQuery("""
                    SELECT number, origin_first + last - first FROM landing.origin o CROSS JOIN LATERAL (
                        SELECT * FROM landing.span WHERE origin = o.number ORDER BY origin_first DESC LIMIT 1) s""")) {
                while (rows.next()) covered.put(rows.getInt(1), rows.getLong(2));
            }
            try (var rows =
                    query.executeQuery("SELECT number, missing FROM landing.origin WHERE missing IS NOT NULL")) {
                while (rows.next()) missing.put(rows.getInt(1), rows.getLong(2));
            }
        }
    }

    /** Takes in what has landed of some origins; answers whether more is likely to wait. */
    boolean step(Collection<String> origins, Instant now) throws SQLException {
        passOverLost(origins);
        List<Run> runs = runs(origins);
        if (now.isAfter(recordedAt)) recordedAt = now;
        connection.setAutoCommit(false);
        for (Run run : runs) {
            if (!run.isEmpty()) place(run);
            tellOfGap(run, now);
        }
        connection.commit();
        connection.setAutoCommit(true);
        return runs.stream().anyMatch(Run::isFull);
    }

    /** Where the next position of an origin was declared as lost, it goes on behind those that were. */
    private void passOverLost(Collection<String> origins) throws SQLException {
        try (var query = connection.prepareStatement("""
                SELECT l.origin, l.first, l.last FROM landing.lost l JOIN landing.origin o ON o.number = l.origin
                WHERE o.name = ANY (?) AND o.stopped IS NULL ORDER BY l.origin, l.first""")) {
            query.setArray(1, connection.createArrayOf("text", origins.toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    int origin = rows.getInt(1);
                    if (covered.getOrDefault(origin, 0L) + 1 == rows.getLong(2)) covered.put(origin, rows.getLong(3));
                }
            }
        }
    }

    private List<Run> runs(Collection<String> origins) throws SQLException {
        try (var query = connection.prepareStatement("""
                WITH known (number, covered) AS (SELECT * FROM unnest(?::int[], ?::bigint[]))
                SELECT o.number, coalesce(k.covered, 0), run.last, coalesce(run.last, k.covered, 0) < coalesce(
                    (SELECT position FROM landing.event WHERE origin = o.number ORDER BY position DESC LIMIT 1), 0)
                FROM landing.origin o LEFT JOIN known k USING (number)
                CROSS JOIN LATERAL (SELECT max(position) AS last FROM (
                        SELECT position, row_number() OVER (ORDER BY position) AS nth FROM landing.event
                        WHERE origin = o.number AND position > coalesce(k.covered, 0) ORDER BY position LIMIT ?) e
                    WHERE position - nth = coalesce(k.covered, 0)) run
                WHERE o.name = ANY (?) AND o.stopped IS NULL ORDER BY o.number""")) {
            query.setArray(1, connection.createArrayOf("int4", covered.keySet().toArray()));
            query.setArray(2, connection.createArrayOf("int8", covered.values().toArray()));
            query.setInt(3, SPAN_MAX);
            query.setArray(4, connection.createArrayOf("text", origins.toArray()));
            List<Run> runs = new ArrayList<>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    long before = rows.getLong(2);
                    runs.add(
                            new Run(rows.getInt(1), before + 1, Math.max(before, rows.getLong(3)), rows.getBoolean(4)));
                }
            }
            return runs;
        }
    }

    private void place(Run run) throws SQLException {
        long first = head + 1;
        long last = head + run.last() - run.first() + 1;
        try (var insert = connection.prepareStatement(
                "INSERT INTO landing.span (first, last, origin_first, recorded_at, origin) VALUES (?, ?, ?, ?, ?)")) {
            insert.setLong(1, first);
            insert.setLong(2, last);
            insert.setLong(3, run.first());
            insert.setObject(4, recordedAt.atOffset(ZoneOffset.UTC));
            insert.setInt(5, run.origin());
            insert.executeUpdate();
        }
        references += placeReference(run, first);
        head = last;
        covered.put(run.origin(), run.last());
    }

    private int placeReference(Run run, long first) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO landing.reference (number, position, origin_position, origin)
                SELECT ? + row_number() OVER (ORDER BY position) - 1, ? + position - ?, position, origin
                FROM landing.event WHERE origin = ? AND position BETWEEN ? AND ? AND stream >= 'r/' AND stream < 'r0'
                """)) {
            insert.setInt(1, references);
            insert.setLong(2, first);
            insert.setLong(3, run.first());
            insert.setInt(4, run.origin());
            insert.setLong(5, run.first());
            insert.setLong(6, run.last());
            return insert.executeUpdate();
        }
    }

    /** A gap is not yet a fault: what is missing may come from another partition. */
    private void tellOfGap(Run run, Instant now) throws SQLException {
        Long waitedFor = run.beyond() && !run.isFull() ? Long.valueOf(run.last() + 1) : null;
        Long told = missing.get(run.origin());
        if (waitedFor == null ? told == null : waitedFor.equals(told)) return;
        Origins.missing(connection, run.origin(), waitedFor, now);
        if (waitedFor == null) missing.remove(run.origin());
        else missing.put(run.origin(), waitedFor);
    }

    /** The newest local position. */
    long head() {
        return head;
    }
}
