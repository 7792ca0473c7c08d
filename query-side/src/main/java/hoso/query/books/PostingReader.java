package hoso.query.books;

import hoso.query.ledger.Dimensions;
import hoso.query.ledger.Measure;

/** Reads what events posted, from the journal that keeps it. */
public interface PostingReader {

    /** Takes the lines of events in the order of their positions; of an event that posted nothing there is none. */
    @FunctionalInterface
    interface Sink {

        /**
         * @param micros the instant, in microseconds since 1970
         */
        void line(long position, Dimensions dimensions, Measure measure, long micros, long amount);
    }

    /**
     * The lines posted after a position.
     *
     * @param upTo a position that the books have reached
     */
    void between(long after, long upTo, Sink sink);

    /** Which of the books that follow one another these are: what was read of others is not of these. */
    int generation();
}
