package hoso.query.feed.landing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Partitions that are given to a consumer are read from where the database says.
 *
 * @param ids of the topics, learned anew each time
 */
record GoOn(
        Connection connection,
        LandingBehind landing,
        BrokerTopics brokers,
        Consumer<?, ?> consumer,
        OriginTopics origins,
        Map<String, String> ids)
        implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        settle();
    }

    /** All that was read has landed then, and whoever has the partitions next goes on behind it. */
    private void settle() {
        try {
            landing.settle();
        } catch (SQLException failed) {
            throw new KafkaException("what was read does not land", failed);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new KafkaException(closing);
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        settle();
        try {
            ids.putAll(brokers.ids());
            for (TopicPartition partition : partitions) {
                OptionalLong next = Consumed.next(
                        connection,
                        partition.topic(),
                        ids.getOrDefault(partition.topic(), ""),
                        origins.on(partition.topic()),
                        partition.partition());
                if (next.isPresent()) consumer.seek(partition, next.getAsLong());
                else consumer.seekToBeginning(List.of(partition));
            }
        } catch (SQLException | ExecutionException failed) {
            throw new KafkaException("cannot tell where to go on", failed);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new KafkaException(closing);
        }
    }
}
