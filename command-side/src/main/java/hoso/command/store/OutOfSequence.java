package hoso.command.store;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** An event does not follow the last one of its stream: it was decided on another history than the stored one. */
public final class OutOfSequence extends EventStoreException {

    private static final long serialVersionUID = 1L;

    OutOfSequence(String message) {
        super(message);
    }

    OutOfSequence(String message, Throwable cause) {
        super(message, cause);
    }
}
