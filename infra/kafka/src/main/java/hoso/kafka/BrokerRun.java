package hoso.kafka;

import hoso.process.Command;
import hoso.process.Failure;
import hoso.process.Ports;
import hoso.process.ServerUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/**
 * One run of the broker, a child of ours that ends when we do.
 *
 * @param said where in the log begins what this run says
 */
record BrokerRun(Process process, BrokerFolder folder, BrokerLogin login, long said) {

    /** A broker that was killed reads what it had not closed, for as long as that takes, and says so file by file. */
    private static final String RECOVERS = " LogLoader: ";

    private static final Duration SILENCE = Duration.ofMinutes(2);

    private static final Duration STOP = Duration.ofSeconds(30);

    /** Short, so that a broker that has ended is noticed between two tries. */
    private static final int TRY_MILLIS = 2_000;

    /** Enough for some thousand partitions; the records themselves lie in the page cache. */
    private static final String HEAP = "384m";

    private static final long POLL_MILLIS = 50;
    private static final int WORDS_MAX = 300;

    /** Begins it; {@link #await} waits until it answers. */
    static BrokerRun begin(BrokerFolder folder, BrokerLogin login) {
        var log = folder.log();
        try {
            log.prepare();
            long said = log.length();
            folder.configure(folder.configuration(login.port(), login.password()));
            var line = new JavaProgram(BrokerProcess.class, HEAP, "hoso/kafka/broker-logback.xml")
                    .line(List.of(folder.properties().toString()));
            var process = Command.builder(line, folder.path())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
                    .start();
            return new BrokerRun(process, folder, login, said);
        } catch (IOException e) {
            throw Failure.of("cannot start Kafka in", folder.path(), e);
        }
    }

    /**
     * Waits until it answers.
     *
     * @throws ServerUnavailable where it has ended, or neither answers nor recovers and was therefore ended
     */
    void await() {
        var patience = new Patience();
        try {
            while (Ports.isFree(login.port())) {
                patience.look();
                Thread.sleep(POLL_MILLIS);
            }
            var properties = new HashMap<>(login.properties());
            properties.put("default.api.timeout.ms", TRY_MILLIS);
            properties.put("request.timeout.ms", TRY_MILLIS);
            try (var admin = Admin.create(properties)) {
                while (!answers(admin)) patience.look();
            }
        } catch (InterruptedException e) {
            abandon();
            Thread.currentThread().interrupt();
            throw new ServerUnavailable("interrupted while Kafka started", e);
        }
    }

    /** How long it is waited for. */
    private final class Patience {

        private long length = folder.log().length();
        private long deadline = System.nanoTime() + SILENCE.toNanos();

        void look() {
            long lengthNow = folder.log().length();
            if (lengthNow != length && folder.log().since(length).contains(RECOVERS))
                deadline = System.nanoTime() + SILENCE.toNanos();
            length = lengthNow;
            if (process.isAlive() && System.nanoTime() < deadline) return;
            abandon();
            throw new ServerUnavailable("Kafka does not start in " + folder.path() + ": "
                    + lastWords(folder.log().since(said)) + " (more in "
                    + folder.log().file() + ")");
        }
    }

    private static boolean answers(Admin admin) throws InterruptedException {
        try {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException notYet) {
            return false;
        }
    }

    private static String lastWords(String said) {
        return said.lines()
                .filter(line -> line.contains("ERROR") || line.contains("Exception"))
                .reduce((first, second) -> second)
                .map(line -> line.substring(0, Math.min(line.length(), WORDS_MAX)))
                .orElse("it said nothing");
    }

    /** Ends it in order, or within bounds; waits. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) abandon();
        } catch (InterruptedException e) {
            abandon();
            Thread.currentThread().interrupt();
        }
    }

    /** Its folder is free when it has gone. */
    private void abandon() {
        try {
            if (!process.destroyForcibly().waitFor(STOP.toSeconds(), TimeUnit.SECONDS))
                throw new IllegalStateException("process " + process.pid() + " cannot be killed");
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
