package hoso.query.question;

import hoso.edge.Parameters;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/** Finds the position that a question is answered as of, and waits for the read side to reach it. */
public final class Standpoints {

    /** An instant of recording must lie as far back, so that whatever was recorded by then is visible. */
    private static final Duration SETTLED = Duration.ofSeconds(10);

    /** The longest that a question waits for the read side. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The books move some hundred times a second at most; looking more often finds nothing new. */
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Positions positions;
    private final InstantSource clock;
    private final Duration patience;

    public Standpoints(Positions positions, InstantSource clock) {
        this(positions, clock, PATIENCE);
    }

    Standpoints(Positions positions, InstantSource clock, Duration patience) {
        this.positions = positions;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * @throws Problem {@code malformed} where no such position can be looked back from, {@code not-yet} where the read
     *     side does not come that far in time, {@code unavailable} while its books are made anew
     */
    public Standpoint of(View view) {
        // what an answer says, a question can say: times are to the microsecond
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long position = switch (view.asOf()) {
            case AsOf.Newest newest -> await(view.minPosition());
            case AsOf.Position asked -> known(asked.position(), view);
            case AsOf.RecordedBy asked -> recordedBy(asked.instant(), now, view);
        };
        return new Standpoint(
                position, position == 0 ? null : positions.recordedAt(position), now, positions.origins(position));
    }

    /** The newest, without waiting: what rights are judged with. */
    public long newest() {
        return positions.answering();
    }

    /**
     * Waits until the read side has all that is stored by now: what is kept for ever must not miss what nobody knows to be
     * missing.
     *
     * @throws Problem {@code not-yet} where it does not come that far in time, {@code unavailable} while books are made anew
     */
    public void awaitHead() {
        await(positions.head());
    }

    private long known(long position, View view) {
        if (position > positions.head()) throw Parameters.malformed("asOf lies above the head");
        await(view.minPosition());
        await(position);
        return position;
    }

    private long recordedBy(Instant instant, Instant now, View view) {
        if (instant.isAfter(now.minus(SETTLED)))
            throw Parameters.malformed("asOf lies less than " + SETTLED.toSeconds() + " s back");
        long position = positions.lastRecordedBy(instant);
        await(view.minPosition());
        await(position);
        return position;
    }

    private long await(long position) {
        return await(new MinPosition(null, position), asked -> OptionalLong.of(asked.position()));
    }

    private long await(MinPosition asked) {
        return asked.equals(MinPosition.NONE) ? positions.answering() : await(asked, positions::own);
    }

    /** Waits until the read side has reached a position, and answers how far it has come. */
    private long await(MinPosition asked, Function<MinPosition, OptionalLong> own) {
        long deadline = System.nanoTime() + patience.toNanos();
        OptionalLong position = own.apply(asked);
        long projected = positions.answering();
        while (position.isEmpty() || projected < position.getAsLong()) {
            if (System.nanoTime() - deadline >= 0) throw notYet(asked.position(), projected);
            positions.hurry();
            pause();
            if (position.isEmpty()) position = own.apply(asked);
            projected = positions.answering();
        }
        return projected;
    }

    private static Problem notYet(long position, long projected) {
        return Problem.of(ProblemCode.NOT_YET, "the read side has not reached the position asked for")
                .with(Map.of("position", position, "projected", projected));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Problem.of(ProblemCode.UNAVAILABLE, "the service is being stopped");
        }
    }
}
