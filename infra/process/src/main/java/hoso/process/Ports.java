package hoso.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A free TCP port for the server, below those that the kernel hands to outgoing connections: while the server is down,
 * a client that keeps trying could else be given the very port it calls, connect to itself and keep the server out.
 */
public final class Ports {

    private static final Path OUTGOING = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    private static final int FIRST = 15_432;
    private static final int FIRST_OUTGOING_BY_DEFAULT = 32_768;
    private static final int TRIES_MAX = 200;

    private Ports() {}

    public static int free() {
        int end = Math.max(firstOutgoing(), FIRST + 1_000);
        for (int i = 0; i < TRIES_MAX; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, end);
            if (isFree(port)) {
                return port;
            }
        }
        throw new ServerUnavailable("no free TCP port found from " + FIRST + " to " + end);
    }

    private static int firstOutgoing() {
        try {
            return Integer.parseInt(Files.readString(OUTGOING).strip().split("\\s+", -1)[0]);
        } catch (IOException | NumberFormatException e) {
            return FIRST_OUTGOING_BY_DEFAULT;
        }
    }

    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
