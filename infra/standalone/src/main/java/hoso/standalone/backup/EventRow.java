package hoso.standalone.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import hoso.event.wire.Digests;
import hoso.event.wire.StoredEventFormat;
import hoso.proof.MerkleTree;
import hoso.standalone.verify.ErasingOrder;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * An event of a backup, as {@link Table#EVENTS} has it.
 *
 * @param row all of it, as PostgreSQL takes it back
 * @param leaf as it is stored
 */
record EventRow(byte[] row, long position, Instant recordedAt, String stream, byte[] leaf, byte[] rest) {

    private static final short COLUMNS = 6;

    /** No event comes near it; a length that somebody has changed must not fill the memory. */
    private static final int BYTES_MAX = 16 << 20;

    /** PostgreSQL counts its microseconds from 2000-01-01T00:00:00Z. */
    private static final long EPOCH_SECOND = 946_684_800L;

    private static final long MICROS_OF_SECOND = TimeUnit.SECONDS.toMicros(1);

    /** The type stands near the beginning, behind the sequence. */
    private static final int TYPE_WITHIN = 80;

    /** Takes one row after the other. */
    interface Visit {
        void row(EventRow row) throws Exception;
    }

    /**
     * Reads them all.
     *
     * @throws IOException where they are not such rows
     */
    static void each(InputStream in, Visit each) throws Exception {
        var data = new DataInputStream(in);
        data.readNBytes(CopiedRows.HEADER_BYTES);
        for (short columns = columns(data); columns >= 0; columns = columns(data)) {
            if (columns != COLUMNS) throw new IOException("a row of " + columns + " columns");
            each.row(read(data));
        }
    }

    private static short columns(DataInputStream in) throws IOException {
        try {
            return in.readShort();
        } catch (EOFException cut) {
            throw new IOException("rows without an end", cut);
        }
    }

    private static EventRow read(DataInputStream in) throws IOException {
        byte[][] columns = new byte[COLUMNS][];
        int size = Short.BYTES;
        for (int column = 0; column < COLUMNS; column++) {
            int length = in.readInt();
            if (length < 0 || length > BYTES_MAX) throw new IOException("a value of " + length + " bytes");
            columns[column] = in.readNBytes(length);
            if (columns[column].length < length) throw new EOFException("a row that ends too soon");
            size += Integer.BYTES + length;
        }
        if (columns[0].length != Long.BYTES
                || columns[1].length != Long.BYTES
                || columns[4].length != MerkleTree.HASH_BYTES)
            throw new IOException("an event whose position, time or leaf hash has another length than it must have");
        var row = ByteBuffer.allocate(size).putShort(COLUMNS);
        for (byte[] column : columns) row.putInt(column.length).put(column);
        return new EventRow(
                row.array(),
                ByteBuffer.wrap(columns[0]).getLong(),
                instant(ByteBuffer.wrap(columns[1]).getLong()),
                new String(columns[3], UTF_8),
                columns[4],
                columns[5]);
    }

    private static Instant instant(long micros) {
        long seconds = EPOCH_SECOND + Math.floorDiv(micros, MICROS_OF_SECOND);
        return Instant.ofEpochSecond(seconds, TimeUnit.MICROSECONDS.toNanos(Math.floorMod(micros, MICROS_OF_SECOND)));
    }

    /** Whether its bytes have the leaf that is stored with them. */
    boolean hasLeaf() {
        return Arrays.equals(leaf, Digests.leaf(StoredEventFormat.bytes(position, recordedAt, rest)));
    }

    /** Whether it orders the free texts of its dossier to be erased. */
    boolean erasesTexts() {
        return new String(rest, 0, Math.min(rest.length, TYPE_WITHIN), US_ASCII).contains(ErasingOrder.MARK);
    }
}
