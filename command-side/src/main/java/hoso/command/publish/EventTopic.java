package hoso.command.publish;

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

/** The topic that holds every event for ever: made where it is missing, else checked. */
record EventTopic(PublishSettings settings) {

    /**
     * So many consumers may land events beside each other, and one writes 40,000/s; each partition costs the broker a flush
     * of what comes. It is never changed: subjects would come to stand on other partitions, and lose their order.
     */
    static final int PARTITIONS = 6;

    /**
     * A stored event has the 64 KiB of the one that was published at most, and two rulings of some 115 bytes for each of
     * 1,000 clock facts: 300 KiB. Kafka's own default is twice what is asked for here.
     */
    static final int EVENT_BYTES_MAX = 512 << 10;

    private static final int ANSWER_WITHIN_MS = 4_000;

    private static final Map<String, String> FOR_EVER = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG, "delete",
            TopicConfig.RETENTION_MS_CONFIG, "-1",
            TopicConfig.RETENTION_BYTES_CONFIG, "-1");

    /**
     * Makes the topic, or sees that it keeps what it is given; answers with Kafka's id of it.
     *
     * @throws UnfitTopic where it would lose events, or their order
     */
    String ensure() throws ExecutionException, InterruptedException {
        Map<String, Object> properties = new HashMap<>(settings.client());
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
        var wanted = new NewTopic(settings.topic(), Optional.of(PARTITIONS), Optional.empty()).configs(FOR_EVER);
        var made = admin.createTopics(List.of(wanted));
        checkConfig(made.config(settings.topic()).get());
        return made.topicId(settings.topic()).get().toString();
    }

    private String found(Admin admin) throws ExecutionException, InterruptedException {
        String name = settings.topic();
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        checkConfig(Objects.requireNonNull(
                admin.describeConfigs(List.of(resource)).all().get().get(resource)));
        var described = Objects.requireNonNull(
                admin.describeTopics(List.of(name)).allTopicNames().get().get(name));
        if (described.partitions().size() != PARTITIONS)
            throw unfit(described.partitions().size() + " partitions, and must have " + PARTITIONS);
        return described.topicId().toString();
    }

    private void checkConfig(Config config) {
        FOR_EVER.forEach((key, wanted) -> {
            String value = value(config, key);
            if (!wanted.equals(value))
                throw unfit(key + "=" + value + ", and must have " + wanted + ": it is to keep every event for ever");
        });
        String largest = value(config, TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
        if (Long.parseLong(largest) < EVENT_BYTES_MAX)
            throw unfit(TopicConfig.MAX_MESSAGE_BYTES_CONFIG + "=" + largest + ", and must have " + EVENT_BYTES_MAX
                    + " at least: the largest event would not fit");
    }

    private UnfitTopic unfit(String what) {
        return new UnfitTopic("topic " + settings.topic() + " has " + what);
    }

    private static String value(Config config, String key) {
        return Objects.requireNonNull(config.get(key)).value();
    }
}
