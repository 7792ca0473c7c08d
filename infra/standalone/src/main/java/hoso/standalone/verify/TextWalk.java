package hoso.standalone.verify;

import hoso.event.wire.Digests;
import hoso.event.wire.StoredEventFormat;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Along the events that have free texts, and the texts beside them, both in the order of positions: each text has the salted
 * hash that its event holds, none is there without one, and none is gone or empty but by a later order to erase those of its
 * stream.
 */
final class TextWalk {

    /** No string within an event has a quotation mark by itself, so this stands nowhere else. */
    private static final String EVENTS = """
            SELECT position, stream, rest FROM store.event WHERE rest LIKE '%,"texts":{%'::bytea ORDER BY position""";

    private static final String TEXTS =
            "SELECT position, path, salt, text FROM store.free_text ORDER BY position, path";

    private static final String IS_ERASED = """
            SELECT EXISTS (SELECT FROM store.event WHERE stream = ? AND position > ? AND %s)""".formatted(ErasingOrder.IS_ONE);

    private static final int FETCHED_AT_ONCE = 1_000;

    private final Findings findings;
    private final Progress progress;
    private long seen;

    TextWalk(Findings findings, Progress progress) {
        this.findings = findings;
        this.progress = progress;
    }

    /** Answers how many texts there were. */
    long walk(Connection connection) throws SQLException {
        try (var ofEvents = connection.createStatement();
                var ofTexts = connection.createStatement();
                var events = rows(ofEvents, EVENTS);
                var texts = rows(ofTexts, TEXTS)) {
            boolean more = texts.next();
            while (events.next()) {
                long position = events.getLong(1);
                for (; more && texts.getLong(1) < position; more = texts.next()) withoutHash(texts);
                var hashes = new TreeMap<>(hashes(position, events.getBytes(3)));
                for (; more && texts.getLong(1) == position; more = texts.next())
                    take(texts, hashes, connection, events.getString(2));
                hashes.keySet()
                        .forEach(path -> findings.wrong(Check.TEXTS, position, "there is no text of '" + path + "'"));
            }
            for (; more; more = texts.next()) withoutHash(texts);
        }
        findings.checked(Check.TEXTS, seen);
        return seen;
    }

    private static ResultSet rows(Statement statement, String select) throws SQLException {
        statement.setFetchSize(FETCHED_AT_ONCE);
        return statement.executeQuery(select);
    }

    /** @param hashes of the texts of the event that were not seen yet, by path */
    private void take(ResultSet text, Map<String, String> hashes, Connection connection, String stream)
            throws SQLException {
        String path = text.getString(2);
        String expected = hashes.remove(path);
        byte[] salt = text.getBytes(3);
        String words = text.getString(4);
        if (expected == null) {
            withoutHash(text);
            return;
        }
        count();
        long position = text.getLong(1);
        if (salt == null && words == null) {
            if (!isErased(connection, stream, position))
                findings.wrong(
                        Check.TEXTS, position, "the text of '" + path + "' is empty, and no order has erased it");
        } else if (salt == null || words == null || !Digests.text(salt, words).equals(expected)) {
            findings.wrong(
                    Check.TEXTS, position, "the text of '" + path + "' is not the one that its event has the hash of");
        }
    }

    private void withoutHash(ResultSet text) throws SQLException {
        count();
        findings.wrong(
                Check.TEXTS, text.getLong(1), "no event has the hash of the text of '" + text.getString(2) + "'");
    }

    private void count() {
        if (++seen % FETCHED_AT_ONCE == 0) progress.reached(seen);
    }

    private static boolean isErased(Connection connection, String stream, long position) throws SQLException {
        try (var statement = connection.prepareStatement(IS_ERASED)) {
            statement.setString(1, stream);
            statement.setLong(2, position);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static Map<String, String> hashes(long position, byte[] rest) {
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
