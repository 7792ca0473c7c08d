package hoso.query.feed.landing;

import hoso.event.AcceptedEvent;
import hoso.event.StoredEvent;
import hoso.event.Stream;
import hoso.event.wire.StoredEventFormat;
import hoso.event.wire.StoredHeading;
import hoso.query.feed.LoggedEvent;
import java.time.Instant;
import java.util.Arrays;

/**
 * An event that came from Kafka, in its local place.
 *
 * @param stream with the origin in it
 * @param row ends with the event as its origin stored it
 * @param from where in the row the event begins
 */
record LandedRow(long position, String stream, Instant recordedAt, byte[] row, int from) implements LoggedEvent {

    @Override
    public byte[] bytes() {
        return Arrays.copyOfRange(row, from, row.length);
    }

    @Override
    public int size() {
        return row.length;
    }

    @Override
    public StoredEvent read() {
        AcceptedEvent event = StoredEventFormat.read(bytes()).event();
        return new StoredEvent(position, recordedAt, Qualified.of(Stream.named(stream), event));
    }

    @Override
    public AcceptedEvent readToFold() {
        int restFrom = StoredHeading.of(row, from).orElseThrow().restFrom();
        Stream own = Stream.named(stream);
        return Qualified.of(own, StoredEventFormat.readToFold(own, row, restFrom, row.length));
    }
}
