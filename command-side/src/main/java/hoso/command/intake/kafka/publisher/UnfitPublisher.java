package hoso.command.intake.kafka.publisher;

/** The program is not started: a publisher is configured in a way that makes no sense; the message says which and why. */
public final class UnfitPublisher extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitPublisher(String name, String why) {
        super("hoso.publishers." + name + ": " + why, null, false, false);
    }
}
