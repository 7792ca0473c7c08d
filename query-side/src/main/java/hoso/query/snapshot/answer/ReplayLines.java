package hoso.query.snapshot.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import hoso.edge.answer.ProblemDocument;
import hoso.query.snapshot.replay.ReplayOutcome;
import hoso.query.snapshot.replay.ReplayProgress;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells of a replay in lines of JSON: how far it is each second, its outcome in the last. Nothing is written before the first
 * second has passed, so that what fails at once is answered as ever; what fails later is a problem in the last line.
 */
final class ReplayLines implements Consumer<ReplayProgress> {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(1);

    private final JsonMapper json;
    private final Opening opening;
    private @Nullable OutputStream out;
    private long lastNanos = System.nanoTime();

    /** Begins the answer. */
    @FunctionalInterface
    interface Opening {
        OutputStream open() throws IOException;
    }

    ReplayLines(JsonMapper json, Opening opening) {
        this.json = json;
        this.opening = opening;
    }

    /**
     * @param replay tells its progress to whom it is given
     * @throws IOException where whoever asked has gone
     */
    void tell(Function<Consumer<ReplayProgress>, ReplayOutcome> replay) throws IOException {
        try {
            write(replay.apply(this));
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        } catch (RuntimeException failed) {
            if (out == null) throw failed;
            write(Map.of("problem", json.readTree(ProblemDocument.of(failed))));
        }
    }

    @Override
    public void accept(ReplayProgress progress) {
        if (System.nanoTime() - lastNanos < BETWEEN_LINES.toNanos()) return;
        lastNanos = System.nanoTime();
        try {
            write(Map.of("progress", progress));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void write(Object line) throws IOException {
        OutputStream opened = out == null ? opening.open() : out;
        out = opened;
        opened.write((json.writeValueAsString(line) + "\n").getBytes(UTF_8));
        opened.flush();
    }
}
