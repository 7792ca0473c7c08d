package hoso.standalone;

import hoso.command.intake.kafka.publisher.Publisher;
import hoso.kafka.BrokerAccess;
import hoso.kafka.EmbeddedKafka;
import hoso.process.Folders;
import hoso.process.ServerUnavailable;
import hoso.standalone.launch.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The publishers' users at our own broker: each may write its topic and read what of it was refused, and nothing else. How
 * one logs in lies beside its password, as Kafka's tools take it.
 */
final class PublisherLogins {

    private static final Logger LOG = LoggerFactory.getLogger(PublisherLogins.class);

    private static final long AGAIN_MILLIS = 1_000;

    private final EmbeddedKafka kafka;
    private final Path secrets;
    private final List<Publisher> publishers;

    PublisherLogins(EmbeddedKafka kafka, Path secrets, List<Publisher> publishers) {
        this.kafka = kafka;
        this.secrets = secrets;
        this.publishers = publishers;
        for (Publisher publisher : publishers)
            if (publisher.name().equals(EmbeddedKafka.SUPERUSER))
                throw Refused.unavailable("a publisher cannot be named " + publisher.name()
                        + ", as Hoso itself is at its broker: call it otherwise in hoso.publishers");
    }

    /** Writes how each logs in, and grants it as soon as the broker answers; nobody waits for that. */
    void begin() {
        publishers.forEach(this::write);
        Thread.ofVirtual().name("publisher-logins").start(this::grantAll);
    }

    private void write(Publisher publisher) {
        String text = new TreeMap<>(kafka.login(publisher.name()).properties())
                .entrySet().stream()
                        .map(property -> property.getKey() + "=" + property.getValue() + "\n")
                        .collect(Collectors.joining());
        try {
            Folders.write(secrets.resolve("kafka-" + publisher.name() + ".properties"), text, "rw-------");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void grantAll() {
        try {
            while (!granted()) Thread.sleep(AGAIN_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers also where there is nobody left to grant anything: the house is being stopped. */
    private boolean granted() throws InterruptedException {
        try {
            kafka.awaitStarted();
            try (var access = new BrokerAccess(kafka.login())) {
                for (Publisher publisher : publishers)
                    access.publisher(kafka.login(publisher.name()), publisher.inbound(), publisher.rejected());
            }
            LOG.info("Kafka serves at {} (logins in {})", kafka.login().bootstrap(), secrets);
            return true;
        } catch (ServerUnavailable | ExecutionException | KafkaException notYet) {
            if (kafka.isClosing()) return true;
            LOG.warn("publishers cannot log in yet: {}", notYet.getMessage());
            return false;
        }
    }
}
