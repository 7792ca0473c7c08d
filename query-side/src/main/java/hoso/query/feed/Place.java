package hoso.query.feed;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * How far the log has been read: up to this position, where it had this leaf. Tells a log from another one that was
 * restored to an earlier point and has used positions again.
 *
 * @param leaf the leaf hash of RFC 6962 at the position; empty at position 0
 */
public record Place(long position, byte[] leaf) {

    /** Before the first event. */
    public static final Place START = new Place(0, new byte[0]);

    @Override
    public boolean equals(Object other) {
        return other instanceof Place place && position == place.position && Arrays.equals(leaf, place.leaf);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(position);
    }

    @Override
    public String toString() {
        return "position " + position + ", leaf " + HexFormat.of().formatHex(leaf);
    }
}
