package hoso.command.publish;

/** The topic and the store do not fit together; only an operator can say which of them is right. */
final class UnfitTopic extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long seen;
    private final boolean differs;

    UnfitTopic(String line) {
        this(line, 0, false);
    }

    /**
     * @param seen the newest position that the topic has, where the store lacks some of them; else 0
     * @param differs whether the store has another event at one of them
     */
    UnfitTopic(String line, long seen, boolean differs) {
        super(line);
        this.seen = seen;
        this.differs = differs;
    }

    long seen() {
        return seen;
    }

    boolean differs() {
        return differs;
    }
}
