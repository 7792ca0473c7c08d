package hoso.command.store;

/** This instance, or this database, must not take events now; the message says what is wrong. */
final class UnfitWriter extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitWriter(String message) {
        super(message, null, false, false);
    }
}
