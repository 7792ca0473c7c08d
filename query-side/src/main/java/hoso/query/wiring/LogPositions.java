package hoso.query.wiring;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.query.books.BookRules;
import hoso.query.books.projection.Projector;
import hoso.query.books.slot.BookState;
import hoso.query.feed.EventLog;
import hoso.query.question.Positions;
import java.time.Instant;

/** Positions as the log and the projector know them. */
record LogPositions(EventLog log, Projector projector) implements Positions {

    @Override
    public long head() {
        return log.head();
    }

    @Override
    public long projected() {
        return projector.projected();
    }

    @Override
    public long answering() {
        BookState live = projector.live();
        BookRules.requireOurs(live);
        return live.position();
    }

    @Override
    public void hurry() {
        projector.nudge();
    }

    @Override
    public Instant recordedAt(long position) {
        return log.recordedAt(position)
                .orElseThrow(() -> Problem.of(
                        ProblemCode.UNAVAILABLE, "the event store no longer has a position that the books have read"));
    }

    @Override
    public long lastRecordedBy(Instant instant) {
        return log.lastRecordedBy(instant);
    }
}
