package hoso.query.audit.status;

import hoso.event.history.DossierHistory;

/** Where a dossier stands after what is known of it. */
public enum DossierStatus {
    /** Nothing has been published of it. */
    UNKNOWN,
    OPEN,
    /** In a pause that counts. */
    PAUSED,
    CLOSED,
    /** Its receipt was voided. */
    VOIDED;

    public static DossierStatus of(DossierHistory history) {
        if (!history.alive()) return history.events() == 0 ? UNKNOWN : VOIDED;
        if (history.closing().isPresent()) return CLOSED;
        return history.inPauseThatCounts() ? PAUSED : OPEN;
    }
}
