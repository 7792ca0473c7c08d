package hoso.command.intake;

import hoso.command.aggregate.Judging;
import hoso.command.aggregate.Verdict;
import hoso.event.Stream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges offers in order, in chunks that go the way of single events: one unit of work each. While one is being stored the
 * next is judged already, unless it tells of a dossier of the one before: that must be stored, or refused, first. For one
 * request; not safe for threads.
 *
 * <p>A reference line is a barrier: it is judged, and durable, before the next line is, so that a dossier's line is
 * decided with all reference lines before it.
 */
final class BulkIntake {

    /** See {@link Judging#judge(List, Runnable)}. */
    @FunctionalInterface
    interface Judge {
        List<Verdict> judge(List<Judging.Item> items, Runnable handedOver);
    }

    private final Judge judge;
    private final int chunkMax;
    private final BulkAnswer answer;

    /** Being stored, and not yet counted. */
    private @Nullable ChunkUnderWay before;

    /**
     * @param chunkMax offers that are judged at once
     * @param answer counts each offer once it is durable or refused, in their order
     */
    BulkIntake(Judge judge, int chunkMax, BulkAnswer answer) {
        this.judge = judge;
        this.chunkMax = chunkMax;
        this.answer = answer;
    }

    /**
     * Judges all of them; the last are counted by {@link #settle}.
     *
     * @throws hoso.command.store.StoreUnavailable where the store cannot serve now; nothing more is then to be taken
     */
    void take(List<Offer> offers) {
        List<Offer> chunk = new ArrayList<>();
        boolean reference = false;
        for (Offer offer : offers) {
            boolean isReference = offer instanceof Offer.Admitted admitted && admitted.kind() == Stream.Kind.REFERENCE;
            boolean barrier = !chunk.isEmpty() && isReference != reference && offer instanceof Offer.Admitted;
            if (barrier || chunk.size() == chunkMax) {
                takeChunk(chunk);
                chunk = new ArrayList<>();
            }
            if (offer instanceof Offer.Admitted) reference = isReference;
            chunk.add(offer);
        }
        takeChunk(chunk);
    }

    private void takeChunk(List<Offer> offers) {
        var chunk = new ChunkUnderWay(offers);
        if (before != null && !chunk.mayFollowUnstored(before)) settle();
        chunk.start(judge);
        chunk.awaitHandedOver();
        try {
            settle();
        } catch (RuntimeException failed) {
            chunk.awaitEnd();
            throw failed;
        }
        before = chunk;
    }

    /** Waits until all that was taken is durable or refused, and counted. */
    void settle() {
        if (before == null) return;
        ChunkUnderWay settled = before;
        before = null;
        settled.count(answer);
    }
}
