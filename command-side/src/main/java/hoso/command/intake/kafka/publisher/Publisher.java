package hoso.command.intake.kafka.publisher;

import hoso.edge.Caller;

/**
 * A system that publishes over Kafka, under a topic of its own.
 *
 * @param caller its rights; its name is the subject, and so the publisher of what it publishes
 */
public record Publisher(Caller caller) {

    public String name() {
        return caller.subject();
    }

    /** Where it writes. */
    public String inbound() {
        return "hoso.inbound." + name();
    }

    /** Where it reads what was refused. */
    public String rejected() {
        return "hoso.rejected." + name();
    }

    /** In which the instances of one store read; one alone does at a time. */
    public String group() {
        return inbound();
    }
}
