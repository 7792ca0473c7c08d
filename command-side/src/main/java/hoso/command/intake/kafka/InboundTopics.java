package hoso.command.intake.kafka;

import hoso.command.intake.kafka.publisher.Publisher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Makes a publisher's two topics where they are missing, and looks at them where they are there. */
final class InboundTopics {

    /**
     * One: a partition is the widest that an order reaches, and what a dossier's event is decided with, units, procedures and
     * calendars, is told under other keys. More would gain nothing, since one instance writes, and reads.
     */
    static final int PARTITIONS = 1;

    /** The contract: seven days. */
    static final long RETENTION_MS = Publisher.KEPT.toMillis();

    /** Kafka's own default, said expressly: a producer's batches, of many events, must fit. */
    static final int INBOUND_BYTES_MAX = 1_048_588;

    /** With the headers that say why it was refused. */
    static final int REJECTED_BYTES_MAX = INBOUND_BYTES_MAX + 8 * 1024;

    private final Admin admin;

    InboundTopics(Admin admin) {
        this.admin = admin;
    }

    /**
     * Sees to it that both are there.
     *
     * @return what is not as it should be and does no harm to what is read
     * @throws UnfitTopic where messages would be lost
     * @throws KafkaException where the brokers do not answer, or refuse
     */
    List<String> prepare(Publisher publisher) {
        var doubts = new ArrayList<String>();
        var inbound = prepare(publisher.inbound(), INBOUND_BYTES_MAX, doubts);
        var rejected = prepare(publisher.rejected(), REJECTED_BYTES_MAX, doubts);
        if (inbound.isPresent()
                && rejected.isPresent()
                && number(rejected.get(), "max.message.bytes") < number(inbound.get(), "max.message.bytes"))
            doubts.add(publisher.rejected() + " takes smaller messages than " + publisher.inbound()
                    + ": larger ones are there without their value");
        return doubts;
    }

    private Optional<Config> prepare(String topic, int bytesMax, List<String> doubts) {
        var there = described(topic);
        if (there.isEmpty()) {
            create(topic, bytesMax);
            return Optional.empty();
        }
        int partitions = there.get().partitions().size();
        if (partitions > PARTITIONS)
            doubts.add(
                    topic + " has " + partitions + " partitions: events of different subjects may be judged in another"
                            + " order than they were sent in");
        var config = configured(topic);
        if (config.isEmpty()) doubts.add("how " + topic + " is configured is not told to this user");
        config.ifPresent(known -> check(topic, known, doubts));
        return config;
    }

    private static void check(String topic, Config config, List<String> doubts) {
        if (config.get("cleanup.policy").value().contains("compact"))
            throw new UnfitTopic(topic, "is compacted: of a subject's messages all but the last would be lost");
        long retention = number(config, "retention.ms");
        if (retention >= 0 && retention < RETENTION_MS) doubts.add(topic + " keeps messages for less than 7 days");
        if (number(config, "retention.bytes") >= 0) doubts.add(topic + " drops messages by size, of whatever age");
    }

    private static long number(Config config, String name) {
        return Long.parseLong(config.get(name).value());
    }

    private Optional<TopicDescription> described(String topic) {
        try {
            return Optional.of(answer(
                    admin.describeTopics(List.of(topic)).topicNameValues().get(topic)));
        } catch (UnknownTopicOrPartitionException missing) {
            return Optional.empty();
        }
    }

    private Optional<Config> configured(String topic) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try {
            return Optional.of(
                    answer(admin.describeConfigs(List.of(resource)).values().get(resource)));
        } catch (AuthorizationException secret) {
            return Optional.empty();
        }
    }

    private void create(String topic, int bytesMax) {
        // replicas: as many as the brokers make of any topic
        var wanted = new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty())
                .configs(Map.of(
                        "cleanup.policy",
                        "delete",
                        "retention.ms",
                        String.valueOf(RETENTION_MS),
                        "max.message.bytes",
                        String.valueOf(bytesMax),
                        // seven days from when it came, whatever time a publisher writes on it
                        "message.timestamp.type",
                        "LogAppendTime"));
        try {
            answer(admin.createTopics(List.of(wanted)).values().get(topic));
        } catch (TopicExistsException another) {
            // made it at the same time, in the same way
        }
    }

    private static <T> T answer(@Nullable KafkaFuture<T> future) {
        try {
            return Objects.requireNonNull(future).get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof KafkaException said) throw said;
            throw new KafkaException(failed.getCause());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new KafkaException(ending);
        }
    }
}
