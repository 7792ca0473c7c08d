package hoso.query.feed;

/** The log is not the one that was read before: restored to an earlier point, or with a hole. Nobody may go on from it. */
public final class LogNotAsRead extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogNotAsRead(String message) {
        super(message);
    }
}
