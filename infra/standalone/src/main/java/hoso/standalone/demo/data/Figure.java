package hoso.standalone.demo.data;

/** The columns of {@code figures.csv}: what a scope's dossiers must add up to. */
public enum Figure {
    /** Electronic certified copies received, and those of them resolved; all new. */
    COPIES("copies"),
    COPIES_RESOLVED("copiesResolved"),
    /** New dossiers by channel. */
    ONLINE("online"),
    DIRECT("direct"),
    POSTAL("postal"),
    /** Received before the period; of them those received online, and those still open at its end. */
    CARRIED("carried"),
    CARRIED_ONLINE("carriedOnline"),
    CARRIED_PENDING("carriedPending"),
    EARLY("early"),
    ON_TIME("onTime"),
    LATE("late"),
    /** Still open at the end of the period: past their due instant, and paused. */
    OVERDUE("overdue"),
    PAUSED("paused"),
    DIGITIZED("digitized"),
    REUSED("reused"),
    RESULT_DIGITIZED("resultDigitized"),
    RESULT_ELECTRONIC("resultElectronic"),
    RETURNED_BY_POST("returnedByPost"),
    /** Closed on the day of receipt; empty where no report says and nature may take its course. */
    SAME_DAY("sameDay"),
    /** Dossiers with a fee, dossiers paid online, payments, and their sum in thousands of VND. */
    FEE("fee"),
    PAID("paid"),
    PAYMENTS("payments"),
    PAID_THOUSANDS("paidThousands"),
    NOTIFIED("notified"),
    RATED("rated"),
    SATISFIED("satisfied"),
    OBSERVED("observed"),
    SYNCED("synced"),
    /** Dossiers entered by mistake and voided: they count nowhere. */
    MISTAKEN("mistaken");

    private final String column;

    Figure(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
