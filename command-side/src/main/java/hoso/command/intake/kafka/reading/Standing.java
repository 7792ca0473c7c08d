package hoso.command.intake.kafka.reading;

import hoso.command.intake.Door;
import hoso.command.intake.IntakeMeter;
import hoso.command.intake.kafka.publisher.Publisher;
import hoso.edge.ProblemCode;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the reading of a publisher's topic stands, and what came of its messages since the start. Each change of state is one
 * line in the log, and what does not change is none.
 */
public final class Standing {

    private static final Logger LOG = LoggerFactory.getLogger(Standing.class);

    /** What it is doing. */
    public enum State {
        /** Not begun yet. */
        STARTING,
        READING,
        /** For the brokers, the store, or a partition; it goes on by itself. */
        WAITING,
        /** Another instance writes, or nobody can. */
        STAND_BY,
        /** A topic would lose messages: it is looked at again from time to time. */
        UNFIT,
        ENDED
    }

    private static final long UNKNOWN = -1;

    private final Publisher publisher;
    private final IntakeMeter meter;
    private final LongAdder accepted = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private volatile Now now = new Now(State.STARTING, null);

    /** Messages that are not done with; -1 where that is not known, as it is not to whoever does not read. */
    private volatile long lag = UNKNOWN;

    private record Now(State state, @Nullable String reason) {}

    public Standing(Publisher publisher, IntakeMeter meter) {
        this.publisher = publisher;
        this.meter = meter;
    }

    /** @param behind messages that are not done with */
    void reads(long behind) {
        if (now.state != State.READING) becomes(State.READING, null);
        lag = behind;
    }

    public void waits(String reason) {
        becomes(State.WAITING, reason);
    }

    public void standsBy(String reason) {
        becomes(State.STAND_BY, reason);
    }

    public void isUnfit(String reason) {
        becomes(State.UNFIT, reason);
    }

    public void ends() {
        becomes(State.ENDED, null);
    }

    boolean isReading() {
        return now.state == State.READING;
    }

    void count(Judged judged) {
        switch (judged) {
            case Judged.Accepted one -> accepted.increment();
            case Judged.Duplicate one -> duplicates.increment();
            case Judged.Refused one -> {
                rejected.increment();
                meter.refused(ProblemCode.ofRefusal(one.code()), publisher.name());
            }
        }
        meter.answered(Door.KAFKA, judged.taken().since());
    }

    private synchronized void becomes(State state, @Nullable String reason) {
        State before = now.state;
        now = new Now(state, reason);
        if (state != State.READING) lag = UNKNOWN;
        if (before == state) return;
        switch (state) {
            case READING -> LOG.info("{} is read", publisher.inbound());
            case STAND_BY, ENDED, STARTING -> LOG.info("{} is not read: {}", publisher.inbound(), state);
            case WAITING, UNFIT -> LOG.warn("{} is not read: {}", publisher.inbound(), reason);
        }
    }

    public InboundStatus status() {
        Now seen = now;
        long behind = lag;
        return new InboundStatus(
                publisher.name(),
                seen.state,
                seen.reason,
                accepted.sum(),
                duplicates.sum(),
                rejected.sum(),
                behind == UNKNOWN ? null : behind);
    }
}
