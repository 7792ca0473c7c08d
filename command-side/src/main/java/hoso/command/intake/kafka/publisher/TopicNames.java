package hoso.command.intake.kafka.publisher;

import hoso.event.wire.ValueKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Names of publishers, as parts of the names of topics: with what stands before a code it is well within Kafka's 249 characters. */
final class TopicNames {

    private TopicNames() {}

    static boolean isCode(String text) {
        return ValueKind.isCode(text);
    }

    /** @throws UnfitPublisher where one is no code, or two make topics that Kafka takes for one */
    static void check(Set<String> names) {
        Map<String, String> topics = new HashMap<>();
        for (String name : names) {
            if (!isCode(name))
                throw new UnfitPublisher(
                        name, "a name has 1 to 64 letters, digits, '.', '_', '-', one of the first two first");
            // Kafka's metrics write both alike, and it refuses the second topic
            String other = topics.put(name.replace('.', '_'), name);
            if (other != null)
                throw new UnfitPublisher(name, "Kafka cannot tell its topic from that of '" + other + "'");
        }
    }
}
