package hoso.query.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Rows of the log by {@code COPY … TO STDOUT (FORMAT binary)}: nothing is turned into text and back, and each row comes
 * as the one array that its event is read from.
 */
final class LogCopy {

    /** Of the file format: signature, flags and the length of an extension that there never is. */
    private static final int HEADER_BYTES = 19;

    private static final byte SIGNATURE_BEGINS = 'P';
    private static final short COLUMNS = 4;
    private static final short NO_MORE = -1;

    /** PostgreSQL counts its microseconds from 2000-01-01T00:00:00Z. */
    private static final long EPOCH_SECOND = 946_684_800L;

    private static final long MICROS_OF_SECOND = TimeUnit.SECONDS.toMicros(1);

    private LogCopy() {}

    /** Events after a position, in order. */
    static List<LoggedEvent> after(Connection connection, long position, int limit) throws SQLException {
        String sql = "COPY (SELECT position, recorded_at, stream, rest FROM store.event WHERE position > " + position
                + " ORDER BY position LIMIT " + limit + ") TO STDOUT (FORMAT binary)";
        CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
        List<LoggedEvent> events = new ArrayList<>(limit);
        try {
            byte[] row;
            while ((row = copy.readFromCopy()) != null) {
                // the header comes with the first row, or with the end where there is none
                var fields = ByteBuffer.wrap(row).position(row[0] == SIGNATURE_BEGINS ? HEADER_BYTES : 0);
                short columns = fields.getShort();
                if (columns == COLUMNS) events.add(event(row, fields));
                else if (columns != NO_MORE) throw new IllegalStateException("a row of " + columns + " columns");
            }
        } finally {
            if (copy.isActive()) copy.cancelCopy();
        }
        return events;
    }

    private static LoggedEvent event(byte[] row, ByteBuffer fields) {
        long position = fields.position(fields.position() + Integer.BYTES).getLong();
        long micros = fields.position(fields.position() + Integer.BYTES).getLong();
        int length = fields.getInt();
        var stream = new String(row, fields.position(), length, StandardCharsets.UTF_8);
        int restFrom = fields.position() + length + Integer.BYTES;
        return new LoggedEvent(position, stream, instant(micros), row, restFrom);
    }

    private static Instant instant(long micros) {
        long seconds = EPOCH_SECOND + Math.floorDiv(micros, MICROS_OF_SECOND);
        return Instant.ofEpochSecond(seconds, TimeUnit.MICROSECONDS.toNanos(Math.floorMod(micros, MICROS_OF_SECOND)));
    }
}
