package hoso.command.store;

import hoso.event.StoredEvent;
import hoso.event.Stream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * The events of one store. Of all instances on one database a single one writes; the others stand by.
 *
 * <p>Register hooks, then {@link #open()}.
 */
public final class EventStore implements AutoCloseable {

    /** A first migration and the first reading of reference data take some seconds. */
    private static final long OPEN_WITHIN_MS = 30_000;

    /** PostgreSQL keeps the lock for a connection of which it heard within 5 s: one second is left for doubt. */
    private static final long FENCE_MS = 4_000;

    /** Longer than one ping, shorter than a client's patience. */
    private static final long CONFIRM_WITHIN_MS = 2_000;

    private static final long CONFIRM_EVERY_MS = 10;

    /** What has seen the store is asked before: a topic of some ten million events is read for several minutes, once. */
    private static final Duration RESTORED_WITHIN = Duration.ofMinutes(30);

    /** To add a row. */
    private static final long CARRIED_OUT_WITHIN_S = 60;

    private final Hooks hooks = new Hooks();
    private final Witnesses witnesses;
    private final Appender appender;
    private final Readers readers;
    private final UnitOfWorkScope scope = new UnitOfWorkScope(this::tenure);
    private final EventStorageEngine engine;
    private volatile Function<Opened, String> lossReason = opened -> "restored to position " + (opened.lostFrom() - 1);

    public EventStore(StoreSettings settings) {
        this.witnesses = new Witnesses(settings);
        this.appender = new Appender(settings, hooks, witnesses);
        this.readers = new Readers(settings);
        this.engine = new PostgresStorageEngine(appender, readers, scope);
    }

    /**
     * Called in commit order, on the writer's thread, before those are answered who wait; to be quick. Where it throws,
     * or where events were committed while the connection was lost, {@link WriterListener#became()} follows instead.
     */
    public void onCommitted(Consumer<List<StoredEvent>> hook) {
        hooks.onCommitted(hook);
    }

    /** Has what becomes durable counted. */
    public void measureWith(AppendMeter meter) {
        hooks.measureWith(meter);
    }

    public void onWriterChange(WriterListener listener) {
        hooks.onWriterChange(listener);
    }

    /** Asked before this instance serves writes: where the store lacks what it has seen, it does not. */
    public void addWitness(Witness witness) {
        witnesses.add(witness);
    }

    /** A witness has seen something since: the store is compared with all of them before anything more is written. */
    public void doubt() {
        appender.doubt();
    }

    /** What is kept beside each new incarnation: who has a key signs there, so that nobody else can declare a loss. */
    public void explainLosses(Function<Opened, String> reason) {
        lossReason = reason;
    }

    /**
     * Declares as lost what was seen of the store and is not there, and goes on above it. Waits for all that has seen the
     * store to be asked, half an hour at most.
     *
     * @param lostUpTo a position that the operator knows to have been used; 0 for none
     * @param by who orders it
     * @throws IllegalStateException where nothing is lost, or the store differs from what was seen of it
     * @throws StoreUnavailable where this instance does not get to write
     */
    public Opened restored(long lostUpTo, String by) {
        return restored(lostUpTo, by, RESTORED_WITHIN);
    }

    Opened restored(long lostUpTo, String by, Duration within) {
        if (writing() && lostUpTo <= head())
            throw new IllegalStateException(
                    "nothing is lost: this instance writes, and the store goes up to position " + head());
        var order = new Restoration(lostUpTo, by, lossReason);
        if (!appender.restore(order)) throw new StoreUnavailable("another such order is being carried out");
        try {
            return outcome(order, within);
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof IllegalStateException nothingLost) throw nothingLost;
            throw new StoreUnavailable("the order was not carried out: "
                    + Objects.requireNonNull(refused.getCause()).getMessage());
        } catch (TimeoutException late) {
            throw new StoreUnavailable("nobody knows whether the order was carried out: the database is away");
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("the program ends");
        } finally {
            appender.forget(order);
        }
    }

    /** An order that is being carried out is not taken back. */
    private static Opened outcome(Restoration order, Duration within)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            return order.done().get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            if (order.withdraw())
                throw new StoreUnavailable("the order was not carried out within " + within.toSeconds()
                        + " s: the database is away, or what has seen the store takes longer to be asked");
            return order.done().get(CARRIED_OUT_WITHIN_S, TimeUnit.SECONDS);
        }
    }

    /**
     * Tries to become the writer, and goes on trying until closed.
     *
     * @throws NewerSchema where the database belongs to a newer version of this program
     */
    public void open() throws InterruptedException {
        appender.start(OPEN_WITHIN_MS);
    }

    public EventStorageEngine engine() {
        return engine;
    }

    /** Whether this instance is the writer, and the lock was seen lately. */
    public boolean writing() {
        var tenure = appender.serving();
        return tenure != null && tenure.silenceMs() < FENCE_MS;
    }

    /** What to tell whoever needs the writer where this instance is not {@link #writing()}. */
    public StoreUnavailable notWriting() {
        var hindrance = appender.hindrance();
        return hindrance == null
                ? new StoreUnavailable("this instance does not write now")
                : new StoreUnavailable(hindrance.getMessage() + ": this instance does not write", hindrance);
    }

    /** What keeps this instance from writing until somebody mends it; empty where nothing does. */
    public Optional<String> hindrance() {
        return Optional.ofNullable(appender.hindrance()).map(Throwable::getMessage);
    }

    /** Which of this instance's times as the writer it is now; 0 where it is not. */
    public long tenure() {
        var tenure = appender.serving();
        return tenure == null ? 0 : tenure.number();
    }

    /** The newest position; 0 for none. */
    public long head() {
        var tenure = appender.serving();
        return tenure == null ? readers.head().orElse(0) : tenure.head().position();
    }

    /**
     * What was judged from memory in this unit of work, and is answered without an append, holds: nobody else has
     * written since. Waits for the next round trip where the last is too long ago.
     *
     * @throws StoreUnavailable where that cannot be said
     */
    public void confirmFence() {
        confirmFence(scope.tenure());
    }

    /**
     * The same for what was judged outside a unit of work.
     *
     * @param tenure taken from {@link #tenure()} before anything was read
     */
    public void confirmFence(long tenure) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CONFIRM_WITHIN_MS);
        while (System.nanoTime() - until < 0) {
            var serving = appender.serving();
            if (serving == null || serving.number() != tenure) break;
            if (serving.silenceMs() < FENCE_MS) return;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(CONFIRM_EVERY_MS));
        }
        throw new StoreUnavailable("this instance cannot say that it is the writer");
    }

    /** The positions of events, in one SELECT; those that are not stored are left out. */
    public Map<InStream, Long> positionsOf(Collection<InStream> events) {
        return readers.positionsOf(events);
    }

    /** The events of many streams in one SELECT; an empty list for a stream that has none, and none for a sick one. */
    public Map<Stream, List<StoredEvent>> loadAll(Collection<Stream> streams) {
        return readers.streams(streams);
    }

    /**
     * Loads streams for the unit of work that is current, whose loads of aggregates then take them from memory. Their
     * locks are to be held before: what another commits in between would be missed, and the append refused.
     */
    public void prefetch(Collection<Stream> streams) {
        scope.appending().ifPresent(appending -> streams.forEach(stream -> appending.checkStored(stream.name())));
        scope.prefetched(loadAll(streams));
    }

    /**
     * The unit of work that is current hands its events over to the writer without waiting for them. Whoever waits instead
     * keeps others from its streams until then.
     */
    public void appendLater(Appending appending) {
        scope.appendLater(appending);
    }

    /**
     * What events and free texts take in the database, with their indexes.
     *
     * @throws StoreUnavailable where the database is away
     */
    public long bytes() {
        return readers.bytes();
    }

    public List<StoredEvent> referenceEvents() {
        return readers.stream(Stream.REFERENCE.name(), 0);
    }

    /** When a position was recorded; empty where there is no such position. */
    public Optional<Instant> recordedAt(long position) {
        return readers.recordedAt(position);
    }

    /** The next events in the one global order. */
    public List<StoredEvent> readAfter(long position, int limit) {
        return readers.after(position, limit);
    }

    /**
     * Hands over every dossier's events, one dossier after another in the order of their names, in constant memory. One
     * with an event that cannot be read is left out, by name in the log.
     *
     * @return how many dossiers there were
     */
    public long forEachDossier(Consumer<List<StoredEvent>> visit) {
        return new DossierWalk(readers).walk(visit);
    }

    /** A cache of aggregates that forgets what was loaded before this instance became the writer. */
    public AggregateCache aggregateCache(long eventsMax) {
        return new AggregateCache(eventsMax, this::tenure, scope);
    }

    /** Answers those who wait, and lets another instance write. */
    @Override
    public void close() {
        appender.close();
        readers.close();
    }
}
