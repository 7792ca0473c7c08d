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
    private final @Nullable CompletableFuture<?> before;
    private final long began = System.nanoTime();
    private final CompletableFuture<@Nullable Void> outcome = new CompletableFuture<>();

    /**
     * @param tenure in which its aggregates were loaded
     * @param before the outcome of what it was decided on before that was stored; null for none
     */
    AppendCall(List<PendingEvent> events, long tenure, @Nullable CompletableFuture<?> before) {
        this.events = List.copyOf(events);
        this.tenure = tenure;
        this.before = before;
    }

    List<PendingEvent> events() {
        return events;
    }

    /** The tenure in which its aggregates were loaded. */
    long tenure() {
        return tenure;
    }

    /** When it was handed to the writer, by {@link System#nanoTime}. */
    long began() {
        return began;
    }

    /** Whether it was decided on events that are not stored, and will not be. */
    boolean wasDecidedInVain() {
        return before != null && before.isCompletedExceptionally();
    }

    CompletableFuture<?> outcome() {
        return outcome;
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
