package hoso.command.publish;

/** The topic and the store do not fit together; only an operator can say which of them is right. */
final class UnfitTopic extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitTopic(String line) {
        super(line);
    }
}
