package hoso.command.intake.kafka.publisher;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of publishers, as parts of the names of topics. */
final class TopicNames {

    /** As the codes of the contract; with what stands before it well within Kafka's 249 characters. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private TopicNames() {}

    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
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
