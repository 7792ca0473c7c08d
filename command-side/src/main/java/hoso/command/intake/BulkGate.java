package hoso.command.intake;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Bounds how many batches and streams are taken at once, and so the memory that they hold; single events pass by it. */
final class BulkGate {

    /** A batch of 8 MiB is some 60 MB as bytes, text and tree. */
    private static final int BATCHES_MAX = 4;

    /** A stream holds 256 lines, of some hundred bytes as a rule; publishers may keep one open all day. */
    private static final int STREAMS_MAX = 64;

    private static final int SECONDS_TO_WAIT = 10;

    private final Semaphore batches = new Semaphore(BATCHES_MAX, true);
    private final Semaphore streams = new Semaphore(STREAMS_MAX, true);

    /** Work that may fail as reading a request may. */
    interface Work<T, E extends Exception> {
        T run() throws E;
    }

    <T, E extends Exception> T batch(Work<T, E> work) throws E {
        return through(batches, work);
    }

    <T, E extends Exception> T stream(Work<T, E> work) throws E {
        return through(streams, work);
    }

    private static <T, E extends Exception> T through(Semaphore gate, Work<T, E> work) throws E {
        if (!opened(gate))
            throw Problem.of(ProblemCode.UNAVAILABLE, "too many batches or streams at once; nothing of this was read");
        try {
            return work.run();
        } finally {
            gate.release();
        }
    }

    private static boolean opened(Semaphore gate) {
        try {
            return gate.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
