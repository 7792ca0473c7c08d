package hoso.edge.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The sample application on a real Tomcat and a free port, spoken to in plain bytes. */
final class SampleServer implements AutoCloseable {

    /** How long a test waits for an answer before it fails. */
    private static final int PATIENCE_MS = 20_000;

    private final ConfigurableApplicationContext context;
    private final Path folder;

    SampleServer(Path folder, String... properties) {
        this.folder = folder;
        var all = new ArrayList<>(List.of("server.port=0", "hoso.tokens.folder=" + folder));
        all.addAll(List.of(properties));
        this.context = new SpringApplicationBuilder(SampleApplication.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(all.stream().map(property -> "--" + property).toArray(String[]::new));
    }

    int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    /** Where it says that it listens. */
    String address() {
        var web = (TomcatWebServer) ((WebServerApplicationContext) context).getWebServer();
        return String.valueOf(web.getTomcat().getConnector().getProperty("address"))
                .replaceFirst("^.*/", "");
    }

    String token(String role) {
        try {
            return Files.readString(folder.resolve("tokens").resolve(role + ".jwt"))
                    .strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A GET with the token of a role, and whatever more headers. */
    Reply get(String path, String role, String... headers) throws IOException {
        return ask("GET", path, token(role), headers);
    }

    Reply ask(String method, String path, String token, String... headers) throws IOException {
        var more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return send(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n"
                + more + "Connection: close\r\n\r\n");
    }

    Reply post(String path, String role, String type, byte[] body) throws IOException {
        var head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token(role)
                + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length + "\r\nConnection: close\r\n\r\n";
        try (var socket = connect()) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            // the whole body first, as the plainest of clients do, whatever is answered meanwhile
            socket.getOutputStream().write(body);
            return Reply.read(socket.getInputStream());
        }
    }

    /**
     * Sends bytes (one a character) as they are, and reads until the server closes or has answered in full. Who is
     * refused in the middle of a head of a megabyte may be cut off while it still writes: what counts is what it can
     * read then.
     */
    Reply send(String bytes) throws IOException {
        try (var socket = connect()) {
            try {
                socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            } catch (SocketException refusedMeanwhile) {
                return Reply.read(socket.getInputStream());
            }
            return Reply.read(socket.getInputStream());
        }
    }

    Socket connect() throws IOException {
        var socket = new Socket("127.0.0.1", port());
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    @Override
    public void close() {
        context.close();
    }
}
