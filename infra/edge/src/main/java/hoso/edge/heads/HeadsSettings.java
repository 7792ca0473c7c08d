package hoso.edge.heads;

import hoso.edge.Misconfigured;
import hoso.edge.kafka.TopicName;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where signed heads are published ({@code hoso.heads.*}), where there is a broker.
 *
 * @param topic that the heads of stores and chains go to
 */
@ConfigurationProperties(value = "hoso.heads", ignoreUnknownFields = false)
public record HeadsSettings(@DefaultValue("hoso.heads") String topic) {

    public HeadsSettings {
        if (!TopicName.isOne(topic)) throw new Misconfigured("hoso.heads.topic is no name of a topic: '" + topic + "'");
    }
}
