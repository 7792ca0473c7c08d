package hoso.command.intake.kafka;

/** A topic that would lose messages: its publisher is not read until it is repaired. */
final class UnfitTopic extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitTopic(String topic, String why) {
        super(topic + " " + why, null, false, false);
    }
}
