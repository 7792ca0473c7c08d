package hoso.query.audit.clock.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.query.audit.clock.Account;
import hoso.query.audit.clock.Rules;
import hoso.query.audit.clock.Segment;
import hoso.query.feed.PublishedRule;
import hoso.vocabulary.VietnamTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version of the calendar of a year.
 *
 * @param published whether anybody had published one; else the hours and holidays that hold by law
 * @param position of the event that published it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CalendarAnswer(
        int year,
        boolean published,
        @Nullable Long position,
        @Nullable Instant recordedAt) {

    /** Those that the account is measured by: of every year from the receipt to the due instant or the end, whichever comes later. */
    static List<CalendarAnswer> of(Accounted accounted) {
        Account account = accounted.shown();
        List<Segment> segments = account.segments().list();
        Instant end = segments.isEmpty()
                ? account.history().receivedAt()
                : segments.getLast().to();
        Instant dueAt = account.history().dueAt();
        return between(
                account.history().receivedAt(),
                dueAt.isAfter(end) ? dueAt : end,
                accounted.rules(),
                accounted.dossier().standpoint().position());
    }

    /** Of every year from an instant to another, as known at a position. */
    static List<CalendarAnswer> between(Instant from, Instant to, Rules rules, long position) {
        List<CalendarAnswer> calendars = new ArrayList<>();
        for (int year = year(from); year <= year(to); year++) calendars.add(of(year, rules.calendar(year, position)));
        return calendars;
    }

    private static CalendarAnswer of(int year, Optional<PublishedRule> rule) {
        return new CalendarAnswer(
                year,
                rule.isPresent(),
                rule.map(PublishedRule::position).orElse(null),
                rule.map(PublishedRule::recordedAt).orElse(null));
    }

    private static int year(Instant instant) {
        return VietnamTime.date(instant).getYear();
    }
}
