package hoso.bench.world;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The events of all dossiers, told day by day: with each dossier that is received come the later events of those received
 * before it. A dossier's own events keep their order.
 */
public final class Steps implements Iterator<Steps.Step> {

    /**
     * One event.
     *
     * @param nth of its dossier, from 0
     */
    public record Step(long dossier, int nth) {}

    private static final int HOURS_OF_DAY = 24;

    private final long dossiers;
    private final long[] behind;
    private long tick;
    private int nth = -1;

    Steps(long dossiers, long dossiersADay, int[] hoursAfter) {
        this.dossiers = dossiers;
        this.behind = new long[hoursAfter.length];
        for (int at = 0; at < behind.length; at++) behind[at] = hoursAfter[at] * dossiersADay / HOURS_OF_DAY;
        advance();
    }

    @Override
    public boolean hasNext() {
        return tick < dossiers + behind[behind.length - 1];
    }

    @Override
    public Step next() {
        if (!hasNext()) throw new NoSuchElementException();
        var step = new Step(tick - behind[nth], nth);
        advance();
        return step;
    }

    private void advance() {
        do {
            if (++nth == behind.length) {
                nth = 0;
                tick++;
            }
        } while (hasNext() && (tick < behind[nth] || tick - behind[nth] >= dossiers));
    }
}
