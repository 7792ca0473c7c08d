package hoso.command.aggregate;

import hoso.command.aggregate.Judging.Item;
import hoso.command.judgement.Judgement;
import hoso.command.store.Appending;
import hoso.command.store.EventStore;
import hoso.command.store.InStream;
import hoso.event.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Submissions that have been judged, and what is accepted of them on its way into the log. Their streams are held until this
 * is closed, by the thread that judged them.
 *
 * @param tenure in which they were judged
 */
record DecidedChunk(
        List<Item> items,
        List<JudgeChunk.Judged> judged,
        long tenure,
        Appending appending,
        StreamLocks.Held held,
        EventStore store)
        implements AutoCloseable {

    /**
     * Waits until what is accepted is durable. A refusal, too, holds only where this instance still was the writer after
     * it was judged.
     *
     * @return a verdict for each
     * @throws EventStoreException see {@link Appending#await}
     */
    List<Verdict> verdicts() {
        if (appending.isEmpty()) store.confirmFence(tenure);
        else appending.await();
        Map<InStream, Long> repeated = store.positionsOf(repeated());
        List<Verdict> verdicts = new ArrayList<>(judged.size());
        for (int index = 0; index < judged.size(); index++)
            verdicts.add(verdict(stream(index), judged.get(index), repeated));
        return verdicts;
    }

    /** Lets the streams go, once it is known what became of them. */
    @Override
    public void close() {
        try {
            appending.awaitEnd();
        } finally {
            held.close();
        }
    }

    /** What the store has to be asked about; a repeat within the chunk is at the place of the one it repeats. */
    private List<InStream> repeated() {
        List<InStream> repeated = new ArrayList<>();
        for (int index = 0; index < judged.size(); index++)
            if (judged.get(index).judgement() instanceof Judgement.Duplicate duplicate
                    && judged.get(index).placed().position() == 0)
                repeated.add(new InStream(stream(index), duplicate.sequence()));
        return repeated;
    }

    private static Verdict verdict(Stream stream, JudgeChunk.Judged judged, Map<InStream, Long> repeated) {
        long placed = judged.placed().position();
        return switch (judged.judgement()) {
            case Judgement.Accepted accepted -> new Verdict.Accepted(placed);
            case Judgement.Duplicate duplicate ->
                new Verdict.Duplicate(
                        placed > 0
                                ? placed
                                : Objects.requireNonNull(repeated.get(new InStream(stream, duplicate.sequence()))));
            case Judgement.Refused refused -> new Verdict.Refused(refused);
        };
    }

    private Stream stream(int index) {
        return items.get(index).submission().publication().stream();
    }
}
