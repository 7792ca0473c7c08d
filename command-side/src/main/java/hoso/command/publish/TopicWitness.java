package hoso.command.publish;

import hoso.command.store.Witness;
import hoso.command.treehead.SeenPlace;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was published: by the place that is kept beside the store, and by the topic, as far as its broker answers. Where it does
 * not, the publisher compares the two as soon as it does, and has the store compared again where they do not fit.
 */
public record TopicWitness(PublishSettings settings) implements Witness {

    private static final Logger LOG = LoggerFactory.getLogger(TopicWitness.class);

    private static final int CONNECT_WITHIN_MS = 500;

    /**
     * A broker beside the house takes some seconds longer than the store. Only a store that has events and has never published
     * waits for it: one that was made of a backup, mostly.
     */
    private static final Duration FIRST_ANSWER_WITHIN = Duration.ofSeconds(10);

    private static final long RETRY_MS = 250;

    @Override
    public Sight look(Connection store) throws SQLException {
        var places = new PublishedPlaces(settings.topic(), settings.origin());
        var kept = places.kept(store);
        var place = new SeenPlace(
                        "what was published",
                        kept.place().position(),
                        kept.place().leaf())
                .against(store);
        if (!place.missing().isEmpty() || !place.differing().isEmpty() || !answers(kept, store)) return place;
        try (var comparison = new TopicComparison(settings, store)) {
            return compared(comparison, kept);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return place;
        } catch (ExecutionException | KafkaException away) {
            LOG.debug("the topic is compared when its broker answers", away);
            return place;
        }
    }

    private Sight compared(TopicComparison comparison, Kept kept)
            throws SQLException, ExecutionException, InterruptedException {
        try {
            comparison.compare(kept, new EventTopic(settings).ensure(), () -> {});
            return Sight.of(Math.max(kept.place().position(), comparison.highest()));
        } catch (UnfitTopic unfit) {
            return unfit.seen() == 0
                    ? Sight.of(kept.place().position())
                    : Sight.missing(unfit.seen(), String.valueOf(unfit.getMessage()));
        }
    }

    private boolean answers(Kept kept, Connection store) throws SQLException {
        boolean waits = kept.topicId() == null && hasEvents(store);
        long until = System.nanoTime() + (waits ? FIRST_ANSWER_WITHIN.toNanos() : 0);
        boolean answers = isThere();
        while (!answers && System.nanoTime() - until < 0) {
            pause();
            answers = isThere();
        }
        return answers;
    }

    private static boolean hasEvents(Connection store) throws SQLException {
        return !StoreTail.leaves(store, List.of(1L)).isEmpty();
    }

    /** Kafka's own clients would wait for seconds for one that is not. */
    private boolean isThere() {
        String brokers = String.valueOf(settings.client().get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
        for (String broker : brokers.split(",", -1)) {
            int colon = broker.lastIndexOf(':');
            if (colon < 0) continue;
            var address = new InetSocketAddress(
                    broker.substring(0, colon).strip(),
                    Integer.parseInt(broker.substring(colon + 1).strip()));
            try (var socket = new Socket()) {
                socket.connect(address, CONNECT_WITHIN_MS);
                return true;
            } catch (IOException away) {
                // the next
            }
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_MS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
