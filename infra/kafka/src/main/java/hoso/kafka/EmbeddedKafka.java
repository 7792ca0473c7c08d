package hoso.kafka;

import hoso.process.FolderLock;
import hoso.process.Secrets;
import hoso.process.ServerLog;
import hoso.process.Supervisor;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One Kafka broker in a folder of ours, served on loopback while this object is open. */
public final class EmbeddedKafka implements AutoCloseable {

    /** May do anything: Hoso itself, and nobody else. */
    public static final String SUPERUSER = "hoso";

    private static final String PASSWORD_OF = "kafka-";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);

    private final BrokerFolder folder;
    private final FolderLock lock;
    private final Secrets secrets;
    private final int port;

    /** Held while a broker is begun, or stopped for good. */
    private final ReentrantLock turn = new ReentrantLock();

    private volatile BrokerRun run;
    private volatile boolean closing;
    private @Nullable Supervisor supervisor;

    private EmbeddedKafka(BrokerFolder folder, FolderLock lock, Secrets secrets, int port) {
        this.folder = folder;
        this.lock = lock;
        this.secrets = secrets;
        this.port = port;
        this.run = BrokerRun.begin(folder, login());
    }

    /** As {@link #begin}; waits until it answers. */
    public static EmbeddedKafka start(Path path, Path secrets, OptionalInt port) {
        var kafka = begin(path, secrets, port);
        try {
            kafka.awaitStarted();
            return kafka;
        } catch (RuntimeException e) {
            kafka.close();
            throw e;
        }
    }

    /**
     * Makes the broker's log where there is none, and starts it, which takes some seconds.
     *
     * @param secrets where passwords are kept
     * @param port the one wanted; without it the last one, or another where that is taken
     * @throws hoso.process.ServerUnavailable with one line that says what is in the way
     */
    public static EmbeddedKafka begin(Path path, Path secrets, OptionalInt port) {
        var folder = BrokerFolder.prepare(path.toAbsolutePath().normalize());
        var lock = FolderLock.take(folder.path());
        try {
            return new EmbeddedKafka(folder, lock, new Secrets(secrets), folder.port(port));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Waits until it answers.
     *
     * @throws hoso.process.ServerUnavailable where it has ended instead
     */
    public void awaitStarted() {
        run.await();
    }

    /** From now on a broker that ends by itself is started again, on the same port, until {@link #close()}. */
    public void supervise() {
        turn.lock();
        try {
            if (supervisor == null && !closing)
                supervisor = new Supervisor(
                        "Kafka", () -> run.process(), this::startAgain, folder.log()::bound, ServerLog.BOUND_EVERY);
        } finally {
            turn.unlock();
        }
    }

    private void startAgain() {
        BrokerRun begun;
        turn.lock();
        try {
            // a close that came first has the turn behind it, and its broker stays down
            if (closing) return;
            begun = BrokerRun.begin(folder, login());
            run = begun;
        } finally {
            turn.unlock();
        }
        // not in turn: a close ends it also while it recovers
        begun.await();
        LOG.info("Kafka runs again (process {})", begun.process().pid());
    }

    /** How Hoso itself logs in. */
    public BrokerLogin login() {
        return login(SUPERUSER);
    }

    /** How a user logs in; the password is made when it is first asked for. */
    public BrokerLogin login(String user) {
        return new BrokerLogin(port, user, secrets.password(PASSWORD_OF + user));
    }

    /** Takes from a user whatever it may do, its login and its password. The broker is to be there. */
    public void forget(String user) throws ExecutionException, InterruptedException {
        try (var access = new BrokerAccess(login())) {
            access.forget(user);
        }
        secrets.forget(PASSWORD_OF + user);
    }

    /** Whether it has been told to stop. */
    public boolean isClosing() {
        return closing;
    }

    public int port() {
        return port;
    }

    /** The broker's process, as long as it lives; another one after it was started again. */
    public ProcessHandle process() {
        return run.process().toHandle();
    }

    /** Stops the broker in order, and lets go of the folder. */
    @Override
    public void close() {
        closing = true;
        turn.lock();
        try {
            if (supervisor != null) supervisor.close();
            run.stop();
        } finally {
            lock.close();
            turn.unlock();
        }
    }
}
