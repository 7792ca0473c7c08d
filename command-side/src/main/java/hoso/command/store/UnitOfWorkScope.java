package hoso.command.store;

import hoso.event.StoredEvent;
import hoso.event.Stream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * What the store keeps with the current unit of work: the tenure it began to load in, what was loaded ahead, and who waits
 * for what it appends.
 */
final class UnitOfWorkScope {

    private final LongSupplier current;
    private final String tenureKey = "hoso.store.tenure@" + System.identityHashCode(this);
    private final String prefetchedKey = "hoso.store.prefetched@" + System.identityHashCode(this);

    private final String appendingKey = "hoso.store.appending@" + System.identityHashCode(this);

    UnitOfWorkScope(LongSupplier current) {
        this.current = current;
    }

    /** The tenure at the first look into the store or its cache; outside a unit of work, that of now. */
    long tenure() {
        return CurrentUnitOfWork.isStarted()
                ? root().getOrComputeResource(tenureKey, key -> current.getAsLong())
                : current.getAsLong();
    }

    void prefetched(Map<Stream, List<StoredEvent>> streams) {
        tenure();
        Map<String, List<StoredEvent>> kept = root().getOrComputeResource(prefetchedKey, key -> new HashMap<>());
        streams.forEach((stream, events) -> kept.put(stream.name(), events));
    }

    void appendLater(Appending appending) {
        root().resources().put(appendingKey, appending);
    }

    /** Who waits for what this unit of work appends; empty where it waits itself. */
    Optional<Appending> appending() {
        return CurrentUnitOfWork.isStarted() ? Optional.ofNullable(root().getResource(appendingKey)) : Optional.empty();
    }

    Optional<List<StoredEvent>> prefetched(String stream) {
        if (!CurrentUnitOfWork.isStarted()) return Optional.empty();
        Map<String, List<StoredEvent>> kept = root().getOrDefaultResource(prefetchedKey, Map.of());
        return Optional.ofNullable(kept.get(stream));
    }

    private static UnitOfWork<?> root() {
        return CurrentUnitOfWork.get().root();
    }
}
