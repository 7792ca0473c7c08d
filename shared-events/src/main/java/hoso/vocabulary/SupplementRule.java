package hoso.vocabulary;

/** What a supplement received does to the clock: go on with what remained, or count the whole time anew. */
public enum SupplementRule {
    RESUME,
    RESTART
}
