package hoso.bench.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.LongStream;

/** Asks one question after another on one connection, each a little different, and takes the time. */
public final class Questions {

    private final LaunchedServer server;
    private final int warmUps;
    private final int asked;

    /**
     * @param warmUps questions before the time counts
     * @param asked questions whose time counts
     */
    public Questions(LaunchedServer server, int warmUps, int asked) {
        this.server = server;
        this.warmUps = warmUps;
        this.asked = asked;
    }

    /** The time from the first byte sent to the last byte of the answer. */
    public Latencies ask(IntFunction<String> path) throws IOException {
        String token = server.token("admin");
        LongStream.Builder nanos = LongStream.builder();
        try (Wire wire = server.connect()) {
            for (int nth = 0; nth < warmUps + asked; nth++) {
                byte[] question = Wire.get(path.apply(nth), token);
                long began = System.nanoTime();
                Wire.Answer answer = wire.send(question);
                if (nth >= warmUps) nanos.add(System.nanoTime() - began);
                if (answer.status() != 200)
                    throw new IOException(path.apply(nth) + ": " + new String(answer.body(), StandardCharsets.UTF_8));
            }
        }
        return Latencies.of(nanos.build());
    }
}
