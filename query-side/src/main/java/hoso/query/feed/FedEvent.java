package hoso.query.feed;

import hoso.event.StoredEvent;

/** An event in its place, readable or not: one that is not must not keep the others from being read. */
public sealed interface FedEvent {

    long position();

    /** The name of its stream. */
    String stream();

    record Readable(String stream, StoredEvent stored) implements FedEvent {
        @Override
        public long position() {
            return stored.position();
        }
    }

    record Unreadable(long position, String stream, RuntimeException cause) implements FedEvent {}
}
