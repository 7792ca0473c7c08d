package hoso.standalone.verify;

import hoso.event.wire.Digests;
import hoso.event.wire.StoredEventFormat;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

/** Along the free texts that are there: each has the salted hash that its event holds. */
final class TextWalk {

    private static final String SELECT = """
            SELECT t.position, t.path, t.salt, t.text, e.rest
            FROM store.free_text t LEFT JOIN store.event e ON e.position = t.position
            WHERE t.text IS NOT NULL ORDER BY t.position""";

    private static final int FETCHED_AT_ONCE = 1_000;

    private final Findings findings;
    private final Progress progress;
    private long position = -1;
    private Map<String, String> hashes = Map.of();
    private long seen;

    TextWalk(Findings findings, Progress progress) {
        this.findings = findings;
        this.progress = progress;
    }

    /** Answers how many there were. */
    long walk(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            try (var rows = statement.executeQuery(SELECT)) {
                while (rows.next()) take(rows);
            }
        }
        findings.checked(Check.TEXTS, seen);
        return seen;
    }

    private void take(ResultSet row) throws SQLException {
        if (++seen % FETCHED_AT_ONCE == 0) progress.reached(seen);
        if (row.getLong(1) != position) {
            position = row.getLong(1);
            hashes = hashes(position, row.getBytes(5));
        }
        String path = row.getString(2);
        byte[] salt = row.getBytes(3);
        String hash = salt == null ? "" : Digests.text(salt, row.getString(4));
        if (!hash.equals(hashes.get(path)))
            findings.wrong(
                    Check.TEXTS, position, "the text of '" + path + "' is not the one that its event has the hash of");
    }

    private static Map<String, String> hashes(long position, byte[] rest) {
        if (rest == null) return Map.of();
        try {
            // when it was recorded has no bearing on its texts
            return StoredEventFormat.read(StoredEventFormat.bytes(Math.max(1, position), Instant.EPOCH, rest))
                    .event()
                    .textHashes();
        } catch (RuntimeException damaged) {
            return Map.of();
        }
    }
}
