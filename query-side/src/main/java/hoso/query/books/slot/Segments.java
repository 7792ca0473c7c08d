package hoso.query.books.slot;

/**
 * The runs of events that the journal is cut into, one as long as the other: what each of them added to the books is kept
 * apart. The first has number 0 and begins with position 1.
 *
 * @param events in each
 */
public record Segments(int events) {

    public Segments {
        if (events < 1) throw new IllegalArgumentException("a segment of " + events + " events");
    }

    /** The number of the segment that an event is in. */
    public int of(long position) {
        return Math.toIntExact((position - 1) / events);
    }

    /** The position of the last event before a segment. */
    public long before(int segment) {
        return (long) segment * events;
    }
}
