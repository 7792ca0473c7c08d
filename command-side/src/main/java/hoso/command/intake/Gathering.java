package hoso.command.intake;

import hoso.command.aggregate.Judging;
import hoso.command.aggregate.Verdict;
import hoso.command.store.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * Has events that come one by one, from many, judged in chunks: what came while others were judged and stored is judged
 * next. A unit of work, a look for unknown dossiers and a transaction are then paid once for all of them. Nobody is waited
 * for, so a lone event is as quick as by itself.
 *
 * <p>One thread judges, by turns with the writer, which it waits for: a second one would set out with the first event that
 * comes while a commit is under way, and there were twice as many commits, each of half as many.
 */
final class Gathering implements AutoCloseable {

    /** No longer than there are requests, each of which waits. */
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();

    private final Function<List<Judging.Item>, List<Verdict>> judge;
    private final Thread thread;
    private volatile boolean closed;

    private record Waiting(Judging.Item item, CompletableFuture<Verdict> verdict) {}

    /** @param judge gives a verdict for each of at most {@link Judging#CHUNK_MAX} */
    Gathering(Function<List<Judging.Item>, List<Verdict>> judge) {
        this.judge = judge;
        this.thread = Thread.ofVirtual().name("judge-of-singles").start(this::run);
    }

    /**
     * Judges one event; what is accepted is durable when this returns.
     *
     * @throws StoreUnavailable where the store cannot serve now
     */
    Verdict judge(Judging.Item item) {
        var one = new Waiting(item, new CompletableFuture<>());
        waiting.add(one);
        if (closed) refuseAll();
        try {
            return one.verdict.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException reason) throw reason;
            throw failed;
        }
    }

    /** How many wait to be taken into a chunk. */
    int waiting() {
        return waiting.size();
    }

    private void run() {
        while (!closed) {
            try {
                List<Waiting> chunk = new ArrayList<>();
                chunk.add(waiting.take());
                waiting.drainTo(chunk, Judging.CHUNK_MAX - 1);
                judge(chunk);
            } catch (InterruptedException closing) {
                // the loop asks whether to go on
            }
        }
        refuseAll();
    }

    private void judge(List<Waiting> chunk) {
        try {
            List<Verdict> verdicts =
                    judge.apply(chunk.stream().map(Waiting::item).toList());
            for (int index = 0; index < chunk.size(); index++)
                chunk.get(index).verdict.complete(verdicts.get(index));
        } catch (StoreUnavailable away) {
            chunk.forEach(one -> one.verdict.completeExceptionally(away));
        } catch (Throwable failed) {
            // one of them is to blame: the others are not to suffer for it; what was stored all the same is a duplicate
            if (chunk.size() == 1) chunk.getFirst().verdict.completeExceptionally(failed);
            else chunk.forEach(one -> judge(List.of(one)));
        }
    }

    private void refuseAll() {
        var ended = new StoreUnavailable("the program ends");
        for (var one = waiting.poll(); one != null; one = waiting.poll()) one.verdict.completeExceptionally(ended);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
