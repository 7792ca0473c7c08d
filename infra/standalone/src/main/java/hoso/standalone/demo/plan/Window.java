package hoso.standalone.demo.plan;

import hoso.vocabulary.VietnamTime;
import hoso.vocabulary.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The instants from one to another, both included; empty where the last is before the first. */
public record Window(Instant first, Instant last) {

    /** In which a dossier must be closed to stand as planned at the end of its period. */
    public static Window closing(PlannedDossier dossier, Instant earliest, Instant due) {
        Instant periodStart = dossier.report().start();
        Instant periodLast = dossier.report().end().minusSeconds(1);
        LocalDate dueDate = VietnamTime.date(due);
        Window window = switch (dossier.standing()) {
            case EARLY -> new Window(earliest, VietnamTime.startOf(dueDate).minusSeconds(1));
            case ON_TIME -> new Window(earliest, due).from(VietnamTime.startOf(dueDate));
            case LATE -> new Window(earliest, periodLast).from(due);
            case NOT_DUE, OVERDUE, PAUSED, MISTAKEN ->
                throw new IllegalArgumentException(dossier.standing() + " is not closed in its period");
        };
        return window.from(periodStart).to(periodLast).onPlannedDay(dossier);
    }

    public Window from(Instant instant) {
        return instant.isAfter(first) ? new Window(instant, last) : this;
    }

    public Window to(Instant instant) {
        return instant.isBefore(last) ? new Window(first, instant) : this;
    }

    /** Any instant of working time in it, to the second and after its first; none where there is no such. */
    public @Nullable Instant any(WorkingCalendar calendar, RandomGenerator random) {
        long seconds = calendar.work(first, last).toSeconds();
        return seconds < 1 ? null : calendar.advance(first, Duration.ofSeconds(1 + random.nextLong(seconds)));
    }

    /** Whether it has any working time. */
    public boolean hasWork(WorkingCalendar calendar) {
        return calendar.work(first, last).toSeconds() >= 1;
    }

    /** Any instant in it, at work or not; the first where it is empty. */
    public Instant anyTime(RandomGenerator random) {
        long seconds = Duration.between(first, last).toSeconds();
        return seconds < 1 ? first : first.plusSeconds(random.nextLong(seconds));
    }

    private Window onPlannedDay(PlannedDossier dossier) {
        if (dossier.naturalClosing()) return this;
        Instant nextDay =
                VietnamTime.startOf(VietnamTime.date(dossier.receivedAt()).plusDays(1));
        return dossier.has(Mark.SAME_DAY) ? to(nextDay.minusSeconds(1)) : from(nextDay);
    }
}
