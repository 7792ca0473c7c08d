package hoso.event;

import hoso.vocabulary.VietnamTime;
import hoso.vocabulary.WorkingYear;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/** What must hold between the data of a fact and the time it happened, whatever the history. */
public final class FactRelations {

    /** An appointment further away than this is a mistake of the publisher. */
    private static final int DUE_WITHIN_YEARS = 10;

    /** A year of fewer working days is a mistake of the publisher. */
    private static final int WORKING_DAYS_MIN = 100;

    private FactRelations() {}

    /**
     * @throws UnfitData {@code malformed}, where a relation does not hold
     */
    public static void check(Fact fact, Instant at) {
        switch (fact) {
            case ClockFact.Received received -> checkDue(received, at);
            case ClockFact.Resume resume -> {
                if (resume.since() != null && !resume.since().isBefore(at))
                    throw malformed("since " + resume.since() + " is not before the event's time " + at);
            }
            case OtherFact.ApologyIssued apology -> {
                if (apology.promisedAt() != null && !apology.promisedAt().isAfter(at))
                    throw malformed("promisedAt " + apology.promisedAt() + " is not after the apology " + at);
            }
            default -> {}
        }
    }

    /**
     * A calendar's days lie within its year, and leave enough working days for every advance to end.
     *
     * @throws UnfitData {@code malformed}
     */
    public static void checkCalendar(int year, ReferenceFact.CalendarPublished calendar) {
        boolean within = Stream.concat(calendar.holidays().stream(), calendar.makeUpDays().stream())
                .allMatch(day -> day.getYear() == year);
        if (!within) throw malformed("a day of the calendar lies outside " + year);
        var working = new WorkingYear(
                year, WorkingYear.DEFAULT_HOURS, Set.copyOf(calendar.holidays()), Set.copyOf(calendar.makeUpDays()));
        if (working.workingDays() < WORKING_DAYS_MIN)
            throw malformed(
                    "the calendar leaves " + working.workingDays() + " working days, not at least " + WORKING_DAYS_MIN);
    }

    private static void checkDue(ClockFact.Received received, Instant at) {
        if (received.dueAt() == null) return;
        if (!received.dueAt().isAfter(at))
            throw malformed("dueAt " + received.dueAt() + " is not after the receipt " + at);
        Instant latest =
                at.atOffset(VietnamTime.OFFSET).plusYears(DUE_WITHIN_YEARS).toInstant();
        if (received.dueAt().isAfter(latest))
            throw malformed(
                    "dueAt " + received.dueAt() + " is more than " + DUE_WITHIN_YEARS + " years after the receipt");
    }

    private static UnfitData malformed(String detail) {
        return new UnfitData("malformed", detail);
    }
}
