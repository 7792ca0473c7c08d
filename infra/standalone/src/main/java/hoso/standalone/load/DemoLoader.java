package hoso.standalone.load;

import hoso.command.judgement.RefusalCode;
import hoso.standalone.demo.DemoLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Iterator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends a row of events to the intake over HTTP, in pieces, and remembers after each how far it came: a load broken off
 * goes on from there, a finished one is not begun again.
 */
public final class DemoLoader {

    /** Some megabytes: seconds of work to do again after a crash, and few requests. */
    private static final int LINES_A_PIECE = 20_000;

    private static final Duration PIECE_WITHIN = Duration.ofMinutes(5);
    private static final long PROGRESS_EVERY_NANOS = 2_000_000_000L;

    private final HttpClient http;
    private final URI events;
    private final String token;
    private final Path place;
    private final PrintStream out;

    /**
     * @param base where this instance serves
     * @param token a registrar's
     * @param place the file that remembers how far the load came
     */
    public DemoLoader(HttpClient http, URI base, String token, Path place, PrintStream out) {
        this.http = http;
        this.events = base.resolve("/api/v1/events");
        this.token = token;
        this.place = place;
        this.out = out;
    }

    /** How many events an earlier start has loaded. */
    public long alreadyDone() throws IOException {
        try {
            return Long.parseLong(Files.readString(place).strip());
        } catch (NoSuchFileException first) {
            return 0;
        }
    }

    /** Loads what is left; returns the position of the newest event. */
    public long load(Iterator<DemoLine> lines, LoadProgress progress, long alreadyDone)
            throws IOException, InterruptedException {
        for (long line = 0; line < alreadyDone; line++) lines.next();
        long done = alreadyDone;
        long position = 0;
        long lastShown = 0;
        while (lines.hasNext()) {
            var piece = new ByteArrayOutputStream(8 << 20);
            for (int count = 0; count < LINES_A_PIECE && lines.hasNext(); count++, done++) {
                piece.writeBytes(lines.next().json());
                piece.write('\n');
            }
            position = send(piece.toByteArray());
            remember(done);
            progress.reached(done, System.nanoTime());
            if (System.nanoTime() - lastShown > PROGRESS_EVERY_NANOS) {
                lastShown = System.nanoTime();
                out.println(progress.asLine(lastShown));
            }
        }
        return position;
    }

    private long send(byte[] piece) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(events)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-ndjson")
                .timeout(PIECE_WITHIN)
                .POST(HttpRequest.BodyPublishers.ofByteArray(piece))
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        JsonNode answer = JsonMapper.shared().readTree(response.body());
        if (response.statusCode() != 200 || !isTaken(answer))
            throw new IOException("the demo was not taken: " + response.statusCode() + " " + answer);
        return answer.get("lastPosition").longValue();
    }

    /** Of a piece that is sent again, what it has voided itself is refused as that: it was taken before the break. */
    private static boolean isTaken(JsonNode answer) {
        long voided = answer.get("rejections")
                .valueStream()
                .filter(one -> one.get("code").asString().equals(RefusalCode.VOIDED.code()))
                .count();
        return answer.get("rejected").longValue() == voided;
    }

    private void remember(long done) throws IOException {
        Path scratch = place.resolveSibling(place.getFileName() + ".new");
        Files.writeString(scratch, done + "\n");
        Files.move(scratch, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
