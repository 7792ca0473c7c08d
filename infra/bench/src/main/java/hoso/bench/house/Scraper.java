package hoso.bench.house;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;

/** Asks a server for its metrics as Prometheus does, with the token of the monitor. */
public final class Scraper {

    /** What Prometheus 3 says that it reads. */
    private static final String ACCEPT =
            "Accept: application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
                    + "application/openmetrics-text;version=0.0.1;q=0.5,"
                    + "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2\r\n";

    private static final String GZIP = "Accept-Encoding: gzip\r\n";

    private static final int GZIP_MAGIC = 0x1f;

    private final LaunchedServer server;

    public Scraper(LaunchedServer server) {
        this.server = server;
    }

    /**
     * How scrapes went, one after another.
     *
     * @param bytes of the last answer, as it came
     * @param series in it
     */
    public record Scraped(Latencies latencies, int bytes, long series, boolean compressed) {}

    /**
     * Scrapes so often.
     *
     * @param gzip whether the answer may come compressed
     * @param warmUps before the time counts
     */
    public Scraped scrape(boolean gzip, int warmUps, int times) throws IOException {
        byte[] question = Wire.get("/actuator/prometheus", server.token("monitor"), ACCEPT + (gzip ? GZIP : ""));
        LongStream.Builder nanos = LongStream.builder();
        byte[] last = {};
        try (Wire wire = server.connect()) {
            for (int nth = 0; nth < warmUps + times; nth++) {
                long began = System.nanoTime();
                last = sent(wire, question);
                if (nth >= warmUps) nanos.add(System.nanoTime() - began);
            }
        }
        return new Scraped(Latencies.of(nanos.build()), last.length, series(last), isCompressed(last));
    }

    /** The value of each of these names now, which have no labels; nothing else is scraped. */
    public List<Double> values(String... names) throws IOException {
        String path = "/actuator/prometheus?includedNames=" + String.join(",", names);
        try (Wire wire = server.connect()) {
            byte[] body = sent(wire, Wire.get(path, server.token("monitor"), ACCEPT));
            List<String> lines = text(body).lines().toList();
            return List.of(names).stream().map(name -> value(lines, name)).toList();
        }
    }

    private static double value(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no " + name));
    }

    private static byte[] sent(Wire wire, byte[] question) throws IOException {
        Wire.Answer answer = wire.send(question);
        if (answer.status() != 200)
            throw new IOException("a scrape: " + new String(answer.body(), StandardCharsets.UTF_8));
        return answer.body();
    }

    private static long series(byte[] body) throws IOException {
        return text(body).lines().filter(line -> !line.startsWith("#")).count();
    }

    private static String text(byte[] body) throws IOException {
        if (!isCompressed(body)) return new String(body, StandardCharsets.UTF_8);
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean isCompressed(byte[] body) {
        return body[0] == GZIP_MAGIC;
    }
}
