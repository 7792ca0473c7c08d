package hoso.command.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The way to the database, on which answers get lost and messages get stuck half-way. */
final class FaultyNetwork implements AutoCloseable {

    private final ServerSocket entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int database;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    private volatile boolean down;
    private volatile boolean losesAnswers;
    private volatile boolean stuck;

    FaultyNetwork(int database) throws IOException {
        this.database = database;
        Thread.ofVirtual().start(this::accept);
    }

    /** The same address, through here. */
    String url(String url) {
        return url.replace(":" + database + "/", ":" + entry.getLocalPort() + "/");
    }

    /** From now on the database hears everything, and nobody hears it. */
    void loseAnswers() {
        losesAnswers = true;
    }

    /** The next message arrives by half and no more, nor does any after it; the connections stay. */
    void getStuck() {
        stuck = true;
    }

    /** All connections end at once, and no new one is made. */
    void goDown() throws IOException {
        down = true;
        for (var socket : sockets) socket.close();
        sockets.clear();
    }

    void comeUp() {
        losesAnswers = false;
        stuck = false;
        down = false;
    }

    @Override
    public void close() throws IOException {
        entry.close();
        goDown();
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                var client = entry.accept();
                if (down) client.close();
                else connect(client);
            } catch (IOException closed) {
                // the next one may come through
            }
        }
    }

    private void connect(Socket client) throws IOException {
        var server = new Socket(InetAddress.getLoopbackAddress(), database);
        sockets.addAll(List.of(client, server));
        Thread.ofVirtual().start(() -> pump(client, server, true));
        Thread.ofVirtual().start(() -> pump(server, client, false));
    }

    private void pump(Socket from, Socket to, boolean question) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            var buffer = new byte[65_536];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (question && stuck) {
                    out.write(buffer, 0, length / 2);
                    hold(in);
                } else if (question || !losesAnswers) out.write(buffer, 0, length);
            }
        } catch (IOException cut) {
            // both ends see it
        }
    }

    private static void hold(InputStream in) throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }
}
