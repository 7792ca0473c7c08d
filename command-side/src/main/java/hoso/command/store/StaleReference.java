package hoso.command.store;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Reference data came before these events in the log after they had been decided: they are to be decided anew. */
public final class StaleReference extends EventStoreException {

    private static final long serialVersionUID = 1L;

    StaleReference(long decidedWith, long newest) {
        super("decided with the reference data of position " + decidedWith + ", that of " + newest + " comes before");
    }
}
