package hoso.standalone.demo.plan;

/** How a dossier stands at the end of its report's period. */
public enum Standing {
    EARLY,
    ON_TIME,
    LATE,
    /** Open, and due after the period. */
    NOT_DUE,
    /** Open, and due before its end. */
    OVERDUE,
    /** Open, in a pause that counts. */
    PAUSED,
    /** Entered by mistake and voided. */
    MISTAKEN;

    public boolean isClosed() {
        return switch (this) {
            case EARLY, ON_TIME, LATE -> true;
            case NOT_DUE, OVERDUE, PAUSED, MISTAKEN -> false;
        };
    }
}
