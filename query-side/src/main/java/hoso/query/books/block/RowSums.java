package hoso.query.books.block;

/**
 * Sums that are kept in one row.
 *
 * @param <S> these sums
 */
interface RowSums<S> {

    void add(S other);

    /** Adds those of a row. */
    void add(byte[] packed);

    /** Equal sums are equal bytes. */
    byte[] bytes();

    boolean isZero();
}
