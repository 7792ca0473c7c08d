package hoso.standalone.demo.plan;

import hoso.standalone.demo.data.ReportPeriod;
import hoso.vocabulary.Processing;

/**
 * The working days on which a dossier may be received so that it can stand as planned: a first narrowing, by whole days,
 * before the due instant is computed.
 */
record ReceiptDays(int first, int last) {

    /** Overdue dossiers stay at least this many working days in the period after they fell due. */
    private static final int LATE_DAYS = 1;

    static ReceiptDays of(
            ReportPeriod report, WorkDays days, boolean carried, Standing standing, Processing processing) {
        int start = days.from(report.from());
        int end = days.from(report.to().plusDays(1));
        int length = length(processing);
        ReceiptDays due = switch (standing) {
            case EARLY -> new ReceiptDays(start + 1, Integer.MAX_VALUE);
            case ON_TIME -> new ReceiptDays(start, end - 1);
            case LATE -> new ReceiptDays(carried ? start - length : start, end - 1 - LATE_DAYS);
            case OVERDUE -> new ReceiptDays(0, end - 1 - LATE_DAYS);
            case NOT_DUE -> new ReceiptDays(carried ? 0 : end, Integer.MAX_VALUE);
            case PAUSED, MISTAKEN -> new ReceiptDays(0, Integer.MAX_VALUE);
        };
        int first = carried ? days.from(report.carriedFrom()) : start;
        int last = carried ? start - 1 : end - 1;
        return new ReceiptDays(Math.max(first, due.first - length), Math.min(last, due.last - length));
    }

    boolean isEmpty() {
        return last < first;
    }

    int count() {
        return last - first + 1;
    }

    /** About how many working days the processing takes. */
    private static int length(Processing processing) {
        return switch (processing.kind()) {
            case SAME_DAY -> 0;
            case WORKING_HOURS -> (processing.amount() + 7) / 8;
            case WORKING_DAYS -> processing.amount();
            case CALENDAR_DAYS -> (processing.amount() * 5 + 6) / 7;
        };
    }
}
