package hoso.query.audit.clock;

import hoso.event.ReferenceFact;
import hoso.event.history.ReferenceRegister;
import hoso.query.feed.PublishedRule;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The calendars that one store had published and the versions of one procedure, by which a dossier is decided.
 *
 * @param published in the order of positions
 */
public record Rules(List<PublishedRule> published) {

    public Rules {
        published = List.copyOf(published);
    }

    /**
     * Those that a dossier of one procedure is decided by: of other procedures there may be thousands.
     *
     * @param origin of the store; empty beside one store
     */
    public static Rules of(List<PublishedRule> all, String origin, String procedure) {
        return new Rules(all.stream()
                .filter(rule -> rule.origin().equals(origin))
                .filter(rule -> rule.fact() instanceof ReferenceFact.CalendarPublished
                        || rule.subject().equals(procedure))
                .toList());
    }

    /** What was known at a position; of units, and of other procedures, nothing. */
    public ReferenceRegister asOf(long position) {
        return where(rule -> rule.position() <= position);
    }

    /** What was known at a position, but of the calendar of one year only what was known at an earlier one. */
    ReferenceRegister asOf(long position, int year, long calendarAsOf) {
        return where(rule -> rule.position() <= (isCalendarOf(year, rule) ? calendarAsOf : position));
    }

    private ReferenceRegister where(Predicate<PublishedRule> known) {
        ReferenceRegister register = ReferenceRegister.EMPTY;
        for (PublishedRule rule : published)
            if (known.test(rule)) register = register.with(rule.subject(), rule.fact());
        return register;
    }

    private static boolean isCalendarOf(int year, PublishedRule rule) {
        return rule.fact() instanceof ReferenceFact.CalendarPublished
                && rule.subject().equals(Integer.toString(year));
    }

    /** The calendar of a year that was known at a position; empty where none had been published. */
    public Optional<PublishedRule> calendar(int year, long position) {
        return published.stream()
                .filter(rule -> rule.position() <= position)
                .filter(rule -> isCalendarOf(year, rule))
                .reduce((earlier, later) -> later);
    }
}
