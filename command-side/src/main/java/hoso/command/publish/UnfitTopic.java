package hoso.command.publish;

/** The topic and the store do not fit together; only an operator can say which of them is right. */
final class UnfitTopic extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long seen;

    UnfitTopic(String line) {
        this(line, 0);
    }

    /** @param seen the newest position that the topic has, where the store lacks some of them; else 0 */
    UnfitTopic(String line, long seen) {
        super(line);
        this.seen = seen;
    }

    long seen() {
        return seen;
    }
}
