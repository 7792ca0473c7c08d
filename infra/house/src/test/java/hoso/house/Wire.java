package hoso.house;

import hoso.edge.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Speaks to a house in plain bytes, so that it can say what no client library would. */
record Wire(RunningHouse house) {

    static final String ONE = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";
    static final String STREAM = "application/x-ndjson";

    /** How long a test waits for a byte of an answer before it fails. */
    private static final int PATIENCE_MS = 60_000;

    private static final Set<String> ALL = Set.of("*");

    String admin() {
        return house.token(Role.ADMIN, ALL, ALL);
    }

    String token(Role role, String... units) {
        return house.token(role, ALL, Set.of(units));
    }

    Reply get(String path, String token, String... headers) {
        return ask("GET", path, token, headers);
    }

    Reply ask(String method, String path, String token, String... headers) {
        return send(bytes(head(method, path, token, headers) + "\r\n"));
    }

    Reply publish(Event event, String token) {
        return post("/api/v1/events", ONE, bytes(event.json()), token);
    }

    Reply publish(Event event) {
        return publish(event, admin());
    }

    /** Sends the whole body first, as the plainest of clients do, whatever is answered meanwhile. */
    Reply post(String path, String type, byte[] body, String token, String... headers) {
        String head = head("POST", path, token, headers) + "Content-Type: " + type + "\r\nContent-Length: "
                + body.length + "\r\n\r\n";
        return send(bytes(head), body);
    }

    /** The head of a request, without the empty line that ends it. */
    String head(String method, String path, String token, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        String bearer = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + bearer + more;
    }

    Reply send(byte[]... parts) {
        try (Socket socket = connect()) {
            for (byte[] part : parts) socket.getOutputStream().write(part);
            return read(socket.getInputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Socket connect() throws IOException {
        var socket = new Socket("127.0.0.1", house.uri("/").getPort());
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Reply read(InputStream in) throws IOException {
        String statusLine = line(in);
        if (!statusLine.startsWith("HTTP/1.1 ")) throw new IOException("no status line: " + statusLine);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] parts = line.split(":", 2);
            headers.merge(parts[0].toLowerCase(Locale.ROOT), parts[1].strip(), (one, other) -> one + ", " + other);
        }
        int status = Integer.parseInt(statusLine.split(" ")[1]);
        return status == 100 ? read(in) : new Reply(status, headers, body(in, headers));
    }

    private static String body(InputStream in, Map<String, String> headers) throws IOException {
        if (!"chunked".equals(headers.get("transfer-encoding")))
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        var body = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private static int chunkSize(InputStream in) throws IOException {
        String line = line(in);
        if (line.isEmpty()) throw new IOException("the answer broke off");
        return Integer.parseInt(line, 16);
    }

    private static String line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read())
            if (octet != '\r') bytes.write(octet);
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
