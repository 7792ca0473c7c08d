package hoso.query.books.block;

/**
 * The lengths of blocks of days: the days before any day are few blocks of each length. Eight blocks of one span are one
 * of the next; the eight are its page.
 */
public enum Span {
    DAY(1),
    EIGHT(8),
    SIXTY_FOUR(64),
    FIVE_HUNDRED_TWELVE(512);

    public static final int PARTS = 8;

    private final int days;

    Span(int days) {
        this.days = days;
    }

    public int days() {
        return days;
    }

    public int block(int day) {
        return Math.floorDiv(day, days);
    }

    public int page(int day) {
        return Math.floorDiv(day, days * PARTS);
    }

    public int part(int day) {
        return Math.floorMod(block(day), PARTS);
    }

    boolean isLongest() {
        return this == FIVE_HUNDRED_TWELVE;
    }

    /**
     * How many parts of a page, from its first on, are among the blocks that make up the days before a day. All blocks
     * of the longest span that end by it, then of each shorter span those in the block of the next longer one.
     */
    int partsBefore(int day, int page) {
        int own = page(day);
        if (page == own) return part(day);
        return isLongest() && page < own ? PARTS : 0;
    }

    /** Whether a block is among those that make up the days before a day. */
    boolean isBefore(int day, int block) {
        return Math.floorMod(block, PARTS) < partsBefore(day, Math.floorDiv(block, PARTS));
    }

    /** The next longer one. */
    Span next() {
        return values()[ordinal() + 1];
    }
}
