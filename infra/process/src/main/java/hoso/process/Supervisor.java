package hoso.process;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches a process, has it started again whenever it ends, and has its folder tidied now and then, until closed. */
public final class Supervisor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    /** The first try comes at once; a full disk, say, is looked at again every few seconds. */
    private static final Duration WAIT_FIRST = Duration.ofMillis(100);

    private static final Duration WAIT_MAX = Duration.ofSeconds(5);

    private final String server;
    private final Supplier<Process> watched;
    private final Runnable startAgain;
    private final Runnable tidy;
    private final Duration tidyEvery;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param server how it is called in the log
     * @param tidy done again and again while the process runs
     */
    public Supervisor(
            String server, Supplier<Process> watched, Runnable startAgain, Runnable tidy, Duration tidyEvery) {
        this.server = server;
        this.watched = watched;
        this.startAgain = startAgain;
        this.tidy = tidy;
        this.tidyEvery = tidyEvery;
        Thread.ofPlatform().daemon().name(server + "-supervisor").start(this::watch);
    }

    private void watch() {
        try {
            while (true) {
                var process = ended(watched.get());
                if (closed.getCount() == 0) {
                    return;
                }
                LOG.warn("{} (process {}) has ended with code {}", server, process.pid(), process.exitValue());
                restart();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("nobody interrupts this thread, and every process ends", e);
        }
    }

    private Process ended(Process process) throws InterruptedException, ExecutionException {
        while (true) {
            try {
                return process.onExit().get(tidyEvery.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException running) {
                tidy.run();
            }
        }
    }

    private void restart() throws InterruptedException {
        for (var wait = WAIT_FIRST; ; wait = longer(wait)) {
            try {
                startAgain.run();
                return;
            } catch (ServerUnavailable e) {
                if (closed.getCount() == 0) return;
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
