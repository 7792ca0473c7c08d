package hoso.query.report;

/** What the groups of a report are made by; its name in lower case is the parameter {@code by}. */
public enum Grouping {
    UNIT,
    FIELD,
    PROCEDURE,
    CHANNEL,
    /** The level of the owning unit. */
    LEVEL;

    /** Petitions are counted by unit alone, and so by what a unit has: its level. */
    public boolean countsPetitions() {
        return this == UNIT || this == LEVEL;
    }
}
