package hoso.command.publish;

/** Another publishes since, or the place was set back: who finds that begins anew, if it is to publish at all. */
final class TakenOver extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TakenOver() {
        super("the place was taken over", null, false, false);
    }
}
