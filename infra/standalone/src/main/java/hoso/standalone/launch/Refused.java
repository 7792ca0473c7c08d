package hoso.standalone.launch;

/** The launch cannot go on; the message is one line for the person at the terminal. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What the process ends with, after sysexits.h: the command line was wrong, or something is in the way. */
    public enum Kind {
        USAGE(64),
        UNAVAILABLE(69);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    private final Kind kind;

    private Refused(Kind kind, String line) {
        super(line);
        this.kind = kind;
    }

    public static Refused usage(String line) {
        return new Refused(Kind.USAGE, line + " (see infra/run --help)");
    }

    public static Refused unavailable(String line) {
        return new Refused(Kind.UNAVAILABLE, line);
    }

    public Kind kind() {
        return kind;
    }
}
