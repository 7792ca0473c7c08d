package hoso.process;

/** The server cannot be had now; the message is one line for the person who started it. */
public final class ServerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ServerUnavailable(String line) {
        super(line);
    }

    public ServerUnavailable(String line, Throwable cause) {
        super(line, cause);
    }
}
