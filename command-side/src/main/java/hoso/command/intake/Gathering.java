package hoso.command.intake;

import hoso.command.aggregate.Judging;
import hoso.command.aggregate.Pipeline;
import hoso.command.aggregate.Verdict;
import hoso.command.store.StoreUnavailable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Has events that come one by one, from many, judged in chunks: what came while others were judged and stored is judged
 * next. A unit of work, a look for unknown dossiers and a transaction are then paid once for all of them. Who comes alone is
 * judged at once.
 *
 * <p>One thread judges, and a chunk while the one before is being stored; two threads would set out with an event each, and
 * there were twice as many commits, each of half as many.
 */
final class Gathering implements AutoCloseable {

    /** No longer than there are requests, each of which waits. */
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();

    /** Chunks that have been judged, or nearly so: at most two. */
    private final Deque<List<Waiting>> untold = new ArrayDeque<>();

    private final Pipeline pipeline;
    private final Thread thread;
    private volatile boolean closed;

    private record Waiting(Judging.Item item, CompletableFuture<Verdict> verdict) {}

    Gathering(Pipeline pipeline) {
        this.pipeline = pipeline;
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
                if (!isWorthSettingOut()) piped(pipeline::settle);
                List<Waiting> chunk = new ArrayList<>();
                chunk.add(waiting.take());
                waiting.drainTo(chunk, Judging.CHUNK_MAX - 1);
                judge(chunk);
            } catch (InterruptedException closing) {
                // the loop asks whether to go on
            }
        }
        piped(pipeline::settle);
        refuseAll();
    }

    /** A commit of a few costs the database as much as one of many: they may as well wait for the one under way. */
    private boolean isWorthSettingOut() {
        List<Waiting> beingStored = untold.peek();
        return beingStored != null && 2 * waiting.size() >= beingStored.size();
    }

    private void judge(List<Waiting> chunk) {
        untold.add(chunk);
        List<Judging.Item> items = chunk.stream().map(Waiting::item).toList();
        piped(() -> pipeline.judge(items, verdicts -> tell(untold.remove(), verdicts)));
    }

    private static void tell(List<Waiting> chunk, List<Verdict> verdicts) {
        for (int index = 0; index < chunk.size(); index++)
            chunk.get(index).verdict.complete(verdicts.get(index));
    }

    private void piped(Runnable step) {
        try {
            step.run();
        } catch (StoreUnavailable away) {
            over().forEach(one -> one.verdict.completeExceptionally(away));
        } catch (Throwable failed) {
            // one of them is to blame: the others are not to suffer for it; what was stored all the same is a duplicate
            over().forEach(this::judgeAlone);
        }
    }

    private List<Waiting> over() {
        List<Waiting> over = untold.stream().flatMap(List::stream).toList();
        untold.clear();
        return over;
    }

    private void judgeAlone(Waiting one) {
        try {
            pipeline.judge(List.of(one.item), verdicts -> tell(List.of(one), verdicts));
            pipeline.settle();
        } catch (Throwable failed) {
            one.verdict.completeExceptionally(failed);
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
