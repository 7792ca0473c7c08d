package hoso.query.feed.landing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The origins that are taken in, and the one topic on which each is believed: whoever may write a topic is believed to be an
 * origin of that topic, and no other.
 *
 * @param topics by origin
 */
public record OriginTopics(Map<String, String> topics) {

    public OriginTopics {
        topics = Map.copyOf(topics);
    }

    /** All that are read. */
    List<String> read() {
        return topics.values().stream().distinct().sorted().toList();
    }

    /** Those that are believed on a topic, in one word: codes have no commas. */
    String on(String topic) {
        return topics.entrySet().stream()
                .filter(origin -> origin.getValue().equals(topic))
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(","));
    }

    boolean believes(String origin, String topic) {
        return topic.equals(topics.get(origin));
    }
}
