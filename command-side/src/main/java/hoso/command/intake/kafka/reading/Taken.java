package hoso.command.intake.kafka.reading;

import hoso.command.intake.Offer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A message on its way through the house.
 *
 * @param since when it was taken, by {@link System#nanoTime}
 */
record Taken(Place place, ConsumerRecord<byte[], byte[]> message, long since, Offer offer) {

    /** A header is two short arrays and a name. */
    private static final int BYTES_OF_HEADER = 64;

    /** What it holds in memory, about. */
    int bytes() {
        int bytes = Math.max(0, message.serializedKeySize()) + Math.max(0, message.serializedValueSize());
        for (var header : message.headers())
            bytes += BYTES_OF_HEADER + (header.value() == null ? 0 : header.value().length);
        return bytes;
    }
}
