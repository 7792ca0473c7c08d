package hoso.command.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** From the lock to the loss of the connection: this instance alone writes, and knows where the log ends. */
final class Tenure {

    /** The server is silent for five of them before it ends the connection. */
    private static final long PING_EVERY_MS = 1_000;

    private final long number;
    private final WriterSession session;
    private final RecordingClock clock;
    private final Hooks hooks;
    private final StreamEnds ends = new StreamEnds();
    private volatile Head head;
    private @Nullable Batch unknown;

    Tenure(long number, WriterSession session, RecordingClock clock, Hooks hooks, Head head) {
        this.number = number;
        this.session = session;
        this.clock = clock;
        this.hooks = hooks;
        this.head = head;
    }

    /** Later tenures of this program have greater numbers; the first is 1. */
    long number() {
        return number;
    }

    Head head() {
        return head;
    }

    /** How long ago the last round trip that was answered began. */
    long silenceMs() {
        return session.silenceMs();
    }

    /** The batch of which nobody knows whether it was stored, where the tenure ended so. */
    Optional<Batch> unknown() {
        return Optional.ofNullable(unknown);
    }

    /** Stores what comes, until the connection is lost or the program ends. */
    void serve(AppendQueue queue, BooleanSupplier closing) throws SQLException {
        long pinged = System.nanoTime();
        while (!closing.getAsBoolean()) {
            long sincePingMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - pinged);
            if (sincePingMs >= PING_EVERY_MS) {
                pinged = System.nanoTime();
                clock.check(session.ping());
            } else gathered(queue, PING_EVERY_MS - sincePingMs);
        }
    }

    private void gathered(AppendQueue queue, long waitMs) throws SQLException {
        List<AppendCall> calls;
        try {
            calls = queue.gather(waitMs);
        } catch (InterruptedException closing) {
            return;
        }
        try {
            write(calls);
        } catch (Throwable failure) {
            refuseUnsent(calls, failure);
            throw failure;
        }
    }

    private void write(List<AppendCall> calls) throws SQLException {
        var batch = draft(calls);
        if (batch.isEmpty()) return;
        try {
            unknown = batch;
            session.append(batch);
            unknown = null;
        } catch (SQLException failure) {
            if (!Failures.isRefusal(failure)) throw failure;
            unknown = null;
            ends.forget();
            refused(batch.calls(), failure);
            return;
        }
        head = batch.head();
        try {
            hooks.measure(batch);
            hooks.committed(batch);
        } finally {
            batch.accept();
        }
    }

    private Batch draft(List<AppendCall> calls) {
        var batch = new Batch(head, clock.next(head.recordedAt()), ends);
        for (var call : calls) {
            try {
                if (call.tenure() != number) throw new StoreUnavailable("decided before the writer changed");
                batch.add(call);
            } catch (EventStoreException refused) {
                call.refuse(refused);
            } catch (RuntimeException wrong) {
                call.refuse(new EventStoreException("these events cannot be stored", wrong));
            }
        }
        return batch;
    }

    /** One of them is to blame; each gets a transaction of its own, so that the others do not suffer for it. */
    private void refused(List<AppendCall> calls, SQLException failure) throws SQLException {
        if (calls.size() == 1 || Failures.isShortage(failure)) {
            var reason = Failures.reason(failure);
            calls.forEach(call -> call.refuse(reason));
        } else for (var call : calls) write(List.of(call));
    }

    /** Who was not in the last transaction is told at once; who was, when it is known what became of it. */
    private void refuseUnsent(List<AppendCall> calls, Throwable failure) {
        var reason = new StoreUnavailable("the writer stopped before the events were sent", failure);
        for (var call : calls) if (unknown == null || !unknown.calls().contains(call)) call.refuse(reason);
    }
}
