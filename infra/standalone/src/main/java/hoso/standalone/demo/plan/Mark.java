package hoso.standalone.demo.plan;

/** What a planned dossier must bear, so that the figures come out. */
public enum Mark {
    CARRIED,
    COPY,
    DIGITIZED,
    REUSED,
    RESULT_DIGITIZED,
    RESULT_ELECTRONIC,
    RETURNED_BY_POST,
    SAME_DAY,
    FEE,
    PAID,
    NOTIFIED,
    RATED,
    SATISFIED,
    OBSERVED,
    SYNCED
}
