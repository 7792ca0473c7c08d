package hoso.query.wiring;

import hoso.event.history.ReferenceRegister;
import hoso.query.books.projection.Projector;
import hoso.query.feed.EventLog;
import hoso.query.feed.ReferenceBook;
import hoso.query.question.KnownReference;
import org.jspecify.annotations.Nullable;

/**
 * Reference data as of any position of the live books. What is remembered of the log is dropped with the books it was read
 * beside: those that follow may be made from a log that was restored and has used positions again.
 */
final class ReferenceOfBooks implements KnownReference {

    private final EventLog log;
    private final Projector projector;
    private volatile @Nullable Remembered remembered;

    private record Remembered(int generation, ReferenceBook book) {}

    ReferenceOfBooks(EventLog log, Projector projector) {
        this.log = log;
        this.projector = projector;
    }

    @Override
    public ReferenceRegister asOf(long position) {
        int generation = projector.live().generation();
        Remembered known = remembered;
        if (known == null || known.generation() != generation) {
            known = new Remembered(generation, new ReferenceBook(log));
            remembered = known;
        }
        return known.book().asOf(position);
    }
}
