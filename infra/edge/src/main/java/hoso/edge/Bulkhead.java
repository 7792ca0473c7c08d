package hoso.edge;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets so many do something costly at once; whoever comes while all places are taken is refused and does not wait (the pattern
 * of that name: M. Nygard, Release It!, 5.3).
 */
public final class Bulkhead {

    private final Semaphore places;
    private final Supplier<Problem> refusal;

    /**
     * @param detail one sentence for whoever is refused with {@code unavailable}
     */
    public Bulkhead(int atOnce, String detail) {
        this(atOnce, () -> Problem.of(ProblemCode.UNAVAILABLE, detail));
    }

    public Bulkhead(int atOnce, Supplier<Problem> refusal) {
        this.places = new Semaphore(atOnce);
        this.refusal = refusal;
    }

    /** @throws Problem where all places are taken */
    public void run(Runnable work) {
        admit(() -> {
            work.run();
            return true;
        });
    }

    /** @throws Problem where all places are taken */
    public <T> T admit(Supplier<T> work) {
        if (!places.tryAcquire()) throw refusal.get();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
