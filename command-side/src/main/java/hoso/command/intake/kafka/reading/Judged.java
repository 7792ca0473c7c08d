package hoso.command.intake.kafka.reading;

/** What became of a message. */
sealed interface Judged {

    Taken taken();

    record Accepted(Taken taken) implements Judged {}

    record Duplicate(Taken taken) implements Judged {}

    record Refused(Taken taken, String code, String detail) implements Judged {}
}
