package hoso.edge.heads;

import hoso.edge.Misconfigured;
import hoso.edge.kafka.TopicName;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often heads are signed, and where they are published ({@code hoso.heads.*}).
 *
 * @param topic that the heads of stores and chains go to, where there is a broker
 * @param every how long at least from one head of the store to the next
 */
@ConfigurationProperties(value = "hoso.heads", ignoreUnknownFields = false)
public record HeadsSettings(
        @DefaultValue("hoso.heads") String topic,
        @DefaultValue("10s") Duration every) {

    /** Each head is a line that is kept for ever, and costs three flushes. */
    private static final Duration EVERY_MIN = Duration.ofMillis(100);

    public HeadsSettings {
        if (!TopicName.isOne(topic)) throw new Misconfigured("hoso.heads.topic is no name of a topic: '" + topic + "'");
        if (every.compareTo(EVERY_MIN) < 0)
            throw new Misconfigured("hoso.heads.every is less than " + EVERY_MIN + ": " + every);
    }
}
