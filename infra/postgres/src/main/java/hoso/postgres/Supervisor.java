package hoso.postgres;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches a process and has it started again whenever it ends, until closed. */
final class Supervisor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    /** The first try comes at once; a full disk, say, is looked at again every few seconds. */
    private static final Duration WAIT_FIRST = Duration.ofMillis(100);

    private static final Duration WAIT_MAX = Duration.ofSeconds(5);

    private final Supplier<Process> watched;
    private final Runnable startAgain;
    private final CountDownLatch closed = new CountDownLatch(1);

    Supervisor(Supplier<Process> watched, Runnable startAgain) {
        this.watched = watched;
        this.startAgain = startAgain;
        Thread.ofVirtual().name("postgres-supervisor").start(this::watch);
    }

    private void watch() {
        try {
            while (true) {
                var process = watched.get().onExit().get();
                if (closed.getCount() == 0) {
                    return;
                }
                LOG.warn("PostgreSQL (process {}) has ended with code {}", process.pid(), process.exitValue());
                restart();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("nobody interrupts this thread, and every process ends", e);
        }
    }

    private void restart() throws InterruptedException {
        for (var wait = WAIT_FIRST; ; wait = longer(wait)) {
            try {
                startAgain.run();
                return;
            } catch (PostgresUnavailable e) {
                LOG.warn("{}; trying again in {} ms", e.getMessage(), wait.toMillis());
            }
            if (closed.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    private static Duration longer(Duration wait) {
        var doubled = wait.multipliedBy(2);
        return doubled.compareTo(WAIT_MAX) < 0 ? doubled : WAIT_MAX;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
