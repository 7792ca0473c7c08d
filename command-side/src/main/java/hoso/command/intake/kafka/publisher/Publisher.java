package hoso.command.intake.kafka.publisher;

import hoso.edge.Caller;
import java.time.Duration;

/**
 * A system that publishes over Kafka, under a topic of its own.
 *
 * @param caller its rights; its name is the subject, and so the publisher of what it publishes
 */
public record Publisher(Caller caller) {

    /** What stands before the name of a publisher in the name of the topic that it writes. */
    public static final String INBOUND = "hoso.inbound.";

    /** And of the one that it reads what was refused on. */
    public static final String REJECTED = "hoso.rejected.";

    /** How long both keep a message. */
    public static final Duration KEPT = Duration.ofDays(7);

    public String name() {
        return caller.subject();
    }

    /** Where it writes. */
    public String inbound() {
        return INBOUND + name();
    }

    /** Where it reads what was refused. */
    public String rejected() {
        return REJECTED + name();
    }

    /** In which the instances of one store read; one alone does at a time. */
    public String group() {
        return inbound();
    }
}
