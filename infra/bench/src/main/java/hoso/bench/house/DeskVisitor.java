package hoso.bench.house;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import tools.jackson.databind.json.JsonMapper;

/** Opens pages of the desk one after another, signed in by a link, and takes the time to their first byte. */
public final class DeskVisitor implements AutoCloseable {

    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private DeskVisitor(URI base) {
        this.base = base;
    }

    static DeskVisitor signedIn(URI base, String admin) throws IOException, InterruptedException {
        var visitor = new DeskVisitor(base);
        HttpRequest asking = HttpRequest.newBuilder(base.resolve("/actuator/desk"))
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        byte[] answer = visitor.http
                .send(asking, HttpResponse.BodyHandlers.ofByteArray())
                .body();
        visitor.open(JsonMapper.shared().readTree(answer).get("link").stringValue());
        return visitor;
    }

    /**
     * How pages came.
     *
     * @param bytes of the last one
     */
    public record Opened(Latencies firstByte, int bytes) {}

    /** @param warmUps before the time counts */
    public Opened open(int warmUps, int times, IntFunction<String> path) throws IOException, InterruptedException {
        LongStream.Builder nanos = LongStream.builder();
        int bytes = 0;
        for (int nth = 0; nth < warmUps + times; nth++) {
            long began = System.nanoTime();
            HttpResponse<InputStream> page = sent(path.apply(nth));
            try (InputStream body = page.body()) {
                int first = body.read();
                if (nth >= warmUps) nanos.add(System.nanoTime() - began);
                bytes = (first < 0 ? 0 : 1) + body.readAllBytes().length;
            }
            if (page.statusCode() != 200) throw new IOException(path.apply(nth) + ": " + page.statusCode());
        }
        return new Opened(Latencies.of(nanos.build()), bytes);
    }

    private void open(String path) throws IOException, InterruptedException {
        open(0, 1, any -> path);
    }

    private HttpResponse<InputStream> sent(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(base.resolve(path)).build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    @Override
    public void close() {
        http.close();
    }
}
