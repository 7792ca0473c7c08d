package hoso.query.report.catalogue;

/** What an entry of the catalogue rests on. */
public enum Standing {
    /** An article of a legal act says what is set against what, as a letter of apology against each late dossier. */
    LEGAL_TEXT,
    /**
     * Official reports or the national portal reckon so, from the columns of a form or as worked out from their figures; no legal
     * act was found that says to set them against each other.
     */
    RECONSTRUCTED
}
