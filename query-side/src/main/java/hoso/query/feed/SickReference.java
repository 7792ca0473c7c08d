package hoso.query.feed;

/** A reference event that cannot be read or folded: what was published from it on is not known. */
public final class SickReference extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long position;

    SickReference(long position, RuntimeException cause) {
        super("the reference event at position " + position + " cannot be read or folded", cause);
        this.position = position;
    }

    public long position() {
        return position;
    }
}
