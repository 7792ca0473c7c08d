package hoso.query.audit.day;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.event.Standing;
import hoso.event.history.DossierHistory;
import hoso.query.audit.status.DossierStatus;
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
        DossierStatus status,
        @Nullable Instant dueAt,
        @Nullable Timeliness timeliness,
        boolean overdue,
        boolean late) {

    static Shown of(DossierHistory history, Instant at) {
        DossierStatus status = DossierStatus.of(history);
        if (!history.alive()) return new Shown(status, null, null, false, false);
        Standing standing = history.standing();
        return new Shown(status, standing.dueAt(), standing.timeliness(), history.overdueAt(at), history.lateAt(at));
    }
}
