package hoso.query.wiring;

import hoso.edge.Misconfigured;
import hoso.edge.kafka.TopicName;
import hoso.event.wire.PublishedHeaders;
import hoso.query.feed.landing.OriginTopics;
import hoso.query.rollup.Rollup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a query side that is fed by Kafka takes in ({@code hoso.rollup.*}).
 *
 * @param origins names of the stores, as they publish them, each with the topic that it publishes to: {@code H20@h20.events},
 *     or {@code H20} where that is {@value #TOPIC}
 * @param root a unit above all origins; without it each is asked for by itself
 */
@ConfigurationProperties(value = "hoso.rollup", ignoreUnknownFields = false)
record RollupProperties(
        @DefaultValue List<String> origins, @Nullable Root root) {

    private static final String TOPIC = "hoso.events";

    /**
     * @param name as reports show it; the code where it has none
     */
    record Root(String code, @Nullable String name) {}

    /** @throws Misconfigured with one line that says what is wrong */
    Rollup rollup() {
        List<String> names = List.copyOf(topics().keySet());
        if (root == null) return new Rollup(names, null);
        requireCode("hoso.rollup.root.code", root.code());
        return new Rollup(names, new Rollup.Root(root.code(), root.name() == null ? root.code() : root.name()));
    }

    /** @throws Misconfigured with one line that says what is wrong */
    OriginTopics originTopics() {
        return new OriginTopics(topics());
    }

    /** By origin, in the order they are given in. */
    private Map<String, String> topics() {
        if (origins.isEmpty()) throw new Misconfigured("hoso.feed=kafka needs hoso.rollup.origins");
        Map<String, String> topics = new LinkedHashMap<>();
        for (String given : origins) {
            String[] parts = given.split("@", 2);
            requireCode("hoso.rollup.origins", parts[0]);
            if (topics.put(parts[0], parts.length > 1 ? topic(parts[1]) : TOPIC) != null)
                throw new Misconfigured("hoso.rollup.origins names an origin twice");
        }
        return topics;
    }

    private static String topic(String name) {
        if (!TopicName.isOne(name)) throw new Misconfigured("hoso.rollup.origins has no name of a topic: " + name);
        return name;
    }

    private static void requireCode(String property, @Nullable String code) {
        if (code == null || !PublishedHeaders.isOrigin(code))
            throw new Misconfigured(property + " is no code: " + code);
    }
}
