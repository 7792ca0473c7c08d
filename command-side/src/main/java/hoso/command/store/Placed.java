package hoso.command.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where an event came to stand; filled before the append that carried it returns. */
public final class Placed {

    private long position;
    private @Nullable Instant recordedAt;

    void at(long position, Instant recordedAt) {
        this.position = position;
        this.recordedAt = recordedAt;
    }

    /** Its position; 0 while it has none. */
    public long position() {
        return position;
    }

    public Instant recordedAt() {
        if (recordedAt == null) throw new IllegalStateException("the event has not been stored");
        return recordedAt;
    }
}
