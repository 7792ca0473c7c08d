package hoso.standalone.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import hoso.event.wire.Digests;
import hoso.event.wire.StoredEventFormat;
import hoso.event.wire.StoredHeading;
import hoso.event.wire.Times;
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
        byte[] leaf = Digests.leaf(StoredEventFormat.head(position, Times.utc(recordedAt)), rest);
        boolean hasLeaf = Arrays.equals(leaf, 0, leaf.length, row, leafFrom, restFrom);
        return new Looked(position, recordedAt, leaf, hasLeaf, contradiction(sequence, rest));
    }

    private @Nullable String contradiction(int sequence, byte[] rest) {
        if (isAsWritten(sequence, rest)) return null;
        if (!holdsAt(rest, 0, "\"sequence\":" + sequence + ","))
            return "its sequence is " + sequence + ", and its bytes say another";
        String said = streamOf(StoredEventFormat.bytes(position, recordedAt, rest));
        if (said == null) return "its bytes are no event";
        return said.equals(stream) ? null : "its stream is " + stream + ", and its bytes are of " + said;
    }

    /** As nearly all are: told from a few bytes, which is all that there is time for; false of what is to be looked at. */
    private boolean isAsWritten(int sequence, byte[] rest) {
        if (stream.length() < 3) return false;
        String kind = stream.startsWith("d/") ? "dossier." : stream.startsWith("p/") ? "petition." : "?";
        String begins = "\"sequence\":" + sequence + ",\"type\":\"hoso." + kind;
        if (!holdsAt(rest, 0, begins)) return false;
        int typeEnds = begins.length();
        while (typeEnds < rest.length && rest[typeEnds] != '"') typeEnds++;
        return holdsAt(rest, typeEnds, "\",\"subject\":\"" + stream.substring(2) + "\"");
    }

    private static boolean holdsAt(byte[] rest, int from, String text) {
        byte[] wanted = text.getBytes(UTF_8);
        int to = from + wanted.length;
        return to <= rest.length && Arrays.equals(rest, from, to, wanted, 0, wanted.length);
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
