package hoso.query.books.slot;

/**
 * What a code names. A number of each must fit its place in a packed line.
 */
public enum CodeKind {
    UNIT(1 << 20),
    PROCEDURE(1 << 20),
    FIELD(1 << 16);

    private final int limit;

    CodeKind(int limit) {
        this.limit = limit;
    }

    /** Numbers stay below it. */
    public int limit() {
        return limit;
    }
}
