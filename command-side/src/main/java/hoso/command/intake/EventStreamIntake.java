package hoso.command.intake;

import hoso.command.aggregate.Judging;
import hoso.command.store.StoreUnavailable;
import hoso.edge.Caller;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream of events, one a line, of any length in constant memory: the request's thread reads and admits lines, while
 * another judges those before them, and the writer stores those before these.
 */
final class EventStreamIntake {

    private static final Logger LOG = LoggerFactory.getLogger(EventStreamIntake.class);

    private static final int LINES_AHEAD_OF_COMMITS_MAX = 256;

    /** A third of them is being stored, another is being judged, and the rest waits or is in hand. */
    private static final int CHUNK = LINES_AHEAD_OF_COMMITS_MAX / 3;

    private static final int LINES_WAITING_MAX = LINES_AHEAD_OF_COMMITS_MAX - 2 * CHUNK - 1;

    private static final int MILLIS_BETWEEN_LOOKS = 100;

    private final Admission admission;
    private final Judging judging;
    private final Caller caller;
    private final BlockingQueue<Offer> waiting = new ArrayBlockingQueue<>(LINES_WAITING_MAX);
    private final BulkAnswer answer;
    private final BooleanSupplier stopping;
    private volatile boolean read;
    private volatile @Nullable StoreUnavailable failure;

    /**
     * @param caller who publishes it
     * @param stopping whether the server is: a stream of any length must not keep it
     */
    EventStreamIntake(
            Admission admission, Judging judging, IntakeMeter meter, Caller caller, BooleanSupplier stopping) {
        this.admission = admission;
        this.judging = judging;
        this.caller = caller;
        this.answer = new BulkAnswer(meter, caller.subject());
        this.stopping = stopping;
    }

    /**
     * Takes a whole stream.
     *
     * @throws Problem {@code unavailable} or {@code stalled}, with the counts so far: every line up to {@code lastLine}
     *     was judged
     */
    Map<String, Object> take(InputStream body) throws IOException {
        Thread judge = Thread.ofVirtual().name("stream-judge").start(this::judgeWaiting);
        IOException brokenOff = null;
        try {
            readInto(waiting, body);
        } catch (IOException broken) {
            brokenOff = broken;
        } finally {
            read = true;
            join(judge);
        }
        StoreUnavailable failed = failure;
        if (failed != null) throw StoreAway.problem(failed).with(answer.asMap());
        if (brokenOff != null && isSilence(brokenOff))
            throw Problem.of(ProblemCode.STALLED, "the sender stalled; send again from the line after lastLine")
                    .with(answer.asMap());
        if (brokenOff != null) throw brokenOff;
        return answer.asMap();
    }

    /** The container hands a timeout on as the cause of a client that broke off. */
    private static boolean isSilence(Throwable brokenOff) {
        for (Throwable cause = brokenOff; cause != null; cause = cause.getCause())
            if (cause instanceof SocketTimeoutException) return true;
        return false;
    }

    private void readInto(BlockingQueue<Offer> queue, InputStream body) throws IOException {
        var lines = new LineReader(body, Admission.EVENT_BYTES_MAX);
        LineReader.Line line = lines.next();
        while (line != null && failure == null) {
            if (!line.isBlank()) {
                Offer offer = line.bytes() == null
                        ? Admission.tooLarge(line.number())
                        : admission.admit(line.number(), line.bytes(), caller);
                hand(queue, offer);
            }
            if (stopping.getAsBoolean()) failure = new StoreUnavailable("the server is stopping");
            else line = lines.next();
        }
    }

    private void hand(BlockingQueue<Offer> queue, Offer offer) {
        try {
            while (failure == null && !queue.offer(offer, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
                // full: the lines before are not yet durable
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            failure = new StoreUnavailable("the server is stopping");
        }
    }

    private void judgeWaiting() {
        try (var bulk = new BulkIntake(judging, answer, CHUNK)) {
            while (true) {
                boolean last = read;
                List<Offer> chunk = chunk(bulk, last);
                if (!chunk.isEmpty()) bulk.judge(chunk);
                else if (last) return;
            }
        } catch (InterruptedException stopping) {
            failure = new StoreUnavailable("the server is stopping");
        } catch (StoreUnavailable away) {
            failure = away;
        } catch (Throwable failed) {
            // an Error too: the reader must hear of it, or it would wait for ever
            LOG.error("a stream ends before its end", failed);
            failure = new StoreUnavailable("judging failed", failed);
        }
    }

    /** What waits; where nothing does, what was judged is settled first, so that its dossiers are held no longer. */
    private List<Offer> chunk(BulkIntake bulk, boolean last) throws InterruptedException {
        List<Offer> chunk = new ArrayList<>(CHUNK);
        waiting.drainTo(chunk, CHUNK);
        if (!chunk.isEmpty()) return chunk;
        bulk.settle();
        Offer first = waiting.poll(last ? 0 : MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        if (first != null) chunk.add(first);
        return chunk;
    }

    private static void join(Thread judge) {
        boolean interrupted = false;
        while (judge.isAlive()) {
            try {
                judge.join();
            } catch (InterruptedException stopping) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
