package hoso.event;

import hoso.vocabulary.Remaining;
import hoso.vocabulary.Timeliness;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the command side decided of one clock fact; a reader never decides it again. */
public sealed interface Ruling {

    /** The due instant in force after the fact. */
    Instant dueAt();

    /** Of a receipt, a resume or an extension. */
    record Due(Instant dueAt) implements Ruling {}

    /**
     * Of a pause.
     *
     * @param dueAt the one from before, which is shown while the dossier is paused
     * @param remaining null where the pause comes after the due instant and does not count
     */
    record Paused(Instant dueAt, @Nullable Remaining remaining) implements Ruling {
        public boolean counts() {
            return remaining != null;
        }
    }

    /** Of a closing. */
    record Closed(Instant dueAt, Timeliness timeliness) implements Ruling {}
}
