package hoso.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stream of events written piece by piece by a client that need not behave. */
final class RawStream implements AutoCloseable {

    /** The body's length is not said beforehand. */
    static final long CHUNKED = -1;

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ANSWER_WITHIN_MS = 60_000;

    private final Socket socket;
    private final boolean chunked;

    RawStream(HouseClient house, long contentLength) throws IOException {
        URI base = house.base().get();
        this.chunked = contentLength == CHUNKED;
        this.socket = new Socket();
        // before it connects, so that the window is never larger: what is not read soon fills it
        socket.setReceiveBufferSize(8 * 1024);
        socket.setSoTimeout(ANSWER_WITHIN_MS);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        write("POST /api/v1/events HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nAuthorization: Bearer "
                + house.token() + "\r\nContent-Type: application/x-ndjson\r\nConnection: close\r\n"
                + (chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + contentLength) + "\r\n\r\n");
    }

    void lines(List<String> lines) throws IOException {
        for (var line : lines) text(line + "\n");
    }

    /** A piece of the body. */
    void text(String text) throws IOException {
        if (chunked) write(Integer.toHexString(text.getBytes(UTF_8).length) + "\r\n");
        write(text);
        if (chunked) write("\r\n");
    }

    /** The end of a chunked body. */
    void end() throws IOException {
        write("0\r\n\r\n");
    }

    /** No more comes, although more was said to. */
    void closeSendingSide() throws IOException {
        socket.shutdownOutput();
    }

    /** The connection is gone from one moment to the next. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** The status and the document that the house answers, or had answered before. */
    JsonNode answer() throws IOException {
        var bytes = new ByteArrayOutputStream();
        socket.getInputStream().transferTo(bytes);
        var answer = bytes.toString(UTF_8);
        int body = answer.indexOf('{');
        if (body < 0) throw new IOException("no document in '" + answer + "'");
        return JSON.readTree(answer.substring(body, answer.lastIndexOf('}') + 1));
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
