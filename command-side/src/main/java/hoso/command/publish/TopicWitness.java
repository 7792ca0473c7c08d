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
import org.apache.kafka.clients.ClientDnsLookup;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was published: by the place that is kept beside the store, and by the topic, as far as its broker answers. Where it does
 * not, the publisher compares the two as soon as it does, and has the store compared again where they do not fit.
 */
public final class TopicWitness implements Witness {

    private static final Logger LOG = LoggerFactory.getLogger(TopicWitness.class);

    private static final int CONNECT_WITHIN_MS = 500;

    /**
     * A broker beside the house takes some seconds longer than the store. Only a store that has events and has never published
     * waits for it: one that was made of a backup, mostly.
     */
    private static final Duration FIRST_ANSWER_WITHIN = Duration.ofSeconds(10);

    private static final long RETRY_MS = 250;

    private final PublishSettings settings;
    private final TopicReading reading = new TopicReading();

    public TopicWitness(PublishSettings settings) {
        this.settings = settings;
    }

    @Override
    public Sight look(Connection store) throws SQLException {
        var places = new PublishedPlaces(settings.topic(), settings.origin());
        var kept = places.kept(store);
        var place = new SeenPlace(
                        "what was published",
                        kept.place().position(),
                        kept.place().leaf())
                .against(store);
        if (!answers(kept, store)) return place;
        try (var comparison = new TopicComparison(settings, store, reading)) {
            return place.with(compared(comparison, kept, store));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return place;
        } catch (ExecutionException | KafkaException away) {
            LOG.debug("the topic is compared when its broker answers", away);
            return place;
        }
    }

    private Sight compared(TopicComparison comparison, Kept kept, Connection store)
            throws SQLException, ExecutionException, InterruptedException {
        try {
            comparison.compare(kept, new EventTopic(settings).ensure(), () -> ping(store));
            return Sight.of(reading.highest()).as(reading.incarnation());
        } catch (UnfitTopic unfit) {
            String sentence = String.valueOf(unfit.getMessage());
            if (unfit.seen() == 0) return Sight.NONE;
            var sight =
                    unfit.differs() ? Sight.differing(unfit.seen(), sentence) : Sight.missing(unfit.seen(), sentence);
            return sight.as(reading.incarnation());
        }
    }

    /** A topic may be read for minutes, and PostgreSQL ends a connection that says nothing. */
    private static void ping(Connection store) throws SQLException {
        try (var statement = store.createStatement()) {
            statement.execute("SELECT 1");
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
        for (var address : addresses()) {
            try (var socket = new Socket()) {
                socket.connect(address, CONNECT_WITHIN_MS);
                return true;
            } catch (IOException away) {
                // the next
            }
        }
        return false;
    }

    /** As Kafka reads them; none where it would not, or knows no such host: the publisher says so. */
    private List<InetSocketAddress> addresses() {
        Object servers = settings.client().get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
        try {
            var named = (List<?>) ConfigDef.parseType("the brokers", servers, ConfigDef.Type.LIST);
            return ClientUtils.parseAndValidateAddresses(
                    named.stream().map(String::valueOf).toList(), ClientDnsLookup.USE_ALL_DNS_IPS);
        } catch (KafkaException unknown) {
            LOG.debug("no broker can be asked", unknown);
            return List.of();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_MS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
