package hoso.query.feed;

import hoso.event.AcceptedEvent;

/** An event in its place, readable or not: one that is not must not keep the others from being read. */
public sealed interface FedEvent {

    long position();

    /** The name of its stream. */
    String stream();

    /**
     * @param event as it is read to be folded
     */
    record Readable(long position, String stream, AcceptedEvent event) implements FedEvent {}

    record Unreadable(long position, String stream, RuntimeException cause) implements FedEvent {}
}
