package hoso.command.contract.asyncapi;

import hoso.edge.kafka.KafkaSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The AsyncAPI document: from the point of view of this product, which receives what is published to it and sends the rest.
 *
 * @param eventTopic where every stored event is sent
 */
public record AsyncApi(KafkaSettings kafka, String eventTopic) {

    private static final String SCRAM = "scram";

    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("asyncapi", "3.0.0");
        document.put("info", info());
        document.put("defaultContentType", "application/json");
        if (kafka.isUsed()) document.put("servers", servers());
        document.put("channels", new Channels(eventTopic).all());
        document.put("operations", operations());
        document.put("components", components());
        return document;
    }

    private static Map<String, Object> info() {
        return Node.of(
                "title",
                "Hoso",
                "version",
                "v1",
                "description",
                "One topic in for each publisher, one for what was refused of it, one out for every stored event. What is"
                        + " said over HTTP may be said over Kafka, with the same decisions and the same refusals.",
                "license",
                Node.of("name", "Apache 2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0"));
    }

    /** Those that are configured here; publishers may know them by other names. */
    private Map<String, Object> servers() {
        Map<String, Object> servers = new LinkedHashMap<>();
        boolean tls =
                String.valueOf(kafka.properties().get("security.protocol")).endsWith("SSL");
        for (String host : String.valueOf(kafka.bootstrap()).split(",", -1))
            servers.put(
                    "broker" + (servers.isEmpty() ? "" : "-" + (servers.size() + 1)),
                    Node.of("host", host.strip(), "protocol", tls ? "kafka-secure" : "kafka", "security", security()));
        return servers;
    }

    private static Map<String, Object> operations() {
        return Node.of(
                "publish",
                operation("receive", "inbound", "A publisher writes to the topic that is its own."),
                "refuse",
                operation("send", "rejected", "What was refused comes back to its publisher, who alone may read it."),
                "tell",
                operation(
                        "send",
                        "events",
                        "Every stored event, in order per subject, at least once: drop repeats by origin and position."));
    }

    private static Map<String, Object> operation(String action, String channel, String summary) {
        return Node.of(
                "action",
                action,
                "channel",
                Node.reference("channels", channel),
                "summary",
                summary,
                "security",
                security());
    }

    private static List<Object> security() {
        return List.of(Node.reference("components", "securitySchemes", SCRAM));
    }

    private static Map<String, Object> components() {
        return Node.of(
                "schemas",
                Messages.schemas(),
                "messages",
                Messages.all(),
                "securitySchemes",
                Node.of(
                        SCRAM,
                        Node.of(
                                "type",
                                "scramSha512",
                                "description",
                                "SASL/SCRAM-SHA-512, one user a publisher, who may write its inbound topic and read its"
                                        + " rejected one.")));
    }
}
