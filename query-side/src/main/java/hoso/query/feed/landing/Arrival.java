package hoso.query.feed.landing;

import hoso.event.Stream;
import hoso.event.wire.Digests;
import hoso.event.wire.LostPositions;
import hoso.event.wire.PublishedHeaders;
import hoso.event.wire.StoredHeading;
import hoso.query.feed.OriginCode;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One record as it came.
 *
 * @param stream with the origin in it
 * @param value what its leaf covers
 * @param lost positions of the origin that its store has declared as lost
 */
record Arrival(String origin, long position, Stream stream, byte[] value, LostPositions lost) {

    /**
     * Empty where it is not what a publisher of ours sends: it has no headers of ours, is of an origin that is not
     * believed on this topic, or the leaf is not that of the value. A value that cannot be read is taken as an event of the
     * dossier that its key names, which is then parked.
     */
    static Optional<Arrival> of(ConsumerRecord<String, byte[]> arrived, OriginTopics believed) {
        Optional<PublishedHeaders> headers = PublishedHeaders.of(name -> header(arrived, name))
                .filter(found -> believed.believes(found.origin(), arrived.topic()));
        byte[] value = arrived.value();
        if (headers.isEmpty() || value == null || !Arrays.equals(headers.get().leaf(), Digests.leaf(value)))
            return Optional.empty();
        String origin = headers.get().origin();
        long position = headers.get().position();
        LostPositions lost = LostPositions.of(header(arrived, LostPositions.HEADER));
        Optional<StoredHeading> heading = StoredHeading.of(value, 0);
        if (heading.isEmpty()) return unread(origin, position, arrived.key(), value, lost);
        if (heading.get().position() != position) return Optional.empty();
        Stream stream = OriginCode.stream(origin, heading.get().stream());
        return Optional.of(new Arrival(origin, position, stream, value, lost));
    }

    private static Optional<Arrival> unread(
            String origin, long position, @Nullable String key, byte[] value, LostPositions lost) {
        if (key == null || !PublishedHeaders.isOrigin(key)) return Optional.empty();
        return Optional.of(new Arrival(origin, position, OriginCode.stream(origin, Stream.dossier(key)), value, lost));
    }

    private static byte @Nullable [] header(ConsumerRecord<String, byte[]> arrived, String name) {
        var last = arrived.headers().lastHeader(name);
        return last == null ? null : last.value();
    }
}
