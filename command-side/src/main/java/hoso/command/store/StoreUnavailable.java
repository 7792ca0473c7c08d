package hoso.command.store;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The store cannot serve now; where an append was under way, it may or may not have been stored. Worth another try. */
public final class StoreUnavailable extends EventStoreException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message) {
        super(message);
    }

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
