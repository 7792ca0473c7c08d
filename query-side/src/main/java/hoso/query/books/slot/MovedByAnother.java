package hoso.query.books.slot;

/** The books do not stand where this writer left them: another one has written since, and this one must give way. */
public final class MovedByAnother extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MovedByAnother(String message) {
        super(message);
    }
}
