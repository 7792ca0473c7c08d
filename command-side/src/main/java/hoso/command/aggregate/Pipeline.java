package hoso.command.aggregate;

import java.util.List;
import java.util.function.Consumer;

/** Chunks of submissions that are judged one behind another, by one thread. */
public interface Pipeline {

    /**
     * Judges up to {@link Judging#CHUNK_MAX} submissions, and waits until those before them are durable or refused.
     *
     * @param told their verdicts, by this or a later call
     * @throws hoso.command.store.StoreUnavailable where the store cannot serve now; what was not told of then is over
     */
    void judge(List<Judging.Item> items, Consumer<List<Verdict>> told);

    /**
     * Waits until all is durable or refused, and told.
     *
     * @throws hoso.command.store.StoreUnavailable as {@link #judge} does
     */
    void settle();
}
