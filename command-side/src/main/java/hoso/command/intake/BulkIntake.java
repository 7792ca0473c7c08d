package hoso.command.intake;

import hoso.command.aggregate.ChunkPipeline;
import hoso.command.aggregate.Judging;
import hoso.command.aggregate.Verdict;
import hoso.event.Stream;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges the offers of one sender in order, in chunks: while one is being stored the next is judged.
 *
 * <p>Reference lines are a barrier: they are durable before a line of another kind is judged, so that a dossier's line is
 * decided with all reference lines before it; and before further ones are, since what is decided with older reference data
 * than the log has before it would be sent back. For one thread.
 */
public final class BulkIntake implements AutoCloseable {

    private final ChunkPipeline pipeline;
    private final BulkTally tally;
    private final int chunkMax;

    /** Whether the last line that was judged tells of reference data. */
    private boolean reference;

    /**
     * @param tally counts each offer
     * @param chunkMax offers that are judged at once, up to {@link Judging#CHUNK_MAX}
     */
    public BulkIntake(Judging judging, BulkTally tally, int chunkMax) {
        this.pipeline = new ChunkPipeline(judging);
        this.tally = tally;
        this.chunkMax = chunkMax;
    }

    /**
     * Judges all of them; the last are counted by a later call.
     *
     * @throws hoso.command.store.StoreUnavailable where the store cannot serve now; what was not counted is to be sent again
     */
    public void judge(List<Offer> offers) {
        List<Offer> chunk = new ArrayList<>();
        for (Offer offer : offers) {
            boolean barrier = offer instanceof Offer.Admitted admitted && isReference(admitted) != reference;
            if (barrier || chunk.size() == chunkMax) {
                judgeChunk(chunk);
                chunk = new ArrayList<>();
            }
            if (barrier) {
                settle();
                reference = !reference;
            }
            chunk.add(offer);
        }
        judgeChunk(chunk);
    }

    /**
     * Waits until all is durable or refused, and counted.
     *
     * @throws hoso.command.store.StoreUnavailable as {@link #judge} does
     */
    public void settle() {
        pipeline.settle();
    }

    /** Waits until the store has done with what was not counted. */
    @Override
    public void close() {
        pipeline.close();
    }

    private static boolean isReference(Offer.Admitted admitted) {
        return admitted.kind() == Stream.Kind.REFERENCE;
    }

    private void judgeChunk(List<Offer> chunk) {
        List<Judging.Item> items = chunk.stream()
                .filter(Offer.Admitted.class::isInstance)
                .map(offer -> ((Offer.Admitted) offer).item())
                .toList();
        if (items.isEmpty()) {
            settle();
            count(chunk, List.of());
            return;
        }
        pipeline.judge(items, verdicts -> count(chunk, verdicts));
        if (reference) settle();
    }

    private void count(List<Offer> chunk, List<Verdict> verdicts) {
        int next = 0;
        for (Offer offer : chunk)
            switch (offer) {
                case Offer.Admitted admitted -> tally.count(admitted, verdicts.get(next++));
                case Offer.Refused refused -> tally.count(refused);
            }
    }
}
