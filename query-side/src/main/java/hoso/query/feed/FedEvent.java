package hoso.query.feed;

import hoso.event.AcceptedEvent;
import hoso.event.Stream;
import java.time.Instant;

/** An event in its place, readable or not: one that is not must not keep the others from being read. */
public sealed interface FedEvent {

    long position();

    Stream stream();

    /** The dossier or petition; of reference data what it is about. */
    String subject();

    /** Whether it is the first of its stream. */
    boolean begins();

    /**
     * @param recordedAt when it was taken into the log
     * @param event as it is read to be folded
     */
    record Readable(long position, Instant recordedAt, AcceptedEvent event) implements FedEvent {
        @Override
        public Stream stream() {
            return event.stream();
        }

        @Override
        public String subject() {
            return event.subject();
        }

        @Override
        public boolean begins() {
            return event.sequence() == 0;
        }
    }

    record Unreadable(long position, Stream stream, RuntimeException cause) implements FedEvent {
        @Override
        public String subject() {
            return stream.subject();
        }

        @Override
        public boolean begins() {
            return false;
        }
    }
}
