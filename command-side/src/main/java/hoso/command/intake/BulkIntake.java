package hoso.command.intake;

import hoso.command.aggregate.ChunkPipeline;
import hoso.command.aggregate.Judging;
import hoso.command.aggregate.Verdict;
import hoso.event.Stream;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges the offers of one request in order, in chunks: while one is being stored the next is judged.
 *
 * <p>Reference lines are a barrier: they are durable before a line of another kind is judged, so that a dossier's line is
 * decided with all reference lines before it; and before further ones are, since what is decided with older reference data
 * than the log has before it would be sent back. For one thread.
 */
final class BulkIntake implements AutoCloseable {

    private final ChunkPipeline pipeline;
    private final BulkAnswer answer;
    private final int chunkMax;

    /** Whether the last line that was judged tells of reference data. */
    private boolean reference;

    /**
     * @param answer counts each offer once it is durable or refused, in their order
     * @param chunkMax offers that are judged at once
     */
    BulkIntake(Judging judging, BulkAnswer answer, int chunkMax) {
        this.pipeline = new ChunkPipeline(judging);
        this.answer = answer;
        this.chunkMax = chunkMax;
    }

    /**
     * Judges all of them; the last are counted by a later call.
     *
     * @throws hoso.command.store.StoreUnavailable where the store cannot serve now; what was not counted is to be sent again
     */
    void judge(List<Offer> offers) {
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

    /** Waits until all is durable or refused, and counted. */
    void settle() {
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
                case Offer.Admitted admitted -> answer.count(admitted, verdicts.get(next++));
                case Offer.Refused refused -> answer.count(refused);
            }
    }
}
