package hoso.edge.kafka;

import hoso.edge.Misconfigured;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach the Kafka brokers ({@code hoso.kafka.*}); where none is named nothing is published and nothing consumed.
 *
 * @param bootstrap {@code host:port}, several with commas
 * @param client what else every client of Kafka is given, by Kafka's own names: {@code security.protocol}, {@code sasl.*},
 *     {@code ssl.*}
 */
@ConfigurationProperties(value = "hoso.kafka", ignoreUnknownFields = false)
public record KafkaSettings(
        @Nullable String bootstrap, @DefaultValue Map<String, String> client) {

    /** As Kafka calls it. */
    private static final String BOOTSTRAP = "bootstrap.servers";

    /** Whether there is a broker at all. */
    public boolean isUsed() {
        return bootstrap != null && !bootstrap.isBlank();
    }

    /** The properties that every client of Kafka takes. */
    public Map<String, Object> properties() {
        if (bootstrap == null) throw new Misconfigured("hoso.kafka.bootstrap is not set");
        Map<String, Object> properties = new HashMap<>(client);
        properties.put(BOOTSTRAP, bootstrap);
        return properties;
    }

    /** How a house is told of what a client of Kafka takes: {@link #properties} of these settings are the given ones. */
    public static Map<String, Object> told(Map<String, ?> properties) {
        Map<String, Object> settings = new HashMap<>();
        properties.forEach((name, value) ->
                settings.put(name.equals(BOOTSTRAP) ? "hoso.kafka.bootstrap" : "hoso.kafka.client." + name, value));
        return settings;
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return String.valueOf(bootstrap);
    }
}
