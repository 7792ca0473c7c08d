package hoso.command.store;

import hoso.event.AcceptedEvent;
import hoso.testkit.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;

/** Events in a real store for tests of other packages. */
public final class StoredSamples {

    /** Of one append, about. */
    private static final int APPENDED_AT_ONCE = 256;

    private StoredSamples() {}

    public static StoreSettings settings(TestDatabase database) {
        return StoreFixture.settings(database);
    }

    /** Appends dossiers with so many events each. */
    public static void dossiers(EventStore store, String prefix, int dossiers, int events) {
        List<DomainEventMessage<?>> waiting = new ArrayList<>();
        for (int number = 0; number < dossiers; number++) {
            for (int sequence = 0; sequence < events; sequence++)
                waiting.add(message(store, SampleEvents.notified(prefix + "-" + number, sequence)));
            if (waiting.size() < APPENDED_AT_ONCE && number < dossiers - 1) continue;
            store.engine().appendEvents(waiting);
            waiting.clear();
        }
    }

    /** Appends a unit as the next reference event. */
    public static void unit(EventStore store, String code, int sequence) {
        store.engine().appendEvents(message(store, SampleEvents.unitRegistered(code, sequence)));
    }

    /** As decided with all reference data there is. */
    private static DomainEventMessage<?> message(EventStore store, AcceptedEvent event) {
        return SampleEvents.message(event, new AppendContext(store.head(), Map.of(), new Placed()));
    }
}
