package hoso.testkit.broker;

import hoso.kafka.EmbeddedKafka;
import hoso.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The Kafka broker of this JVM, started by the first test that asks, stopped at the end of the JVM. It is supervised: killed,
 * it comes back. Tests share it and take topics of their own.
 */
public final class TestBroker {

    private static final AtomicInteger MADE = new AtomicInteger();

    private TestBroker() {}

    private static final class Started {

        static final EmbeddedKafka KAFKA = start();

        private static EmbeddedKafka start() {
            try {
                var folder = Files.createTempDirectory("hoso-test-kafka-");
                var kafka = EmbeddedKafka.start(
                        folder.resolve("kafka"), folder.resolve("secrets"), OptionalInt.of(Ports.free()));
                kafka.supervise();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(kafka, folder), "test-broker-stop"));
                return kafka;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void end(EmbeddedKafka kafka, Path folder) {
            kafka.close();
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException left) {
                // the temporary folder is cleared away by others
            }
        }
    }

    /** Killing it hits every test of this JVM. */
    public static EmbeddedKafka kafka() {
        return Started.KAFKA;
    }

    /** The name of a topic, or of an origin, that no other test of this JVM has. */
    public static String name(String what) {
        return what + "-" + MADE.incrementAndGet();
    }
}
