package hoso.command.store;

import hoso.event.StoredEvent;
import hoso.event.wire.StoredEventFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A row of the store, not yet read: one that cannot be must not keep others from being read. */
record StoredRow(long position, String stream, Instant recordedAt, byte[] rest) {

    /** The columns that {@link #of} takes. */
    static final String COLUMNS = "position, stream, recorded_at, rest";

    static StoredRow of(ResultSet row) throws SQLException {
        var recordedAt = row.getObject(3, OffsetDateTime.class).toInstant();
        return new StoredRow(row.getLong(1), row.getString(2), recordedAt, row.getBytes(4));
    }

    /** @throws SickEvent where the bytes are no event */
    StoredEvent read() {
        try {
            return StoredEventFormat.read(StoredEventFormat.bytes(position, recordedAt, rest));
        } catch (RuntimeException unreadable) {
            throw new SickEvent("the event at position " + position + " of " + stream, unreadable);
        }
    }
}
