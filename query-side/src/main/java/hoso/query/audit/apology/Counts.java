package hoso.query.audit.apology;

/**
 * How many dossiers of a unit are late, and what there is to say of the apologies for them. Of those closed late the rest
 * had a letter that promised nothing, of the overdue ones a letter that promised nothing.
 *
 * @param resolvedLate as in the report on the period
 * @param pendingOverdue likewise
 * @param withoutLetter of both
 * @param promised of the overdue ones
 * @param promisePassed likewise
 * @param kept of those closed late: {@code tags.promiseKept.resolved}
 * @param broken of those closed late
 */
record Counts(
        long resolvedLate,
        long pendingOverdue,
        long withoutLetter,
        long promised,
        long promisePassed,
        long kept,
        long broken) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    Counts and(LateDossier late) {
        boolean closed = late.closing().isPresent();
        return new Counts(
                resolvedLate + (closed ? 1 : 0),
                pendingOverdue + (closed ? 0 : 1),
                withoutLetter + one(late, Matter.WITHOUT_LETTER),
                promised + one(late, Matter.PROMISED),
                promisePassed + one(late, Matter.PROMISE_PASSED),
                kept + one(late, Matter.KEPT),
                broken + one(late, Matter.BROKEN));
    }

    private static int one(LateDossier late, Matter matter) {
        return late.matter().filter(matter::equals).isPresent() ? 1 : 0;
    }
}
