package hoso.command.publish;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Up to where events are on a topic.
 *
 * @param position of the last one; 0 before the first
 * @param leaf of that event, which tells it from another that was given the same position in a restored store
 */
record PublishedPlace(long position, byte[] leaf) {

    static final PublishedPlace BEGIN = new PublishedPlace(0, new byte[32]);

    @Override
    public boolean equals(Object other) {
        return other instanceof PublishedPlace place && position == place.position && Arrays.equals(leaf, place.leaf);
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
