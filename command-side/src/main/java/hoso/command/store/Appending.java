package hoso.command.store;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of work appends, for one who waits for it after the unit of work has ended. Until then the aggregates that it
 * left in memory hold events that may never be stored: nobody else may see them.
 */
public final class Appending {

    private final @Nullable CompletableFuture<?> before;
    private final Set<String> streamsBefore;
    private final Runnable ifRefused;
    private @Nullable AppendCall call;

    /**
     * @param before what was appended before and may not be stored yet, on which this is decided: it is not stored without
     *     that; null for none
     * @param ifRefused takes out of memory what was not stored
     */
    public Appending(@Nullable Appending before, Runnable ifRefused) {
        // its outcome alone: otherwise each would keep all before it in memory
        AppendCall appended = before == null ? null : before.call;
        this.before = appended == null ? null : appended.outcome();
        this.streamsBefore = appended == null ? Set.of() : streams(appended);
        this.ifRefused = ifRefused;
    }

    private static Set<String> streams(AppendCall call) {
        var streams = new HashSet<String>();
        for (var pending : call.events()) streams.add(pending.event().stream().name());
        return streams;
    }

    /** The outcome of what this is decided on; null for none. */
    @Nullable
    CompletableFuture<?> before() {
        return before;
    }

    /**
     * To be called before a stream is read from the database.
     *
     * @throws OutOfSequence where its last events are on their way there, and memory no longer has them
     */
    void checkStored(String stream) {
        if (before != null && !before.isDone() && streamsBefore.contains(stream))
            throw new OutOfSequence("the events of " + stream + " that come before are not stored yet");
    }

    void began(AppendCall begun) {
        this.call = begun;
    }

    /** Waits until it is durable or refused, and out of memory then. */
    public void awaitEnd() {
        try {
            await();
        } catch (RuntimeException refused) {
            // who waits for the outcome is told
        }
    }

    /** Whether there is nothing to wait for. */
    public boolean isEmpty() {
        return call == null;
    }

    /**
     * Waits until it is durable.
     *
     * @throws EventStoreException where it was not stored: {@link OutOfSequence}, {@link StaleReference},
     *     {@link StoreUnavailable} and others
     */
    public void await() {
        if (call == null) return;
        try {
            call.await();
        } catch (RuntimeException refused) {
            ifRefused.run();
            throw refused;
        }
    }
}
