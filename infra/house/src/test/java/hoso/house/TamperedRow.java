package hoso.house;

import hoso.event.wire.Digests;
import hoso.event.wire.StoredEventFormat;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A row of the events in the hands of somebody with a superuser's rights. */
record TamperedRow(long position, Instant recordedAt, int sequence, String stream, byte[] leaf, byte[] rest) {

    TamperedRow at(long other) {
        return new TamperedRow(other, recordedAt, sequence, stream, leaf, rest);
    }

    TamperedRow recordedAt(Instant other) {
        return new TamperedRow(position, other, sequence, stream, leaf, rest);
    }

    TamperedRow sequence(int other) {
        return new TamperedRow(position, recordedAt, other, stream, leaf, rest);
    }

    TamperedRow stream(String other) {
        return new TamperedRow(position, recordedAt, sequence, other, leaf, rest);
    }

    TamperedRow leaf(byte[] other) {
        return new TamperedRow(position, recordedAt, sequence, stream, other, rest);
    }

    TamperedRow rest(byte[] other) {
        return new TamperedRow(position, recordedAt, sequence, stream, leaf, other);
    }

    TamperedRow rest(String from, String to) {
        String text = new String(rest, StandardCharsets.UTF_8);
        return rest(text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    /** With the leaf that its bytes have: nothing in the row tells that it was changed. */
    TamperedRow consistent() {
        return leaf(Digests.leaf(StoredEventFormat.bytes(position, recordedAt, rest)));
    }

    static List<TamperedRow> all(Connection connection) throws SQLException {
        var rows = new ArrayList<TamperedRow>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT position, recorded_at, sequence, stream, leaf, rest FROM store.event ORDER BY position")) {
            while (row.next())
                rows.add(new TamperedRow(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getInt(3),
                        row.getString(4),
                        row.getBytes(5),
                        row.getBytes(6)));
        }
        return rows;
    }

    /** Puts these in the place of all that there are. */
    static void replaceAll(Connection connection, List<TamperedRow> rows) throws SQLException {
        try (var empty = connection.createStatement();
                var insert = connection.prepareStatement(
                        "INSERT INTO store.event (position, recorded_at, sequence, stream, leaf, rest) VALUES (?, ?, ?, ?, ?, ?)")) {
            empty.execute("TRUNCATE store.event");
            for (var row : rows) {
                insert.setLong(1, row.position());
                insert.setObject(2, OffsetDateTime.ofInstant(row.recordedAt(), ZoneOffset.UTC));
                insert.setInt(3, row.sequence());
                insert.setString(4, row.stream());
                insert.setBytes(5, row.leaf());
                insert.setBytes(6, row.rest());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
