package hoso.command.store;

import hoso.event.Stream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** The events of one unit of work, stored all or none, and the thread that waits for it. */
final class AppendCall {

    private final List<PendingEvent> events;
    private final long tenure;
    private final CompletableFuture<@Nullable Void> outcome = new CompletableFuture<>();

    AppendCall(List<PendingEvent> events, long tenure) {
        this.events = List.copyOf(events);
        this.tenure = tenure;
    }

    List<PendingEvent> events() {
        return events;
    }

    /** The tenure in which its aggregates were loaded. */
    long tenure() {
        return tenure;
    }

    /** The oldest reference data any of its events was decided with. */
    long decidedWith() {
        return events.stream()
                .mapToLong(event -> event.context().decidedWith())
                .min()
                .orElse(0);
    }

    boolean hasReference() {
        return events.stream().anyMatch(AppendCall::isReference);
    }

    boolean hasOthers() {
        return !events.stream().allMatch(AppendCall::isReference);
    }

    private static boolean isReference(PendingEvent event) {
        return event.event().stream().kind() == Stream.Kind.REFERENCE;
    }

    int bytes() {
        return events.stream().mapToInt(event -> event.rest().length).sum();
    }

    void accept() {
        outcome.complete(null);
    }

    void refuse(EventStoreException reason) {
        outcome.completeExceptionally(reason);
    }

    /** Waits for the outcome; an interrupt is kept for later, since what was sent cannot be called back. */
    void await() {
        try {
            outcome.join();
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof EventStoreException reason) throw reason;
            throw refused;
        }
    }
}
