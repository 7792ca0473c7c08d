package hoso.query.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Rows of a log by {@code COPY … TO STDOUT (FORMAT binary)}: nothing is turned into text and back, and each row comes
 * as the one array that its event is read from.
 */
public final class LogCopy {

    /** Of the file format: signature, flags and the length of an extension that there never is. */
    private static final int HEADER_BYTES = 19;

    private static final byte SIGNATURE_BEGINS = 'P';
    private static final short COLUMNS = 4;
    private static final short NO_MORE = -1;

    /** PostgreSQL counts its microseconds from 2000-01-01T00:00:00Z. */
    private static final long EPOCH_SECOND = 946_684_800L;

    private static final long MICROS_OF_SECOND = TimeUnit.SECONDS.toMicros(1);

    private LogCopy() {}

    /** Makes something of a row, the last of whose columns begins at an index and ends with the row. */
    public interface RowReader<E> {
        E row(long position, String stream, Instant recordedAt, byte[] row, int from);
    }

    /**
     * The events of a query.
     *
     * @param select of position, time of recording, stream, and bytes; without anything that came from outside
     */
    public static List<LoggedEvent> events(
            Connection connection, String select, int expected, RowReader<? extends LoggedEvent> reader)
            throws SQLException {
        List<LoggedEvent> events = new ArrayList<>(expected);
        each(connection, select, reader, events::add);
        return events;
    }

    /**
     * The same one by one, as they come. Where one cannot be taken the connection ends too: what is still under way would come
     * as the answer to whatever it is asked next.
     */
    public static <E> void each(Connection connection, String select, RowReader<E> reader, Consumer<? super E> each)
            throws SQLException {
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY (" + select + ") TO STDOUT (FORMAT binary)");
        try {
            byte[] row;
            while ((row = copy.readFromCopy()) != null) {
                // the header comes with the first row, or with the end where there is none
                var fields = ByteBuffer.wrap(row).position(row[0] == SIGNATURE_BEGINS ? HEADER_BYTES : 0);
                short columns = fields.getShort();
                if (columns == COLUMNS) each.accept(read(row, fields, reader));
                else if (columns != NO_MORE) throw new IllegalStateException("a row of " + columns + " columns");
            }
        } finally {
            if (copy.isActive()) connection.abort(Runnable::run);
        }
    }

    private static <E> E read(byte[] row, ByteBuffer fields, RowReader<E> reader) {
        long position = fields.position(fields.position() + Integer.BYTES).getLong();
        long micros = fields.position(fields.position() + Integer.BYTES).getLong();
        int length = fields.getInt();
        var stream = new String(row, fields.position(), length, StandardCharsets.UTF_8);
        return reader.row(position, stream, instant(micros), row, fields.position() + length + Integer.BYTES);
    }

    private static Instant instant(long micros) {
        long seconds = EPOCH_SECOND + Math.floorDiv(micros, MICROS_OF_SECOND);
        return Instant.ofEpochSecond(seconds, TimeUnit.MICROSECONDS.toNanos(Math.floorMod(micros, MICROS_OF_SECOND)));
    }
}
