package hoso.query.snapshot.replay;

/**
 * How far a replay is.
 *
 * @param done events folded
 * @param total events there are up to its position
 * @param perSecond since it began
 */
public record ReplayProgress(long done, long total, long perSecond) {

    static final ReplayProgress NONE = new ReplayProgress(0, 0, 0);

    static ReplayProgress of(long done, long total, long nanos) {
        return new ReplayProgress(done, total, Math.round(done * 1e9 / Math.max(1, nanos)));
    }
}
