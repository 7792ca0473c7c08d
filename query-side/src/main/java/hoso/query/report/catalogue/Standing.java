package hoso.query.report.catalogue;

/** What an entry of the catalogue rests on. */
public enum Standing {
    /** A legal act says what is set against what. */
    LEGAL_TEXT,
    /** Official reports or the national portal reckon so; worked out from their figures, and no legal text was found. */
    RECONSTRUCTED
}
