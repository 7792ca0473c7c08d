package hoso.query.books.publisher;

/**
 * Positions whose rows are apart from others: as of a position, only rows of its own block hold what came later.
 */
final class Block {

    /** So many are unpacked at most for a question, and an hour of bulk loading is cut into some dozens. */
    private static final int EVENTS_BITS = 14;

    private Block() {}

    /** The block of a position from 1; of 0 none that there is. */
    static int of(long position) {
        return Math.toIntExact((position - 1) >> EVENTS_BITS);
    }
}
