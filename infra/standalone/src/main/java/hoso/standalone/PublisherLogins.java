package hoso.standalone;

import hoso.command.intake.kafka.publisher.Publisher;
import hoso.kafka.BrokerAccess;
import hoso.kafka.EmbeddedKafka;
import hoso.process.Folders;
import hoso.process.ServerUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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
    }

    /** Writes how each logs in, and grants it as soon as the broker answers; nobody waits for that. */
    void begin() {
        publishers.forEach(this::write);
        Thread.ofPlatform().daemon().name("publisher-logins").start(this::grantAll);
    }

    private void write(Publisher publisher) {
        String text = new TreeMap<>(kafka.login(publisher.name()).properties())
                .entrySet().stream()
                        .map(property -> property.getKey() + "=" + property.getValue() + "\n")
                        .collect(Collectors.joining());
        try {
            Folders.write(file(publisher.name()), text, "rw-------");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Whoever was a publisher at an earlier start, and is none any more, as the broker knows; users of others it lets be. */
    private void forgetFormer(BrokerAccess access) throws ExecutionException, InterruptedException {
        Set<String> former = access.publishers(Publisher.INBOUND);
        publishers.forEach(publisher -> former.remove(publisher.name()));
        for (String name : former) {
            Path file = file(name);
            kafka.forget(name);
            LOG.info("{} is no publisher any more, and may not log in to Kafka", name);
            try {
                Files.deleteIfExists(file);
            } catch (IOException stays) {
                LOG.warn("{} is of no use any more, and cannot be deleted", file, stays);
            }
        }
    }

    private Path file(String publisher) {
        return secrets.resolve("kafka-" + publisher + ".properties");
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
                forgetFormer(access);
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
