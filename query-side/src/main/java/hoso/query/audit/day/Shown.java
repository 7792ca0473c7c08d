package hoso.query.audit.day;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.event.Standing;
import hoso.event.history.DossierHistory;
import hoso.vocabulary.Timeliness;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was shown of a dossier at a moment.
 *
 * @param dueAt null where nothing was known of it, or its receipt was voided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Shown(
        Status status, @Nullable Instant dueAt, @Nullable Timeliness timeliness, boolean overdue, boolean late) {

    /** {@code UNKNOWN} before anything was published of it, {@code VOIDED} where its receipt was. */
    enum Status {
        UNKNOWN,
        OPEN,
        PAUSED,
        CLOSED,
        VOIDED
    }

    static Shown of(DossierHistory history, Instant at) {
        if (!history.alive())
            return new Shown(history.events() == 0 ? Status.UNKNOWN : Status.VOIDED, null, null, false, false);
        Standing standing = history.standing();
        return new Shown(
                status(history), standing.dueAt(), standing.timeliness(), history.overdueAt(at), history.lateAt(at));
    }

    private static Status status(DossierHistory history) {
        if (history.closing().isPresent()) return Status.CLOSED;
        return history.inPauseThatCounts() ? Status.PAUSED : Status.OPEN;
    }
}
