package hoso.postgres;

import hoso.process.ServerUnavailable;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a server and waits until it takes connections: as long as it gets on, however long recovery takes. */
record Startup(Server server, IntSupplier port, BooleanSupplier wanted) {

    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    /** Each failure that another try can cure (a taken port, a dying predecessor) cures itself within a second or so. */
    private static final int TRIES_MAX = 5;

    private static final long POLL_MS = 20;
    private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long TELL_EVERY_NANOS = Duration.ofSeconds(10).toNanos();

    /** No CPU time taken and no word said for so long: not even a slow disk explains that. */
    private static final Duration STALLED = Duration.ofMinutes(2);

    Postmaster run() {
        for (int tries = 1; ; tries++) {
            server.endOrphans();
            var postmaster = Postmaster.launch(server, port.getAsInt());
            if (isUp(postmaster)) {
                return postmaster;
            }
            var words = postmaster.lastWords();
            if (words.kind() == Diagnosis.Kind.HOPELESS || tries == TRIES_MAX) {
                throw new ServerUnavailable(
                        "PostgreSQL does not start in " + server.home().folder() + ": " + words.line() + " (more in "
                                + server.home().log() + ")");
            }
            LOG.info("PostgreSQL did not start: {}; trying again", words.line());
        }
    }

    /** False where it ended instead. */
    private boolean isUp(Postmaster postmaster) {
        try {
            var progress = new Progress();
            while (postmaster.process().isAlive()) {
                if (postmaster.ready()) {
                    return true;
                }
                if (!wanted.getAsBoolean()) {
                    throw new ServerUnavailable("PostgreSQL is no longer wanted");
                }
                progress.check(postmaster);
                Thread.sleep(POLL_MS);
            }
            return false;
        } catch (InterruptedException e) {
            postmaster.abandon();
            Thread.currentThread().interrupt();
            throw new ServerUnavailable("interrupted while PostgreSQL started", e);
        } catch (RuntimeException e) {
            postmaster.abandon();
            throw e;
        }
    }

    /** What the server has done so far, looked at each second. */
    private static final class Progress {

        private final long began = System.nanoTime();
        private long looked = began;
        private long told = began;
        private long gotOn = began;
        private long mark = -1;

        void check(Postmaster postmaster) {
            var now = System.nanoTime();
            if (now - looked < LOOK_EVERY_NANOS) {
                return;
            }
            looked = now;
            var server = postmaster.server();
            var seen = server.processes().ticks() + server.log().length();
            if (seen != mark) {
                mark = seen;
                gotOn = now;
            }
            if (now - gotOn > STALLED.toNanos()) {
                throw new ServerUnavailable("PostgreSQL does not start in "
                        + server.home().folder() + ": nothing has moved for " + STALLED.toSeconds() + " s");
            }
            if (now - told > TELL_EVERY_NANOS) {
                told = now;
                LOG.info(
                        "PostgreSQL is recovering, for {} s so far",
                        Duration.ofNanos(now - began).toSeconds());
            }
        }
    }
}
