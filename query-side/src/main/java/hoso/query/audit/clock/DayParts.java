package hoso.query.audit.clock;

import hoso.query.audit.clock.Segment.Kind;
import hoso.vocabulary.VietnamTime;
import hoso.vocabulary.WorkingCalendar;
import hoso.vocabulary.WorkingSpan;
import hoso.vocabulary.WorkingYear;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A span of time cut where working time begins and ends. */
record DayParts(WorkingCalendar calendar) {

    /** Takes the parts in their order; together they are the span. */
    interface Sink {

        /**
         * @param closed why there is no working time in it; null for working time
         * @param holiday of a holiday what it is called
         */
        void part(Instant from, Instant to, @Nullable Kind closed, @Nullable String holiday);
    }

    void cut(Instant from, Instant to, Sink sink) {
        Instant at = from;
        while (at.isBefore(to)) {
            LocalDate day = VietnamTime.date(at);
            Instant end = earlier(VietnamTime.startOf(day.plusDays(1)), to);
            if (calendar.isWorkingDay(day)) workingDay(day, at, end, sink);
            else if (isHoliday(day)) sink.part(at, end, Kind.HOLIDAY, Holidays.name(day));
            else sink.part(at, end, Kind.WEEKEND, null);
            at = end;
        }
    }

    private boolean isHoliday(LocalDate day) {
        return year(day).holidays().contains(day);
    }

    private void workingDay(LocalDate day, Instant from, Instant to, Sink sink) {
        List<WorkingSpan> hours = year(day).hours();
        Instant at = from;
        for (WorkingSpan span : hours) {
            Kind before = span.equals(hours.getFirst()) ? Kind.NIGHT : Kind.BREAK;
            at = part(at, earlier(instant(day, span.from()), to), before, sink);
            at = part(at, earlier(instant(day, span.to()), to), null, sink);
        }
        part(at, to, Kind.NIGHT, sink);
    }

    private static Instant part(Instant from, Instant to, @Nullable Kind closed, Sink sink) {
        if (!from.isBefore(to)) return from;
        sink.part(from, to, closed, null);
        return to;
    }

    private WorkingYear year(LocalDate day) {
        return calendar.year(day.getYear());
    }

    private static Instant instant(LocalDate day, LocalTime time) {
        return VietnamTime.at(day, time);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
