package hoso.query.copy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows for PostgreSQL's {@code COPY … (FORMAT binary)}: each field as its length and its bytes, highest first. */
public final class CopyRows {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int HEADER_BYTES = SIGNATURE.length + 8;
    private static final int NULL = -1;

    /** PostgreSQL counts its microseconds from 2000-01-01T00:00:00Z. */
    private static final long EPOCH_SECOND = 946_684_800L;

    /**
     * Of which each is one message to the server. An array of megabytes would be costly: the collector puts it where objects
     * of long life are, and cleans that up for it.
     */
    private static final int PIECE_BYTES = 1 << 16;

    private final List<Piece> full = new ArrayList<>();
    private ByteBuffer last = ByteBuffer.allocate(PIECE_BYTES).put(SIGNATURE).position(HEADER_BYTES);
    private int fullBytes;
    private int rows;

    private record Piece(byte[] bytes, int size) {}

    public int rows() {
        return rows;
    }

    /** Bytes of memory that the rows so far take. */
    public int size() {
        return fullBytes + last.capacity();
    }

    public CopyRows row(int fields) {
        rows++;
        room(2).putShort((short) fields);
        return this;
    }

    public CopyRows int2(int value) {
        room(6).putInt(2).putShort((short) value);
        return this;
    }

    public CopyRows int4(int value) {
        room(8).putInt(4).putInt(value);
        return this;
    }

    public CopyRows int8(long value) {
        room(12).putInt(8).putLong(value);
        return this;
    }

    public CopyRows bool(boolean value) {
        room(5).putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    public CopyRows text(String value) {
        return bytea(value.getBytes(StandardCharsets.UTF_8));
    }

    public CopyRows bytea(byte[] value) {
        return bytea(value, value.length);
    }

    /** The first bytes of an array. */
    public CopyRows bytea(byte[] value, int length) {
        room(4 + length).putInt(length).put(value, 0, length);
        return this;
    }

    public CopyRows timestamptz(@Nullable Instant value) {
        if (value == null) return none();
        long micros = TimeUnit.SECONDS.toMicros(value.getEpochSecond() - EPOCH_SECOND) + value.getNano() / 1_000;
        return int8(micros);
    }

    /** The SQL null. */
    public CopyRows none() {
        room(4).putInt(NULL);
        return this;
    }

    /** Sends the rows into a table, all of its columns or the columns named in brackets behind it. */
    public void into(Connection connection, String table) throws SQLException {
        if (rows == 0) return;
        room(2).putShort((short) -1);
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table + " FROM STDIN (FORMAT binary)");
        try {
            for (Piece piece : full) copy.writeToCopy(piece.bytes, 0, piece.size);
            copy.writeToCopy(last.array(), 0, last.position());
            copy.endCopy();
        } finally {
            if (copy.isActive()) copy.cancelCopy();
        }
    }

    private ByteBuffer room(int more) {
        if (last.remaining() < more) {
            full.add(new Piece(last.array(), last.position()));
            fullBytes += last.capacity();
            last = ByteBuffer.allocate(Math.max(PIECE_BYTES, more));
        }
        return last;
    }
}
