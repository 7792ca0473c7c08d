package hoso.command.store;

/**
 * A stored event that cannot be read or folded: its stream is parked, and others go on. Where it is one of reference data
 * nothing is decided.
 */
public final class SickEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SickEvent(String event, Throwable cause) {
        super(event + " cannot be read or folded", cause);
    }
}
