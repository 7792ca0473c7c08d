package hoso.standalone.load;

import hoso.vocabulary.VietnamTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** How far a load is; written by the loader, read by the status page and the terminal. */
public final class LoadProgress {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(VietnamTime.OFFSET);

    private final Pace pace;
    private final long total;
    private final long alreadyDone;
    private final long startedNanos;
    private final AtomicLong done;
    private volatile long reachedNanos;

    /**
     * @param total events of the whole load
     * @param alreadyDone events that an earlier start has loaded
     */
    public LoadProgress(Pace pace, long total, long alreadyDone, long nowNanos) {
        this.pace = pace;
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

    /** As the status page shows it: {@code done, total} and, as the pace is, {@code perSecond, secondsLeft} or {@code shown}. */
    public Map<String, Object> asMap(long nowNanos) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("done", done.get());
        map.put("total", total);
        pace.shown()
                .ifPresentOrElse(
                        moment -> map.put("shown", moment.atOffset(VietnamTime.OFFSET)), () -> putRate(map, nowNanos));
        return map;
    }

    private void putRate(Map<String, Object> map, long nowNanos) {
        // the rate of a load that has ended stays what it was
        long untilNanos = complete() ? reachedNanos : nowNanos;
        double seconds = Math.max(0.001, (untilNanos - startedNanos) / 1e9);
        long perSecond = Math.round((done.get() - alreadyDone) / seconds);
        map.put("perSecond", perSecond);
        map.put("secondsLeft", perSecond == 0 ? 0 : (total - done.get() + perSecond - 1) / perSecond);
    }

    /** One line for the terminal. */
    String asLine(long nowNanos) {
        return pace.shown().map(this::replayed).orElseGet(() -> loaded(nowNanos));
    }

    private String replayed(Instant moment) {
        return String.format(
                "Replaying the demo: %s%s, %,d of %,d events (%d %%)",
                MOMENT.format(moment),
                pace.besides().map(told -> " (loading " + told + ")").orElse(""),
                done.get(),
                total,
                done.get() * 100 / total);
    }

    private String loaded(long nowNanos) {
        Map<String, Object> map = asMap(nowNanos);
        return String.format(
                "Loading the demo: %,d of %,d events (%d %%), %,d/s, %d s left",
                done.get(), total, done.get() * 100 / total, (Long) map.get("perSecond"), (Long)
                        map.get("secondsLeft"));
    }
}
