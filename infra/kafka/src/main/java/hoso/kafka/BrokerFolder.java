package hoso.kafka;

import hoso.process.Failure;
import hoso.process.Folders;
import hoso.process.Ports;
import hoso.process.ServerLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Where things lie in the broker's folder. */
record BrokerFolder(Path path) {

    /** Kafka's own, which publishers' tools take for granted. */
    private static final int PORT_FIRST = 9_092;

    static BrokerFolder prepare(Path path) {
        try {
            Folders.make(path, "rwx------");
            return new BrokerFolder(path.toRealPath());
        } catch (IOException e) {
            throw Failure.of("cannot use the folder", path, e);
        }
    }

    Path properties() {
        return path.resolve("broker.properties");
    }

    ServerLog log() {
        return new ServerLog(path.resolve("broker.log"));
    }

    void configure(BrokerConfiguration configuration) {
        write(properties(), configuration.text());
    }

    BrokerConfiguration configuration(int port, String password) {
        return new BrokerConfiguration(path.resolve("log"), port, Ports.free(), password);
    }

    /** The port that publishers know: the one wanted, else the last one, else Kafka's own; another where it is taken. */
    int port(OptionalInt wanted) {
        int port = wanted.orElseGet(this::lastPort);
        if (!Ports.isFree(port)) port = Ports.free();
        write(portFile(), port + "\n");
        return port;
    }

    private int lastPort() {
        try {
            return Files.exists(portFile())
                    ? Integer.parseInt(Files.readString(portFile()).strip())
                    : PORT_FIRST;
        } catch (IOException e) {
            throw Failure.of("cannot read", portFile(), e);
        }
    }

    private Path portFile() {
        return path.resolve("port");
    }

    private static void write(Path file, String text) {
        try {
            Folders.write(file, text, "rw-------");
        } catch (IOException e) {
            throw Failure.of("cannot write", file, e);
        }
    }
}
