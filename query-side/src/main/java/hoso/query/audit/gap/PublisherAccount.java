package hoso.query.audit.gap;

import hoso.query.audit.gap.PublisherSilence.Silence;
import hoso.query.books.publisher.Stretch;
import hoso.vocabulary.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the stretches of one publisher and source, which come in the order of their beginnings. A silence within a
 * stretch is shorter than an hour and not looked at.
 */
final class PublisherAccount {

    private final WorkingCalendar calendar;
    private final Stretch first;
    private long events;
    private long lastPosition;
    private Instant lastAt;
    private @Nullable Silence longest;

    /**
     * @param calendar by which it works
     */
    PublisherAccount(WorkingCalendar calendar, Stretch first) {
        this.calendar = calendar;
        this.first = first;
        this.lastAt = first.firstAt();
    }

    void add(Stretch stretch) {
        silence(lastAt, stretch.firstAt());
        events += stretch.events();
        lastPosition = Math.max(lastPosition, stretch.last());
        if (stretch.lastAt().isAfter(lastAt)) lastAt = stretch.lastAt();
    }

    /** Working time is reckoned only where there can be more of it. */
    private void silence(Instant from, Instant to) {
        Duration most = longest == null ? Duration.ZERO : longest.work();
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(most) <= 0) return;
        Duration work = calendar.work(from, to);
        if (work.compareTo(most) > 0) longest = new Silence(from, to, work);
    }

    /**
     * @param most working time without an event that is no silence yet
     */
    PublisherSilence at(Instant at, Duration most) {
        Duration since = calendar.work(lastAt, at);
        return new PublisherSilence(
                first.origin(),
                first.publisher(),
                first.source(),
                events,
                first.first(),
                lastPosition,
                first.firstAt(),
                lastAt,
                Optional.ofNullable(longest),
                since,
                since.compareTo(most) > 0);
    }
}
