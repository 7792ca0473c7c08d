package hoso.command.aggregate;

import hoso.command.aggregate.Judging.Item;
import hoso.command.store.OutOfSequence;
import hoso.command.store.StaleReference;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Chunks of one sender, one behind another: while one is being stored the next is judged already, on what the one before
 * leaves behind. Both hold their streams, so that nobody else sees what is not durable yet; the writer stores them in their
 * order, or neither; and verdicts are told in their order. For one thread.
 */
public final class ChunkPipeline implements Pipeline, AutoCloseable {

    private record Piped(DecidedChunk chunk, Consumer<List<Verdict>> told) {}

    private final Judging judging;

    /** Judged, and its verdicts not yet told. */
    private @Nullable Piped last;

    public ChunkPipeline(Judging judging) {
        this.judging = judging;
    }

    @Override
    public void judge(List<Item> items, Consumer<List<Verdict>> told) {
        Piped before = last;
        if (before == null) {
            last = new Piped(judging.decided(items), told);
            return;
        }
        Optional<DecidedChunk> behind = behind(before, items);
        if (behind.isEmpty()) {
            settle();
            last = new Piped(judging.decided(items), told);
        } else {
            last = new Piped(behind.get(), told);
            conclude(before);
        }
    }

    @Override
    public void settle() {
        Piped before = last;
        last = null;
        if (before != null) conclude(before);
    }

    /** Waits until the store has done with what was not told of. */
    @Override
    public void close() {
        Piped untold = last;
        last = null;
        if (untold != null) untold.chunk().close();
    }

    private Optional<DecidedChunk> behind(Piped before, List<Item> items) {
        try {
            return judging.decidedBehind(before.chunk(), items);
        } catch (OutOfSequence forgotten) {
            // memory did not keep what the one before left there
            return Optional.empty();
        } catch (RuntimeException | Error failed) {
            settle();
            throw failed;
        }
    }

    private void conclude(Piped before) {
        try (DecidedChunk chunk = before.chunk()) {
            before.told().accept(chunk.verdicts());
        } catch (StaleReference | OutOfSequence overtaken) {
            decideAnew(before);
        } catch (RuntimeException | Error failed) {
            close();
            throw failed;
        }
    }

    /** What was judged behind it was sent back with it. */
    private void decideAnew(Piped overtaken) {
        Piped behind = last;
        close();
        overtaken.told().accept(judging.judge(overtaken.chunk().items()));
        if (behind != null) last = new Piped(judging.decided(behind.chunk().items()), behind.told());
    }
}
