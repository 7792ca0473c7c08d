package hoso.house;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A network between a house and its database that can go dead: nothing comes through, nothing is closed. */
final class Relay implements AutoCloseable {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final ServerSocket door;
    private final int target;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private volatile boolean dead;

    Relay(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** The same database by way of this relay. */
    String url(String direct) {
        return direct.replaceFirst(":\\d+/", ":" + door.getLocalPort() + "/");
    }

    /** From now on every byte is swallowed, of old connections and of new ones. */
    void goDead() {
        dead = true;
    }

    /** New connections come through again; those that lived through the silence are broken. */
    void comeBack() throws IOException {
        for (var socket : sockets) socket.close();
        sockets.clear();
        dead = false;
    }

    private void accept() {
        try {
            while (true) {
                var client = door.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(server);
                Thread.ofVirtual().start(() -> carry(client, server));
                Thread.ofVirtual().start(() -> carry(server, client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void carry(Socket from, Socket to) {
        var buffer = new byte[BUFFER_BYTES];
        try (from;
                to) {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer))
                if (!dead) to.getOutputStream().write(buffer, 0, read);
            // an end, too, does not come through
            while (dead) Thread.sleep(100);
        } catch (IOException broken) {
            // then both ends are
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        comeBack();
    }
}
