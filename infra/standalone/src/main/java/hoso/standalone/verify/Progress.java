package hoso.standalone.verify;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** Tells a person how far a pass is: every second on a terminal, else every fifteen. */
public final class Progress {

    private static final int TERMINAL_EVERY_S = 1;
    private static final int LOG_EVERY_S = 15;

    private final PrintStream out;
    private final boolean terminal;
    private String what = "";
    private long total;
    private long begun;
    private long told;

    public Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** @param events how many there are to come; 0 where nobody has counted them */
    public void begin(String pass, long events) {
        what = pass;
        total = events;
        begun = System.nanoTime();
        told = begun;
    }

    public void reached(long done) {
        long now = System.nanoTime();
        if (now - told < TimeUnit.SECONDS.toNanos(terminal ? TERMINAL_EVERY_S : LOG_EVERY_S)) return;
        told = now;
        long perSecond = Math.max(1, Math.round(done / ((now - begun) / 1e9)));
        String line = total == 0
                ? "%s: %,d, %,d/s".formatted(what, done, perSecond)
                : "%s: %,d of %,d (%d %%), %,d/s, %d s left"
                        .formatted(
                                what,
                                done,
                                total,
                                done * 100 / total,
                                perSecond,
                                Math.max(0, total - done) / perSecond);
        if (terminal) out.print("\r\u001b[K" + line);
        else out.println(line);
        out.flush();
    }

    /** The pass has ended: what it was, and how fast. */
    public void end(long done) {
        double seconds = Math.max(0.001, (System.nanoTime() - begun) / 1e9);
        if (terminal) out.print("\r\u001b[K");
        out.println("%s: %,d in %.1f s, %,d/s".formatted(what, done, seconds, Math.round(done / seconds)));
        out.flush();
    }
}
