package hoso.command.intake.kafka.publisher;

import hoso.event.wire.ValueKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Names of publishers, as parts of the names of topics: with what stands before a code it is well within Kafka's 249 characters. */
final class TopicNames {

    /** How Hoso's own user, topics and groups are called. */
    private static final String OURS = "hoso";

    private TopicNames() {}

    static boolean isCode(String text) {
        return ValueKind.isCode(text);
    }

    /**
     * Checks all of them beside each other.
     *
     * @throws UnfitPublisher where one is no code or is Hoso's, or two are not told apart by Kafka or its rights
     */
    static void check(Set<String> names) {
        Map<String, String> topics = new HashMap<>();
        for (String name : names) {
            if (!isCode(name))
                throw new UnfitPublisher(
                        name, "a name has 1 to 64 letters, digits, '.', '_', '-', one of the first two first");
            if (isOf(OURS, name))
                throw new UnfitPublisher(name, "'" + OURS + "' is how Hoso itself is called at its brokers");
            // Kafka's metrics write both alike, and it refuses the second topic
            String other = topics.put(name.replace('.', '_'), name);
            if (other != null)
                throw new UnfitPublisher(name, "Kafka cannot tell its topic from that of '" + other + "'");
        }
        for (String name : names)
            for (String other : names)
                if (!other.equals(name) && isOf(other, name))
                    throw new UnfitPublisher(name, "'" + other + "' may join all groups that begin with its name");
    }

    /** Whether a name is another one, or one of those that are granted with it. */
    private static boolean isOf(String granted, String name) {
        return (name + ".").startsWith(granted + ".");
    }
}
