package hoso.command.store;

import hoso.event.AcceptedEvent;
import hoso.event.StoredEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Axon's view of the store: a load is one SELECT, an append waits for its group, or is waited for later; snapshots there
 * are none.
 */
final class PostgresStorageEngine implements EventStorageEngine {

    /** A page of a reader that follows a token. */
    private static final int PAGE = 1_000;

    private final Appender appender;
    private final Readers readers;
    private final UnitOfWorkScope scope;

    PostgresStorageEngine(Appender appender, Readers readers, UnitOfWorkScope scope) {
        this.appender = appender;
        this.readers = readers;
        this.scope = scope;
    }

    /** Axon has put the new state into its cache by now and takes it out on an exception alone: so all becomes one. */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) return;
        try {
            List<PendingEvent> pending = events.stream().map(PendingEvent::of).toList();
            Optional<Appending> later = scope.appending();
            var call = new AppendCall(
                    pending, scope.tenure(), later.map(Appending::before).orElse(null));
            appender.append(call);
            if (later.isPresent()) later.get().began(call);
            else call.await();
        } catch (EventStoreException refused) {
            throw refused;
        } catch (Throwable failure) {
            throw new EventStoreException("the events could not be stored", failure);
        }
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequence) {
        if (scope.tenure() == 0) throw new StoreUnavailable("this instance does not write");
        var events = scope.prefetched(stream)
                .map(kept -> from(firstSequence, kept))
                .orElseGet(() -> read(stream, firstSequence));
        List<? extends DomainEventMessage<?>> messages =
                events.stream().map(PostgresStorageEngine::message).toList();
        return DomainEventStream.of(messages);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        long position = token == null ? 0 : token.position().orElse(0);
        return Stream.iterate(
                        readers.after(position, PAGE),
                        page -> !page.isEmpty(),
                        page -> readers.after(page.getLast().position(), PAGE))
                .flatMap(List::stream)
                .map(stored -> new GenericTrackedDomainEventMessage<>(
                        new GlobalSequenceTrackingToken(stored.position()), message(stored)));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        var last = readers.lastSequence(stream);
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(readers.head().orElse(0));
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("dossiers are short and cached: there are no snapshots");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }

    private List<StoredEvent> read(String stream, long firstSequence) {
        scope.appending().ifPresent(appending -> appending.checkStored(stream));
        return readers.stream(stream, firstSequence);
    }

    private static List<StoredEvent> from(long firstSequence, List<StoredEvent> events) {
        return events.stream()
                .filter(stored -> stored.event().sequence() >= firstSequence)
                .toList();
    }

    private static DomainEventMessage<AcceptedEvent> message(StoredEvent stored) {
        var event = stored.event();
        return new GenericDomainEventMessage<>(
                event.stream().kind().name(),
                event.stream().name(),
                event.sequence(),
                event,
                MetaData.emptyInstance(),
                Long.toString(stored.position()),
                stored.recordedAt());
    }
}
