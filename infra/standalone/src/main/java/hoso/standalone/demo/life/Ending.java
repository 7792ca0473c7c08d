package hoso.standalone.demo.life;

import hoso.standalone.demo.plan.Window;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the clock of a dossier came to rest.
 *
 * @param due the due instant in force at the end
 * @param closedAt none where it is still open
 * @param knownAt when the closing, as it now stands, had been published
 * @param pausedAt the begin of its pause, where it had one
 */
record Ending(
        Instant due,
        @Nullable Instant closedAt,
        Instant knownAt,
        @Nullable Instant pausedAt) {

    static Ending stillOpen(Instant due, @Nullable Instant pausedAt) {
        return new Ending(due, null, due, pausedAt);
    }

    /** The time the dossier was open, or the first of it, up to an instant. */
    Window whileOpen(Instant receivedAt, Instant last) {
        return new Window(receivedAt, closedAt == null || closedAt.isAfter(last) ? last : closedAt);
    }
}
