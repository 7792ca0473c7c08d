package hoso.query.audit.gap;

import hoso.query.books.PublisherReader;
import hoso.query.question.KnownReference;
import hoso.vocabulary.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds who has gone silent, from the book of publishers and the calendars then known. */
public final class Publishers {

    private static final Comparator<PublisherSilence> LONGEST_SILENT_FIRST = Comparator.comparing(
                    PublisherSilence::lastAt)
            .thenComparing(PublisherSilence::origin)
            .thenComparing(PublisherSilence::publisher)
            .thenComparing(PublisherSilence::source);

    private final PublisherReader books;
    private final KnownReference reference;

    public Publishers(PublisherReader books, KnownReference reference) {
        this.books = books;
        this.reference = reference;
    }

    private record Key(String origin, String publisher, String source) {}

    /**
     * Those that published for some units, the longest silent first.
     *
     * @param units empty for all, and what belongs to none
     * @param most working time without an event that is no silence yet
     */
    List<PublisherSilence> of(long position, Optional<Set<String>> units, Instant at, Duration most) {
        Map<Key, PublisherAccount> accounts = new LinkedHashMap<>();
        books.each(
                position,
                units,
                stretch -> accounts.computeIfAbsent(
                                new Key(stretch.origin(), stretch.publisher(), stretch.source()),
                                unseen ->
                                        new PublisherAccount(calendar(reference, position, stretch.origin()), stretch))
                        .add(stretch));
        return accounts.values().stream()
                .map(account -> account.at(at, most))
                .sorted(LONGEST_SILENT_FIRST)
                .toList();
    }

    /** Each origin works by its own. */
    static WorkingCalendar calendar(KnownReference reference, long position, String origin) {
        return origin.isEmpty()
                ? reference.asOf(position).calendar()
                : reference.asOf(position, origin).calendar();
    }
}
