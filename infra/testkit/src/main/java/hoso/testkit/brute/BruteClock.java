package hoso.testkit.brute;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Working time, counted by walking through every working span of every day, one after the other. */
public final class BruteClock {
    private static final LocalTime SAME_DAY_UNTIL = LocalTime.of(15, 0);

    private final BruteCalendars calendars;

    /** A clock that knows these calendars, and those published into them later. */
    public BruteClock(BruteCalendars calendars) {
        this.calendars = calendars;
    }

    private record Work(Instant from, Instant to) {}

    private List<Work> workOf(LocalDate day) {
        List<Work> work = new ArrayList<>();
        if (works(day)) {
            for (BruteSpan span : calendars.of(day.getYear()).spans()) {
                work.add(new Work(at(day, span.from()), at(day, span.to())));
            }
        }
        return work;
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).toInstant(BruteJson.LOCAL);
    }

    /** Whether that day is a working day. */
    public boolean works(LocalDate day) {
        return calendars.of(day.getYear()).works(day);
    }

    /** {@code W(a, b)}: the working time in {@code [a, b)}. */
    public Duration work(Instant a, Instant b) {
        Duration sum = Duration.ZERO;
        LocalDate last = BruteJson.localDate(b);
        for (LocalDate day = BruteJson.localDate(a); !day.isAfter(last); day = day.plusDays(1)) {
            for (Work work : workOf(day)) {
                Instant from = work.from().isBefore(a) ? a : work.from();
                Instant to = work.to().isAfter(b) ? b : work.to();
                if (from.isBefore(to)) {
                    sum = sum.plus(Duration.between(from, to));
                }
            }
        }
        return sum;
    }

    /** The earliest {@code x ≥ start} with {@code W(start, x) ≥ duration}. */
    public Instant advance(Instant start, Duration duration) {
        if (duration.isZero()) {
            return start;
        }
        Duration left = duration;
        for (LocalDate day = BruteJson.localDate(start); ; day = day.plusDays(1)) {
            for (Work work : workOf(day)) {
                Instant from = work.from().isBefore(start) ? start : work.from();
                if (from.isBefore(work.to())) {
                    Duration here = Duration.between(from, work.to());
                    if (left.compareTo(here) <= 0) {
                        return from.plus(left);
                    }
                    left = left.minus(here);
                }
            }
        }
    }

    /** The end of work on the first working day on or after {@code day}. */
    public Instant endOfWorkFrom(LocalDate day) {
        LocalDate first = day;
        while (!works(first)) {
            first = first.plusDays(1);
        }
        return workOf(first).getLast().to();
    }

    /** The first due instant of what is received, or begins anew, at {@code from}. */
    public Instant firstDue(BruteProcessing processing, Instant from) {
        LocalDate day = BruteJson.localDate(from);
        return switch (processing.kind()) {
            case "WORKING_HOURS" -> advance(from, Duration.ofHours(processing.amount()));
            case "WORKING_DAYS" ->
                advance(from, calendars.of(day.getYear()).standardDay().multipliedBy(processing.amount()));
            case "CALENDAR_DAYS" -> endOfWorkFrom(day.plusDays(processing.amount()));
            case "SAME_DAY" -> sameDay(from, day);
            default -> throw new IllegalStateException(processing.kind());
        };
    }

    private Instant sameDay(Instant from, LocalDate day) {
        boolean inTime = works(day) && from.isBefore(at(day, SAME_DAY_UNTIL)) && from.isBefore(endOfWorkFrom(day));
        return endOfWorkFrom(inTime ? day : day.plusDays(1));
    }

    /** What remains at a pause that counts. */
    public BruteRemainder remainder(BruteProcessing processing, Instant pausedAt, Instant dueAt) {
        return processing.countsCalendarDays()
                ? new BruteRemainder(
                        Duration.ZERO,
                        ChronoUnit.DAYS.between(BruteJson.localDate(pausedAt), BruteJson.localDate(dueAt)))
                : new BruteRemainder(work(pausedAt, dueAt), 0);
    }

    /** The due instant after a resume with that much remaining. */
    public Instant resumed(BruteProcessing processing, BruteRemainder remainder, Instant resumedAt) {
        if (!processing.countsCalendarDays()) {
            return advance(resumedAt, remainder.work());
        }
        LocalDate day = BruteJson.localDate(resumedAt).plusDays(remainder.days());
        while (endOfWorkFrom(day).isBefore(resumedAt)) {
            day = day.plusDays(1);
        }
        return endOfWorkFrom(day);
    }
}
