package hoso.command.publish;

import hoso.command.store.StoreSettings;
import hoso.edge.Misconfigured;
import hoso.edge.kafka.TopicName;
import hoso.event.wire.PublishedHeaders;
import java.util.Map;

/**
 * What is published where.
 *
 * @param topic that every event goes to
 * @param origin the name of the store, which no other store has
 * @param client how to reach the broker, as every client of Kafka takes it
 * @param url of the store's database
 * @param login of the application
 */
public record PublishSettings(
        String topic, String origin, Map<String, Object> client, String url, StoreSettings.Login login) {

    public PublishSettings {
        if (!PublishedHeaders.isOrigin(origin))
            throw new Misconfigured("hoso.origin must name this store where hoso.kafka.bootstrap names a broker,"
                    + " as no other store is named, in up to 64 letters, digits, dots, dashes or underscores; it is: '"
                    + origin + "'");
        if (!TopicName.isOne(topic))
            throw new Misconfigured("hoso.publish.topic is no name of a topic: '" + topic + "'");
        client = Map.copyOf(client);
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "events of " + origin + " to " + topic;
    }
}
