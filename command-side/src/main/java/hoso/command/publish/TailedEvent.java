package hoso.command.publish;

import hoso.event.Stream;
import hoso.event.wire.Digests;
import hoso.event.wire.StoredEventFormat;
import java.util.Arrays;

/**
 * An event as it lies in the store.
 *
 * @param bytes those that the leaf covers
 */
record TailedEvent(long position, String stream, byte[] leaf, byte[] bytes) {

    PublishedPlace place() {
        return new PublishedPlace(position, leaf);
    }

    /** @throws UnfitTopic where the bytes are not those that were stored: on a topic they would be so for ever */
    TailedEvent checked() {
        if (Arrays.equals(leaf, Digests.leaf(bytes))) return this;
        throw new UnfitTopic("the event at position " + position
                + " is damaged in the store: its bytes do not have its leaf; put its row back from a backup");
    }

    /** What it is about: in the name of its stream, but for reference data, which all share one. */
    String subject() {
        Stream named = Stream.named(stream);
        return named.kind() == Stream.Kind.REFERENCE
                ? StoredEventFormat.read(bytes).event().subject()
                : named.subject();
    }
}
