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
public final class ChunkLine implements Line, AutoCloseable {

    private record InLine(DecidedChunk chunk, Consumer<List<Verdict>> told) {}

    private final Judging judging;

    /** Judged, and its verdicts not yet told. */
    private @Nullable InLine last;

    public ChunkLine(Judging judging) {
        this.judging = judging;
    }

    @Override
    public void judge(List<Item> items, Consumer<List<Verdict>> told) {
        InLine before = last;
        if (before == null) {
            last = new InLine(judging.decided(items), told);
            return;
        }
        Optional<DecidedChunk> behind = behind(before, items);
        if (behind.isEmpty()) {
            settle();
            last = new InLine(judging.decided(items), told);
        } else {
            last = new InLine(behind.get(), told);
            conclude(before);
        }
    }

    @Override
    public void settle() {
        InLine before = last;
        last = null;
        if (before != null) conclude(before);
    }

    /** Waits until the store has done with what was not told of. */
    @Override
    public void close() {
        InLine untold = last;
        last = null;
        if (untold != null) untold.chunk().close();
    }

    private Optional<DecidedChunk> behind(InLine before, List<Item> items) {
        try {
            return judging.decidedBehind(before.chunk(), items);
        } catch (OutOfSequence forgotten) {
            // memory did not keep what the one before left there
            return Optional.empty();
        } catch (RuntimeException failed) {
            settle();
            throw failed;
        }
    }

    private void conclude(InLine before) {
        try (DecidedChunk chunk = before.chunk()) {
            before.told().accept(chunk.verdicts());
        } catch (StaleReference | OutOfSequence overtaken) {
            decideAnew(before);
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /** What was judged behind it was sent back with it. */
    private void decideAnew(InLine overtaken) {
        InLine behind = last;
        close();
        overtaken.told().accept(judging.judge(overtaken.chunk().items()));
        if (behind != null) last = new InLine(judging.decided(behind.chunk().items()), behind.told());
    }
}
