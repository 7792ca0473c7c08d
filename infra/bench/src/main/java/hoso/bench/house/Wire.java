package hoso.bench.house;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection of HTTP/1.1, kept alive, with nothing between the bytes and the socket. */
public final class Wire implements AutoCloseable {

    /** Longer than anything measured here takes. */
    private static final int TIMEOUT_MILLIS = 600_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;

    Wire(String host, int port) throws IOException {
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(host, port));
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        this.out = socket.getOutputStream();
    }

    /** What came back. */
    public record Answer(int status, byte[] body) {}

    /** The bytes of a question. */
    public static byte[] get(String path, String token) {
        return get(path, token, "");
    }

    /**
     * @param headers more of them, each with the end of its line
     */
    static byte[] get(String path, String token, String headers) {
        return ascii("GET " + path + " HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer " + token + "\r\n" + headers
                + "\r\n");
    }

    /** The head of an event's request, which ends in its length; {@link #post} adds the rest. */
    public static String postHead(String contentType, String token) {
        return "POST /api/v1/events HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer " + token + "\r\nContent-Type: "
                + contentType + "\r\nContent-Length: ";
    }

    public static byte[] post(String head, byte[] body) {
        byte[] start = ascii(head + body.length + "\r\n\r\n");
        byte[] request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        return request;
    }

    /** Sends a request and waits for its answer. */
    public Answer send(byte[] request) throws IOException {
        out.write(request);
        return answer();
    }

    /** Where the body of a request is to be written by hand; {@link #answer} then waits for what comes back. */
    public OutputStream out() {
        return out;
    }

    public Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:"))
                length = Integer.parseInt(lower.substring(15).strip());
            if (lower.startsWith("transfer-encoding:")) chunked = lower.contains("chunked");
        }
        return new Answer(status, chunked ? chunks() : exactly(length));
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            int length = Integer.parseInt(line().split(";", 2)[0].strip(), 16);
            body.writeBytes(exactly(length));
            line();
            if (length == 0) return body.toByteArray();
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) throw new EOFException("the answer broke off");
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        while (true) {
            int character = in.read();
            if (character < 0) throw new EOFException("the server closed the connection");
            if (character == '\n') return line.toString();
            if (character != '\r') line.append((char) character);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
