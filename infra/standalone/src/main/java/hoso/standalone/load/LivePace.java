package hoso.standalone.load;

import hoso.query.board.BoardClock;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells a stretch of the demo as if it happened now: each line when the clock of boards passes the moment at which it was
 * published. What came before the stretch is told at once, and so is what came after, when the stretch has ended.
 */
public final class LivePace implements Pace {

    private final BoardClock boards;
    private final Instant begin;
    private final Instant end;
    private final int speed;

    /** Written by the loader, read by who shows how far it is. */
    private volatile boolean running;

    /**
     * @param begin of the stretch, where boards stand until it is reached
     * @param end of the stretch, where boards stand from then on
     * @param speed how many seconds of the demo pass in one of ours
     */
    public LivePace(BoardClock boards, Instant begin, Instant end, int speed) {
        this.boards = boards;
        this.begin = begin;
        this.end = end;
        this.speed = speed;
    }

    /** The clock starts with the next line of the stretch: its first one, or where an earlier start had come to. */
    @Override
    public Instant dueUntil(Instant next) {
        if (next.isBefore(begin)) {
            boards.standAt(begin);
            return begin.minusNanos(1);
        }
        if (!running) boards.run(next, end, speed);
        running = true;
        Instant shown = boards.instant();
        if (shown.isBefore(end)) return shown;
        return next.isAfter(end) ? Instant.MAX : end;
    }

    @Override
    public Instant end() {
        return end;
    }

    @Override
    public Optional<Instant> shown() {
        return Optional.of(boards.instant());
    }

    @Override
    public Optional<String> besides() {
        if (!running) return Optional.of("what came before");
        return boards.instant().isBefore(end) ? Optional.empty() : Optional.of("what came after");
    }
}
