package hoso.standalone.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** How far a load is; written by the loader, read by the status page and the terminal. */
public final class LoadProgress {

    private final long total;
    private final long alreadyDone;
    private final long startedNanos;
    private final AtomicLong done;
    private volatile long reachedNanos;

    /**
     * @param total events of the whole load
     * @param alreadyDone events that an earlier start has loaded
     */
    public LoadProgress(long total, long alreadyDone, long nowNanos) {
        this.total = total;
        this.alreadyDone = alreadyDone;
        this.startedNanos = nowNanos;
        this.reachedNanos = nowNanos;
        this.done = new AtomicLong(alreadyDone);
    }

    void reached(long events, long nowNanos) {
        reachedNanos = nowNanos;
        done.set(events);
    }

    public boolean complete() {
        return done.get() >= total;
    }

    /** {@code done, total, perSecond, secondsLeft}, as the status page shows them. */
    public Map<String, Object> asMap(long nowNanos) {
        // the rate of a load that has ended stays what it was
        long untilNanos = complete() ? reachedNanos : nowNanos;
        double seconds = Math.max(0.001, (untilNanos - startedNanos) / 1e9);
        long perSecond = Math.round((done.get() - alreadyDone) / seconds);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("done", done.get());
        map.put("total", total);
        map.put("perSecond", perSecond);
        map.put("secondsLeft", perSecond == 0 ? 0 : (total - done.get() + perSecond - 1) / perSecond);
        return map;
    }

    /** One line for the terminal. */
    String asLine(long nowNanos) {
        Map<String, Object> map = asMap(nowNanos);
        return String.format(
                "Loading the demo: %,d of %,d events (%d %%), %,d/s, %d s left",
                done.get(), total, done.get() * 100 / total, (Long) map.get("perSecond"), (Long)
                        map.get("secondsLeft"));
    }
}
