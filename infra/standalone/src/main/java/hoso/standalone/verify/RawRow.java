package hoso.standalone.verify;

import static java.nio.charset.StandardCharsets.US_ASCII;

import hoso.event.wire.Digests;
import hoso.event.wire.StoredEventFormat;
import hoso.event.wire.StoredHeading;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A row of the events as it is, whatever somebody may have made of it.
 *
 * @param row ends with sequence, length of the leaf, leaf and rest
 * @param from where they begin
 */
record RawRow(long position, String stream, Instant recordedAt, byte[] row, int from) {

    /** In the order of positions; nothing that is missing in a row ends the reading. */
    static final String SELECT = """
            SELECT position, coalesce(recorded_at, '-infinity'), coalesce(stream, ''),
                int4send(coalesce(sequence, -1)) || int4send(coalesce(octet_length(leaf), 0))
                    || coalesce(leaf, '') || coalesce(rest, '')
            FROM store.event ORDER BY position""";

    private static final byte[] SEQUENCE = "\"sequence\":".getBytes(US_ASCII);

    /**
     * What it is.
     *
     * @param leaf that its bytes have
     * @param hasLeaf whether it is the one that is stored with them
     * @param contradiction what its columns say otherwise than its bytes; null where nothing
     */
    record Looked(
            long position,
            Instant recordedAt,
            byte[] leaf,
            boolean hasLeaf,
            @Nullable String contradiction) {}

    Looked look() {
        var columns = ByteBuffer.wrap(row).position(from);
        int sequence = columns.getInt();
        int leafFrom = columns.position() + Integer.BYTES;
        int restFrom = leafFrom + columns.getInt();
        byte[] rest = Arrays.copyOfRange(row, restFrom, row.length);
        byte[] bytes = StoredEventFormat.bytes(position, recordedAt, rest);
        byte[] leaf = Digests.leaf(bytes);
        boolean hasLeaf = Arrays.equals(leaf, 0, leaf.length, row, leafFrom, restFrom);
        return new Looked(position, recordedAt, leaf, hasLeaf, contradiction(sequence, rest, bytes));
    }

    private @Nullable String contradiction(int sequence, byte[] rest, byte[] bytes) {
        if (!begins(rest, sequence)) return "its sequence is " + sequence + ", and its bytes say another";
        String said = streamOf(bytes);
        if (said == null) return "its bytes are no event";
        return said.equals(stream) ? null : "its stream is " + stream + ", and its bytes are of " + said;
    }

    private static boolean begins(byte[] rest, int sequence) {
        byte[] digits = (sequence + ",").getBytes(US_ASCII);
        int end = SEQUENCE.length + digits.length;
        return rest.length >= end
                && Arrays.equals(rest, 0, SEQUENCE.length, SEQUENCE, 0, SEQUENCE.length)
                && Arrays.equals(rest, SEQUENCE.length, end, digits, 0, digits.length);
    }

    private static @Nullable String streamOf(byte[] bytes) {
        var heading = StoredHeading.of(bytes, 0);
        if (heading.isPresent()) return heading.get().stream().name();
        try {
            return StoredEventFormat.read(bytes).event().stream().name();
        } catch (RuntimeException damaged) {
            return null;
        }
    }
}
