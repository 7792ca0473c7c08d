package hoso.edge.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * A topic that holds what it is given for ever: made where it is missing, else checked.
 *
 * @param partitions never changed: keys would come to stand on other partitions, and lose their order
 * @param recordBytesMax of the largest record that it must take
 * @param client how to reach the broker, as every client of Kafka takes it
 */
public record KeptTopic(String name, int partitions, int recordBytesMax, Map<String, Object> client) {

    private static final int ANSWER_WITHIN_MS = 4_000;

    private static final Map<String, String> FOR_EVER = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG, "delete",
            TopicConfig.RETENTION_MS_CONFIG, "-1",
            TopicConfig.RETENTION_BYTES_CONFIG, "-1");

    /** The topic would lose records, or their order; only an operator can put it right. */
    public static final class Unfit extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unfit(String line) {
            super(line);
        }
    }

    public KeptTopic {
        client = Map.copyOf(client);
    }

    /**
     * Makes the topic, or sees that it keeps what it is given; answers with Kafka's id of it.
     *
     * @throws Unfit where it would lose records, or their order
     */
    public String ensure() throws ExecutionException, InterruptedException {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
        var admin = Admin.create(properties);
        try {
            return foundOrMade(admin);
        } finally {
            // what it still waits for is of no use
            admin.close(Duration.ZERO);
        }
    }

    /** In this order, since who may use a topic that is there may not be allowed to make one. */
    private String foundOrMade(Admin admin) throws ExecutionException, InterruptedException {
        try {
            return found(admin);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException) return made(admin);
            throw failed;
        }
    }

    private String made(Admin admin) throws ExecutionException, InterruptedException {
        var wanted = new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(FOR_EVER);
        var made = admin.createTopics(List.of(wanted));
        checkConfig(made.config(name).get());
        return made.topicId(name).get().toString();
    }

    private String found(Admin admin) throws ExecutionException, InterruptedException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        checkConfig(Objects.requireNonNull(
                admin.describeConfigs(List.of(resource)).all().get().get(resource)));
        var described = Objects.requireNonNull(
                admin.describeTopics(List.of(name)).allTopicNames().get().get(name));
        if (described.partitions().size() != partitions)
            throw unfit(described.partitions().size() + " partitions, and must have " + partitions);
        return described.topicId().toString();
    }

    private void checkConfig(Config config) {
        FOR_EVER.forEach((key, wanted) -> {
            String value = value(config, key);
            if (!wanted.equals(value))
                throw unfit(key + "=" + value + ", and must have " + wanted + ": it is to keep every record for ever");
        });
        String largest = value(config, TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
        if (Long.parseLong(largest) < recordBytesMax)
            throw unfit(TopicConfig.MAX_MESSAGE_BYTES_CONFIG + "=" + largest + ", and must have " + recordBytesMax
                    + " at least: the largest record would not fit");
    }

    private Unfit unfit(String what) {
        return new Unfit("topic " + name + " has " + what);
    }

    private static String value(Config config, String key) {
        return Objects.requireNonNull(config.get(key)).value();
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return name;
    }
}
