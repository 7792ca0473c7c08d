package hoso.query.wiring;

import hoso.edge.Parameters;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.event.history.ReferenceRegister;
import hoso.query.books.projection.Projector;
import hoso.query.feed.EventLog;
import hoso.query.feed.PublishedRule;
import hoso.query.feed.ReferenceBook;
import hoso.query.feed.SickReference;
import hoso.query.question.KnownReference;
import hoso.query.question.Names;
import hoso.query.rollup.Rollup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reference data as of any position of the live books. What is remembered of the log is dropped with the books it was read
 * beside: those that follow may be made from a log that was restored and has used positions again.
 */
final class ReferenceOfBooks implements KnownReference {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceOfBooks.class);

    private final EventLog log;
    private final Projector projector;
    private final @Nullable Rollup rollup;
    private volatile @Nullable Remembered remembered;
    private volatile @Nullable Named named;

    /** Whether it was known when last asked for. */
    private volatile boolean known;

    /** The sick position that the log was told of; 0 for none. */
    private volatile long told;

    private record Remembered(int generation, ReferenceBook book) {}

    private record Named(ReferenceRegister whole, Names names) {}

    /**
     * @param rollup null beside one store
     */
    ReferenceOfBooks(EventLog log, Projector projector, @Nullable Rollup rollup) {
        this.log = log;
        this.projector = projector;
        this.rollup = rollup;
    }

    @Override
    public KnownReference anew() {
        return new ReferenceOfBooks(log, projector, rollup);
    }

    @Override
    public ReferenceRegister asOf(long position) {
        return published(position).whole();
    }

    @Override
    public List<PublishedRule> rules(long position) {
        return published(position).rules();
    }

    @Override
    public List<String> origins() {
        return rollup == null ? List.of() : rollup.origins();
    }

    @Override
    public ReferenceRegister asOf(long position, String origin) {
        if (!origins().contains(origin))
            throw Parameters.malformed("there is no origin " + Parameters.shortened(origin));
        return published(position).byStream().getOrDefault(origin, ReferenceRegister.EMPTY);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the book gives the same object as long as nothing is published
    public Names names(long position) {
        if (rollup == null) return Names.PLAIN;
        ReferenceRegister whole = asOf(position);
        Named known = named;
        if (known != null && known.whole() == whole) return known.names();
        Names names = rollup.names(whole);
        named = new Named(whole, names);
        return names;
    }

    /** @throws Problem {@code unavailable}, with the position of the event that cannot be folded */
    private ReferenceBook.Published published(long position) {
        try {
            return known(position);
        } catch (SickReference sick) {
            throw Problem.of(
                            ProblemCode.UNAVAILABLE,
                            sick.getMessage() + "; what was so before it can be asked as of then")
                    .with(Map.of("position", sick.position()));
        }
    }

    /** For a probe, which must not wait for the database while all is well: as {@link #sick()}, unless it was known lately. */
    Optional<SickReference> sickUnlessKnown() {
        return known ? Optional.empty() : sick();
    }

    /** What keeps the newest reference data from being known, if anything does. */
    Optional<SickReference> sick() {
        try {
            known(projector.projected());
            return Optional.empty();
        } catch (SickReference sick) {
            return Optional.of(sick);
        }
    }

    private ReferenceBook.Published known(long position) {
        try {
            // nothing is known of positions to come, whatever somebody may have written into a row that names one
            ReferenceBook.Published published = book().asOf(Math.min(position, projector.projected()));
            known = told == 0 || position >= told;
            if (known && told > 0) {
                LOG.info("reference data is known again");
                told = 0;
            }
            return published;
        } catch (SickReference sick) {
            if (told != sick.position()) LOG.error("questions that need it are refused: {}", sick.getMessage(), sick);
            told = sick.position();
            known = false;
            throw sick;
        }
    }

    private ReferenceBook book() {
        int generation = projector.live().generation();
        Remembered kept = remembered;
        if (kept == null || kept.generation() != generation) {
            kept = new Remembered(
                    generation,
                    rollup == null ? ReferenceBook.ofOneStream(log) : new ReferenceBook(log, rollup::whole));
            remembered = kept;
        }
        return kept.book();
    }
}
