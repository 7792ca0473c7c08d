package hoso.command.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that writes, or stands by.
 *
 * <pre>
 * no connection → connected → standing by → lock taken, memory read anew → serving
 *       ↑ connection lost, clock wrong, settings not durable, an event that must be known damaged:
 *         whatever it is, back to the start ↵
 * </pre>
 */
final class Appender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);

    /** A stand-by asks for the lock, and a lost database is looked for, as often. */
    private static final long RETRY_MS = 1_000;

    /** A connection that was lost is mostly there again at once. */
    private static final long RECONNECT_MS = 100;

    /** What was seen of a store that is not fit is looked at again as often: perhaps somebody has put it right. */
    private static final long RECHECK_MS = 5_000;

    private final StoreSettings settings;
    private final Hooks hooks;
    private final Witnesses witnesses;
    private final RecordingClock clock;
    private final AppendQueue queue = new AppendQueue();
    private final CountDownLatch attempted = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("hoso-writer").daemon().unstarted(this::run);

    private volatile boolean closing;
    private volatile @Nullable Tenure serving;
    private volatile @Nullable NewerSchema refusal;
    private volatile @Nullable RuntimeException hindrance;
    private volatile @Nullable Restoration restoration;
    private volatile boolean doubted;
    private @Nullable UnknownOutcome unknown;
    private long tenures;
    private String lastTrouble = "";

    Appender(StoreSettings settings, Hooks hooks, Witnesses witnesses) {
        this.settings = settings;
        this.hooks = hooks;
        this.witnesses = witnesses;
        this.clock = new RecordingClock(settings.clock());
    }

    /** Begins, and waits until it is known whether this instance writes for now. */
    void start(long withinMs) throws InterruptedException {
        thread.start();
        if (!attempted.await(withinMs, TimeUnit.MILLISECONDS)) LOG.warn("The database has not answered yet");
        if (refusal != null) throw refusal;
    }

    @Nullable
    Tenure serving() {
        return serving;
    }

    /** What keeps this instance from writing until somebody mends it: a {@link SickEvent} or an {@link UnfitStore}. */
    @Nullable
    RuntimeException hindrance() {
        return hindrance;
    }

    /** Has the store compared with what was seen of it once more, before anything else is written. */
    void doubt() {
        doubted = true;
    }

    /** Carries an order out as soon as nothing is written; false where another is being carried out. */
    synchronized boolean restore(Restoration order) {
        if (restoration != null) return false;
        restoration = order;
        return true;
    }

    /** What was carried out or taken back is no longer in the way of another. */
    synchronized void forget(Restoration order) {
        if (restoration == order) restoration = null;
    }

    void append(AppendCall call) {
        var tenure = serving;
        if (tenure == null || tenure.number() != call.tenure())
            throw new StoreUnavailable("this instance does not write");
        queue.add(call);
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closing && refusal == null) {
            try (var session = WriterSession.open(settings)) {
                attend(session);
                pause(RECONNECT_MS);
            } catch (SQLException | UnfitWriter | FlywayException | StoreUnavailable failure) {
                trouble(String.valueOf(failure.getMessage()));
                pause(unknown == null ? RETRY_MS : RECONNECT_MS);
            } catch (SickEvent reference) {
                hinders(reference, "Not writing, since decisions need it: {}");
                pause(RETRY_MS);
            } catch (UnfitStore unfit) {
                hinders(unfit, "Not writing: {}");
                // before the pause: it is for an operator to decide, and who starts need not wait for that
                standDown();
                pauseUnlessOrdered(RECHECK_MS);
            } catch (NewerSchema newer) {
                LOG.error("This instance never writes: {}", newer.getMessage());
                refusal = newer;
            } catch (Throwable bug) {
                LOG.error("The writer starts over", bug);
                pause(RETRY_MS);
            }
            if (unknown != null && unknown.expire()) unknown = null;
            standDown();
        }
        if (unknown != null) unknown.refuse("the program ends: the events may have been stored or not");
        queue.close(new StoreUnavailable("the program ends"));
        refuseOrder("the program ends");
    }

    /** Whoever waits for this instance to write is told that it does not. */
    private void standDown() {
        queue.refuseAll(new StoreUnavailable("this instance does not write"));
        attempted.countDown();
    }

    private void attend(WriterSession session) throws SQLException {
        clock.check(session.ping());
        while (!session.tryLock()) {
            standBy(session);
            if (closing) return;
        }
        settle(session, true);
        Durability.check(session.connection());
        whilePinging(session, () -> Schema.migrate(settings));
        compare(session);
        var head = session.head();
        clock.next(head.recordedAt());
        whilePinging(session, hooks::became);
        serve(session, new Tenure(++tenures, session, clock, hooks, head));
    }

    /** @throws UnfitStore where the store is not what was seen of it, and no order says that it is to go on all the same */
    private void compare(WriterSession session) throws SQLException {
        doubted = false;
        var order = restoration;
        if (order != null) {
            var sights = sights(session);
            try {
                order.carryOut(session.connection(), session.head(), sights);
            } finally {
                forget(order);
            }
        }
        Witnesses.check(sights(session));
    }

    private List<Witness.Sight> sights(WriterSession session) throws SQLException {
        var looked = new AtomicReference<List<Witness.Sight>>(List.of());
        whilePinging(session, () -> looked.set(witnesses.look()));
        return looked.get();
    }

    private void standBy(WriterSession session) throws SQLException {
        settle(session, false);
        hindrance = null;
        refuseOrder("another instance writes");
        queue.refuseAll(new StoreUnavailable("another instance writes"));
        trouble("another instance writes, this one stands by");
        attempted.countDown();
        pause(RETRY_MS);
    }

    private void settle(WriterSession session, boolean locked) throws SQLException {
        if (unknown != null && unknown.settle(session, locked)) unknown = null;
    }

    private void serve(WriterSession session, Tenure tenure) throws SQLException {
        LOG.info("This instance writes, from position {} on", tenure.head().position());
        lastTrouble = "";
        hindrance = null;
        serving = tenure;
        attempted.countDown();
        try {
            tenure.serve(queue, () -> closing || doubted || restoration != null);
        } finally {
            serving = null;
            tenure.unknown().ifPresent(batch -> unknown = new UnknownOutcome(batch, session.backend(), hooks));
            LOG.info(
                    "This instance writes no longer, since position {}",
                    tenure.head().position());
            hooks.lost();
        }
    }

    /** Work of any length that must not cost the lock. */
    private void whilePinging(WriterSession session, Runnable work) throws SQLException {
        var done = CompletableFuture.runAsync(
                work,
                task -> Thread.ofPlatform().name("hoso-writer-prepare").daemon().start(task));
        while (true) {
            try {
                done.get(RETRY_MS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException notYet) {
                session.ping();
            } catch (InterruptedException closed) {
                if (closing) throw new UnfitWriter("the program ends");
            } catch (ExecutionException failure) {
                if (failure.getCause() instanceof RuntimeException reason) throw reason;
                throw new IllegalStateException(failure.getCause());
            }
        }
    }

    private void refuseOrder(String reason) {
        var order = restoration;
        if (order == null) return;
        forget(order);
        order.done().completeExceptionally(new StoreUnavailable(reason));
    }

    private void hinders(RuntimeException reason, String line) {
        var before = hindrance;
        if (before == null || !Objects.equals(before.getMessage(), reason.getMessage()))
            LOG.error(line, reason.getMessage());
        hindrance = reason;
    }

    private void pauseUnlessOrdered(long milliseconds) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        while (!closing && restoration == null && System.nanoTime() - until < 0) pause(RECONNECT_MS);
    }

    /** Says what is wrong once, not each second. */
    private void trouble(String message) {
        if (!message.equals(lastTrouble)) LOG.warn("Not writing: {}", message);
        lastTrouble = message;
    }

    private void pause(long milliseconds) {
        try {
            if (!closing) Thread.sleep(milliseconds);
        } catch (InterruptedException closed) {
            // the loop asks whether to go on
        }
    }
}
