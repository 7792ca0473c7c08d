package hoso.vocabulary;

/**
 * The time a procedure may take: so many working hours, working days or calendar days, or the same day.
 *
 * @param amount hours or days, 1…3,650; 0 for {@code SAME_DAY}, which has none
 */
public record Processing(Kind kind, int amount) {

    /** What the amount counts. */
    public enum Kind {
        WORKING_HOURS,
        WORKING_DAYS,
        CALENDAR_DAYS,
        SAME_DAY
    }

    /** Ten years: longer processing times are a mistake of the publisher. */
    public static final int AMOUNT_MAX = 3_650;

    public Processing {
        boolean fits = kind == Kind.SAME_DAY ? amount == 0 : amount >= 1 && amount <= AMOUNT_MAX;
        if (!fits) throw new IllegalArgumentException("amount " + amount + " does not fit " + kind);
    }
}
