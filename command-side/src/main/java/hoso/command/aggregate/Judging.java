package hoso.command.aggregate;

import hoso.command.judgement.Submission;
import hoso.command.reference.ReferenceBook;
import hoso.command.store.Appending;
import hoso.command.store.EventStore;
import hoso.command.store.OutOfSequence;
import hoso.command.store.SaltedText;
import hoso.command.store.StaleReference;
import hoso.command.store.StoreUnavailable;
import hoso.vocabulary.VietnamTime;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.jspecify.annotations.Nullable;

/** Sends submissions on their one way: decided, durable, answered. */
public final class Judging {

    /**
     * Submissions in one unit of work: Axon copies what is staged at each load, so that large units slow down by the
     * square; small ones pay a commit each.
     */
    public static final int CHUNK_MAX = 128;

    /** What others commit can send back what was decided before it; so many times in a row, nothing else gets on. */
    private static final int DECIDED_ANEW_MAX = 20;

    /**
     * A submission and the free texts that are stored beside it.
     *
     * @param texts by their path in the data
     */
    public record Item(Submission submission, Map<String, SaltedText> texts) {}

    private final AxonHouse axon;
    private final EventStore store;
    private final ReferenceBook references;
    private final InstantSource clock;
    private final StreamLocks locks = new StreamLocks();
    private volatile FirstOfTenure first = tenure -> {};

    public Judging(EventStore store, ReferenceBook references, InstantSource clock) {
        this(store, references, clock, AxonHouse.CACHED_EVENTS);
    }

    /** @param cachedEvents of the dossiers that are kept in memory */
    Judging(EventStore store, ReferenceBook references, InstantSource clock, long cachedEvents) {
        this.axon = AxonHouse.on(store, cachedEvents);
        this.store = store;
        this.references = references;
        this.clock = clock;
    }

    /** What is to be published before anything else is judged, each time this instance becomes the writer. */
    @FunctionalInterface
    public interface FirstOfTenure {
        void before(long tenure);
    }

    public void first(FirstOfTenure first) {
        this.first = first;
    }

    /**
     * Judges up to {@link #CHUNK_MAX} submissions, one after another; what is accepted is durable when this returns.
     *
     * @return a verdict for each
     * @throws StoreUnavailable where the store cannot serve now; nothing of it was then answered
     */
    public List<Verdict> judge(List<Item> items) {
        for (int attempt = 1; ; attempt++) {
            try (DecidedChunk decided = decided(items)) {
                return decided.verdicts();
            } catch (StaleReference | OutOfSequence overtaken) {
                if (attempt == DECIDED_ANEW_MAX)
                    throw new StoreUnavailable("overtaken " + attempt + " times while this was decided", overtaken);
            }
        }
    }

    /**
     * Judges submissions, and hands what is accepted over to the writer.
     *
     * @throws StoreUnavailable where the store cannot serve now
     */
    DecidedChunk decided(List<Item> items) {
        long tenure = store.tenure();
        first.before(tenure);
        return decided(items, tenure, null, locks.obtain(streams(items)));
    }

    /**
     * As {@link #decided} on what this thread has judged and the store has not stored yet; empty where it would have to
     * wait for somebody else, who may be waiting for it.
     *
     * @throws OutOfSequence where memory no longer has what was judged before
     */
    Optional<DecidedChunk> decidedBehind(DecidedChunk before, List<Item> items) {
        long tenure = store.tenure();
        // another's first events wait for streams, and this thread holds some
        if (tenure != before.tenure()) return Optional.empty();
        return locks.tryObtain(streams(items)).map(held -> decided(items, tenure, before.appending(), held));
    }

    private DecidedChunk decided(List<Item> items, long tenure, @Nullable Appending before, StreamLocks.Held held) {
        Runnable forget = () -> streams(items).forEach(axon.cache()::remove);
        var appending = new Appending(before, forget);
        try {
            return new DecidedChunk(items, dispatched(items, appending), tenure, appending, held, store);
        } catch (Throwable failed) {
            // where memory ran out, it may be on its way into the log all the same
            appending.awaitEnd();
            forget.run();
            held.close();
            throw failed;
        }
    }

    private static SortedSet<String> streams(List<Item> items) {
        var streams = new TreeSet<String>();
        for (Item item : items)
            streams.add(item.submission().publication().stream().name());
        return streams;
    }

    private List<JudgeChunk.Judged> dispatched(List<Item> items, Appending appending) {
        // who waited for a stream waited for the store: one after another they would each find out anew that it is away
        if (!store.writing()) throw store.notWriting();
        LocalDate today = VietnamTime.date(clock.instant());
        var chunk = new JudgeChunk(items, references.on(today), appending);
        var outcome = new Outcome();
        axon.commands().dispatch(GenericCommandMessage.asCommandMessage(chunk), outcome);
        return outcome.judged();
    }

    /** What came back from the bus, whose dispatching runs in this thread. */
    private static final class Outcome implements CommandCallback<JudgeChunk, List<JudgeChunk.Judged>> {

        private @Nullable CommandResultMessage<? extends List<JudgeChunk.Judged>> result;

        @Override
        public void onResult(
                CommandMessage<? extends JudgeChunk> command,
                CommandResultMessage<? extends List<JudgeChunk.Judged>> result) {
            this.result = result;
        }

        List<JudgeChunk.Judged> judged() {
            if (result == null) throw new IllegalStateException("the command bus gave no result");
            if (!result.isExceptional()) return result.getPayload();
            Throwable failed = result.exceptionResult();
            if (failed instanceof RuntimeException unchecked) throw unchecked;
            throw new IllegalStateException("a chunk failed", failed);
        }
    }
}
