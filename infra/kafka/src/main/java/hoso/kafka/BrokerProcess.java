package hoso.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * The main class of the broker's own process: makes the log where there is none, and serves until its parent ends.
 *
 * <p>In its parent's JVM a taken port or a full disk would end them both: a broker halts the JVM that it runs in.
 */
final class BrokerProcess {

    private static final int CANNOT_FORMAT = 2;

    private BrokerProcess() {}

    /**
     * @param arguments the file of the broker's properties
     */
    public static void main(String[] arguments) throws IOException {
        endWithParent();
        var properties = new Properties();
        try (var in = Files.newInputStream(Path.of(arguments[0]))) {
            properties.load(in);
        }
        // the last file that formatting writes
        var formatted = Path.of(properties.getProperty("log.dirs"), "meta.properties");
        if (!Files.exists(formatted)) format(arguments[0], properties.getProperty(BrokerConfiguration.PASSWORD));
        Kafka.main(new String[] {arguments[0]});
    }

    private static void format(String file, String password) {
        var credentials = "SCRAM-SHA-512=[name=" + EmbeddedKafka.SUPERUSER + ",password=" + password + "]";
        var order = new String[] {
            "format",
            "--config",
            file,
            "--cluster-id",
            Uuid.randomUuid().toString(),
            "--standalone",
            "--add-scram",
            credentials
        };
        // it prints what it makes, the credentials with it
        int code = StorageTool.execute(order, new PrintStream(OutputStream.nullOutputStream()));
        if (code != 0) System.exit(CANNOT_FORMAT);
    }

    /** The parent holds the other end of standard input and writes nothing: it ends when the parent does, however it ends. */
    private static void endWithParent() {
        Thread.ofPlatform().daemon().name("parent").start(() -> {
            try {
                System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException gone) {
                // as good as its end
            }
            System.exit(0);
        });
    }
}
