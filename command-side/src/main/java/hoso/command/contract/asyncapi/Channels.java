package hoso.command.contract.asyncapi;

import hoso.command.intake.kafka.publisher.Publisher;
import hoso.event.wire.EventType;
import hoso.event.wire.EventTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The topics, and how long they keep what lies on them. */
record Channels(String eventTopic) {

    private static final String PUBLISHER = "{publisher}";

    /** In Kafka's words. */
    private static final long FOR_EVER = -1;

    Map<String, Object> all() {
        return Node.of("inbound", inbound(), "rejected", rejected(), "events", events());
    }

    private static Map<String, Object> inbound() {
        Map<String, Object> messages = new LinkedHashMap<>();
        for (EventType type : EventTypes.all()) {
            put(messages, Messages.structured(type));
            put(messages, Messages.binary(type));
        }
        return channel(
                Publisher.INBOUND + PUBLISHER,
                "What one publisher says, in order per key; kept 7 days.",
                messages,
                Publisher.KEPT.toMillis());
    }

    private static Map<String, Object> rejected() {
        Map<String, Object> messages = new LinkedHashMap<>();
        put(messages, Messages.REJECTED);
        return channel(
                Publisher.REJECTED + PUBLISHER,
                "What was refused of one publisher, with the reason; kept 7 days.",
                messages,
                Publisher.KEPT.toMillis());
    }

    private Map<String, Object> events() {
        Map<String, Object> messages = new LinkedHashMap<>();
        for (EventType type : EventTypes.all()) put(messages, Messages.stored(type));
        return channel(
                eventTopic,
                "Every stored event, kept for ever and never compacted; free text is not in it.",
                messages,
                FOR_EVER);
    }

    private static void put(Map<String, Object> messages, String name) {
        messages.put(name, Node.reference("components", "messages", name));
    }

    private static Map<String, Object> channel(
            String address, String description, Map<String, Object> messages, long keptMs) {
        Map<String, Object> channel = Node.of("address", address, "description", description, "messages", messages);
        if (address.endsWith(PUBLISHER))
            channel.put(
                    "parameters",
                    Node.of("publisher", Node.of("description", "the name under which a publisher is configured")));
        channel.put(
                "bindings",
                Node.of(
                        "kafka",
                        Node.of(
                                "topicConfiguration",
                                Node.of("cleanup.policy", List.of("delete"), "retention.ms", keptMs),
                                "bindingVersion",
                                Messages.KAFKA_BINDING)));
        return channel;
    }
}
