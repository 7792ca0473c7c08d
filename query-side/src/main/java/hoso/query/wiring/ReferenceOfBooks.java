package hoso.query.wiring;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.event.history.ReferenceRegister;
import hoso.query.books.projection.Projector;
import hoso.query.feed.EventLog;
import hoso.query.feed.ReferenceBook;
import hoso.query.feed.SickReference;
import hoso.query.question.KnownReference;
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
    private volatile @Nullable Remembered remembered;

    /** Whether it was known when last asked for. */
    private volatile boolean known;

    /** The sick position that the log was told of; 0 for none. */
    private volatile long told;

    private record Remembered(int generation, ReferenceBook book) {}

    ReferenceOfBooks(EventLog log, Projector projector) {
        this.log = log;
        this.projector = projector;
    }

    /** @throws Problem {@code unavailable}, with the position of the event that cannot be folded */
    @Override
    public ReferenceRegister asOf(long position) {
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

    private ReferenceRegister known(long position) {
        try {
            ReferenceRegister register = book().asOf(position);
            known = told == 0 || position >= told;
            if (known && told > 0) {
                LOG.info("reference data is known again");
                told = 0;
            }
            return register;
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
            kept = new Remembered(generation, new ReferenceBook(log));
            remembered = kept;
        }
        return kept.book();
    }
}
