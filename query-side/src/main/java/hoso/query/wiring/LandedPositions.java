package hoso.query.wiring;

import hoso.edge.Parameters;
import hoso.query.feed.landing.LandedLog;
import hoso.query.question.MinPosition;
import hoso.query.question.Positions;
import hoso.query.rollup.Rollup;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;

/** Positions of the local order, and what each origin calls them. */
record LandedPositions(Positions local, LandedLog log, Rollup rollup) implements Positions {

    @Override
    public long head() {
        return local.head();
    }

    @Override
    public long projected() {
        return local.projected();
    }

    @Override
    public long answering() {
        return local.answering();
    }

    @Override
    public void hurry() {
        local.hurry();
    }

    @Override
    public Instant recordedAt(long position) {
        return local.recordedAt(position);
    }

    @Override
    public long lastRecordedBy(Instant instant) {
        return local.lastRecordedBy(instant);
    }

    @Override
    public Map<String, Long> origins(long position) {
        return log.covered(position);
    }

    @Override
    public OptionalLong own(MinPosition asked) {
        if (asked.origin() == null || !rollup.origins().contains(asked.origin()))
            throw Parameters.malformed(
                    "minPosition is origin:position, of one of " + String.join(", ", rollup.origins()));
        if (asked.position() == 0) return OptionalLong.of(0);
        return log.local(asked.origin(), asked.position()).stream()
                .mapToLong(Long::longValue)
                .findAny();
    }
}
