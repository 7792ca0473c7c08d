package hoso.command.wiring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where events are published ({@code hoso.publish.*}).
 *
 * @param topic that every event goes to
 */
@ConfigurationProperties(value = "hoso.publish", ignoreUnknownFields = false)
record PublishProperties(@DefaultValue("hoso.events") String topic) {}
