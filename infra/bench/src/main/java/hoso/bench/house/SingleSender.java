package hoso.bench.house;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import hoso.bench.world.Steps;
import hoso.bench.world.World;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.function.LongSupplier;

/** A publisher that tells dossiers, one after another, on one connection, and looks at each answer. */
final class SingleSender {

    private static final int EVENTS_OF_A_DOSSIER = 6;

    /** A request has some 1,300 bytes, an answer 300, a refusal 600. */
    private static final int BUFFER_BYTES = 8 * 1024;

    private final SocketChannel channel;
    private final String head;
    private final World world;
    private final LongSupplier dossiers;
    private final ByteBuffer request = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final ByteBuffer answer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private long dossier;
    private int nth = EVENTS_OF_A_DOSSIER;
    private long began;
    private long nanos;

    /**
     * @param selector told of what comes, with this sender attached
     * @param head of a request, up to its length
     */
    SingleSender(InetSocketAddress server, Selector selector, String head, World world, LongSupplier dossiers)
            throws IOException {
        this.channel = SocketChannel.open(server);
        this.head = head;
        this.world = world;
        this.dossiers = dossiers;
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send() throws IOException {
        if (nth == EVENTS_OF_A_DOSSIER) {
            dossier = dossiers.getAsLong();
            nth = 0;
        }
        request.clear().put(Wire.post(head, world.line(new Steps.Step(dossier, nth++))));
        request.flip();
        answer.clear();
        began = System.nanoTime();
        // it always fits: the system's buffer is empty where the request before was answered
        while (request.hasRemaining()) channel.write(request);
    }

    /** Whether the answer is complete now. */
    boolean isAnswered() throws IOException {
        if (channel.read(answer) < 0) throw new EOFException("the server closed the connection");
        nanos = System.nanoTime() - began;
        byte[] bytes = new byte[answer.position()];
        answer.get(0, bytes);
        String text = new String(bytes, ISO_8859_1);
        int headEnd = text.indexOf("\r\n\r\n");
        boolean complete = headEnd > 0 && text.length() == headEnd + 4 + length(text);
        if (complete && !(text.startsWith("HTTP/1.1 200 ") && text.contains("accepted")))
            throw new IOException("an event was not taken: " + text);
        return complete;
    }

    /** How long the last answer took. */
    long nanos() {
        return nanos;
    }

    private static int length(String answer) throws IOException {
        int begin = answer.indexOf("Content-Length: ");
        if (begin < 0) throw new IOException("an answer without its length: " + answer);
        return Integer.parseInt(answer, begin + 16, answer.indexOf('\r', begin), 10);
    }
}
