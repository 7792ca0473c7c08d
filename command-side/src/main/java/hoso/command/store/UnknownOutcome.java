package hoso.command.store;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** A batch that was sent on a connection that ended before it answered. */
final class UnknownOutcome {

    /** Whoever waits longer is told that the store is unavailable: until it is known, nothing is loaded or decided. */
    private static final long ANSWER_WITHIN_MS = 5_000;

    private final Batch batch;
    private final WriterSession.Backend sender;
    private final Hooks hooks;
    private final long since = System.nanoTime();

    UnknownOutcome(Batch batch, WriterSession.Backend sender, Hooks hooks) {
        this.batch = batch;
        this.sender = sender;
        this.hooks = hooks;
    }

    /**
     * Answers where it can be known.
     *
     * @param locked whether this session has the writer's lock, so that the old one has ended
     * @return whether it is settled
     */
    boolean settle(WriterSession session, boolean locked) throws SQLException {
        if (!locked && session.isAlive(sender)) return expire();
        if (session.holds(batch)) {
            hooks.measure(batch);
            batch.accept();
        } else refuse("the connection was lost before the events were stored");
        return true;
    }

    /** Gives up waiting in time; what was stored all the same is found when the next tenure reads the log. */
    boolean expire() {
        if (TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since) < ANSWER_WITHIN_MS) return false;
        refuse("the connection was lost: the events may have been stored or not");
        return true;
    }

    void refuse(String message) {
        var reason = new StoreUnavailable(message);
        batch.calls().forEach(call -> call.refuse(reason));
    }
}
