package hoso.postgres;

/** The server cannot be had now; the message is one line for the person who started it. */
public final class PostgresUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PostgresUnavailable(String line) {
        super(line);
    }

    public PostgresUnavailable(String line, Throwable cause) {
        super(line, cause);
    }
}
