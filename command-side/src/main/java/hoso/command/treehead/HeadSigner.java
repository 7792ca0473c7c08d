package hoso.command.treehead;

import hoso.command.store.EventStore;
import hoso.command.store.FencedConnection;
import hoso.command.store.Opened;
import hoso.command.store.StoreUnavailable;
import hoso.command.treehead.HeadStatus.State;
import hoso.edge.heads.HeadKey;
import hoso.edge.heads.HeadPublisher;
import hoso.edge.heads.ProofFolder;
import hoso.proof.SignedHead;
import hoso.proof.TreeHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs heads of the store as long as this instance writes: one when there are new events, and not sooner after the last than
 * {@link HeadSettings#every}; and one when it ends.
 *
 * <pre>
 * stand-by → signing
 *     ↑ another instance writes   database or folder away          → waiting → signing
 *                                 the store is not what was signed → stopped → signing, when it is put right
 * </pre>
 */
public final class HeadSigner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeadSigner.class);

    /** Whether there is anything new is a look at a number in memory: no hook of the writer is needed for that. */
    private static final long LOOK_EVERY_MS = 500;

    private static final long RETRY_MS = 2_000;

    /** What was found may have taken a reading of all leaves; an operator needs longer than this to mend it. */
    private static final long RECHECK_MS = 60_000;

    /** The server ends a connection that is silent for so long; each of our statements takes milliseconds. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(15);

    /** The last head is of some seconds of events. */
    private static final long CLOSE_MS = 5_000;

    private final HeadSettings settings;
    private final EventStore store;
    private final HeadKey key;
    private final @Nullable HeadPublisher publisher;
    private final Thread thread;

    private volatile boolean closing;
    private volatile State state = State.STAND_BY;
    private volatile @Nullable String reason;
    private volatile @Nullable SignedHead last;
    private @Nullable Signing signing;
    private long signedAtNanos;

    private HeadSigner(HeadSettings settings, EventStore store, HeadKey key, @Nullable HeadPublisher publisher) {
        this.settings = settings;
        this.store = store;
        this.key = key;
        this.publisher = publisher;
        this.thread = Thread.ofPlatform().name("hoso-heads").daemon().unstarted(this::run);
    }

    /**
     * @param publisher null where there is no broker
     * @throws UncheckedIOException where the key cannot be kept
     */
    public static HeadSigner open(HeadSettings settings, EventStore store, @Nullable HeadPublisher publisher) {
        var key = HeadKey.keptIn(settings.folder(), ProofFolder.STORE);
        store.explainLosses(opened -> key.sign(loss(settings, opened)).line());
        var signer = new HeadSigner(settings, store, key, publisher);
        signer.thread.start();
        return signer;
    }

    private static TreeHead.Loss loss(HeadSettings settings, Opened opened) {
        return new TreeHead.Loss(
                settings.origin(),
                opened.number(),
                opened.lostFrom(),
                opened.lostTo(),
                settings.clock().instant().truncatedTo(ChronoUnit.MICROS));
    }

    public HeadStatus status() {
        Optional<SignedHead> newest = Optional.ofNullable(last);
        return new HeadStatus(
                state,
                key.verifying().fingerprint(),
                size(),
                newest.map(SignedHead::head)
                        .map(TreeHead.Store.class::cast)
                        .map(TreeHead.Store::root)
                        .orElse(null),
                signedAt().orElse(null),
                publisher == null ? null : publisher.status(),
                reason);
    }

    /** Up to which position the events are signed; 0 where none are, or this instance has not signed. */
    public long size() {
        SignedHead newest = last;
        return newest == null ? 0 : newest.head().size();
    }

    /** When the newest head was signed. */
    public Optional<Instant> signedAt() {
        return Optional.ofNullable(last).map(SignedHead::head).map(TreeHead::signedAt);
    }

    private void run() {
        while (!closing) pause(turn(false));
        turn(true);
        letGo();
    }

    /** Answers how long to wait before the next turn, in milliseconds. */
    private long turn(boolean atOnce) {
        try {
            if (store.writing()) return signIfDue(atOnce);
            letGo();
            now(State.STAND_BY, null);
            return LOOK_EVERY_MS;
        } catch (StoreContradicts found) {
            letGo();
            if (now(State.STOPPED, found.getMessage())) LOG.error("heads are signed no longer: {}", found.getMessage());
            return RECHECK_MS;
        } catch (SQLException | IOException | StoreUnavailable away) {
            letGo();
            if (now(State.WAITING, away.getMessage())) LOG.warn("signing heads waits: {}", away.getMessage());
            return RETRY_MS;
        } catch (RuntimeException bug) {
            letGo();
            if (now(State.WAITING, bug.toString())) LOG.error("Signing heads starts over", bug);
            return RETRY_MS;
        }
    }

    private long signIfDue(boolean atOnce) throws SQLException, IOException, StoreContradicts {
        long head = store.head();
        boolean due =
                atOnce || System.nanoTime() - signedAtNanos >= settings.every().toNanos();
        if (signing != null && (signing.size() >= head || !due)) return LOOK_EVERY_MS;
        try (Connection connection = connection()) {
            if (signing == null) begin(connection);
            var running = Objects.requireNonNull(signing);
            // a long log that is signed for the first time gets a head every so often, without waiting in between
            while (running.size() < head && store.writing()) signed(running.sign(connection, head));
        }
        return LOOK_EVERY_MS;
    }

    /** Of its own for some milliseconds every now and then: the database's connections are few. */
    private Connection connection() throws SQLException {
        return FencedConnection.open(settings.url(), settings.login(), "hoso heads", SILENCE_MAX, "");
    }

    private void begin(Connection connection) throws SQLException, IOException, StoreContradicts {
        signing = Signing.begin(settings, key, connection);
        now(State.SIGNING, null);
        signing.last().ifPresent(this::tell);
    }

    private void signed(SignedHead head) {
        signedAtNanos = System.nanoTime();
        tell(head);
    }

    private void tell(SignedHead head) {
        last = head;
        if (publisher != null) publisher.offer(settings.origin(), head.line());
    }

    /** Whether that is new. */
    private boolean now(State next, @Nullable String why) {
        boolean same = state == next && Objects.equals(why, reason);
        reason = why;
        state = next;
        return !same;
    }

    private void letGo() {
        if (signing == null) return;
        try {
            signing.close();
        } catch (IOException unwritten) {
            LOG.warn("the files of heads did not close in order: {}", unwritten.getMessage());
        }
        signing = null;
    }

    private void pause(long milliseconds) {
        synchronized (this) {
            long until = System.nanoTime() + milliseconds * 1_000_000;
            try {
                for (long left = milliseconds; left > 0 && !closing; left = (until - System.nanoTime()) / 1_000_000)
                    wait(left);
            } catch (InterruptedException hurry) {
                closing = true;
            }
        }
    }

    /** Signs what is not signed yet, as far as this instance still writes. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        try {
            thread.join(CLOSE_MS);
            thread.interrupt();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
