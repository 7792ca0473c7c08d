package hoso.query.audit.gap;

import hoso.query.books.NewestPublications;
import hoso.query.books.NewestPublications.Publisher;
import hoso.query.question.KnownReference;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** For how much working time each publisher has been silent by now. Not safe for threads. */
public final class Silences {

    private final NewestPublications newest;
    private final KnownReference reference;
    private final InstantSource clock;

    /**
     * @param publisher its name, behind that of its origin where origins are rolled up
     * @param work working time since its newest event about a dossier or petition
     */
    public record Silence(String publisher, Duration work) {}

    public Silences(NewestPublications newest, KnownReference reference, InstantSource clock) {
        this.newest = newest;
        this.reference = reference;
        this.clock = clock;
    }

    /**
     * Of all that ever published for a unit, those first who did so last.
     *
     * @throws hoso.edge.Problem {@code unavailable}, while the books are made anew
     * @throws org.springframework.dao.DataAccessException where the database is away
     */
    public List<Silence> now() {
        var seen = newest.now();
        Instant now = clock.instant();
        return seen.recordedAt().entrySet().stream()
                .sorted(Map.Entry.<Publisher, Instant>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.comparing(Publisher::code))))
                .map(entry -> new Silence(
                        entry.getKey().code(),
                        Publishers.calendar(
                                        reference,
                                        seen.position(),
                                        entry.getKey().origin())
                                .work(entry.getValue(), now)))
                .toList();
    }
}
