package hoso.query.feed.landing;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Topics as the brokers know them; a consumer says nothing of brokers that are away. */
final class BrokerTopics implements AutoCloseable {

    private static final int ANSWER_WITHIN_MILLIS = 4_000;

    private final Admin admin;
    private final List<String> topics;

    BrokerTopics(Map<String, Object> client, List<String> topics) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MILLIS);
        this.admin = Admin.create(settings);
        this.topics = topics;
    }

    /**
     * Kafka's ids of those that are there.
     *
     * @throws ExecutionException where the brokers do not answer
     */
    Map<String, String> ids() throws ExecutionException, InterruptedException {
        Map<String, String> ids = new HashMap<>();
        for (var topic : admin.describeTopics(topics).topicNameValues().entrySet()) {
            try {
                ids.put(topic.getKey(), topic.getValue().get().topicId().toString());
            } catch (ExecutionException failed) {
                // one that is not made yet has no partitions to read
                if (!(failed.getCause() instanceof UnknownTopicOrPartitionException)) throw failed;
            }
        }
        return ids;
    }

    @Override
    public void close() {
        // what it still waits for is of no use
        admin.close(Duration.ZERO);
    }
}
