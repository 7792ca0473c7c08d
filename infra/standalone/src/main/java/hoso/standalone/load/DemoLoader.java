package hoso.standalone.load;

import hoso.command.judgement.RefusalCode;
import hoso.query.board.BoardClock;
import hoso.standalone.demo.DemoLine;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends a row of events to the intake over HTTP, in pieces as they are due, and remembers after each how far it came: a
 * load broken off goes on from there, a finished one is not begun again. When all of the month that boards show is there, they
 * stand at its last moment, as of the position reached then.
 */
public final class DemoLoader {

    private static final Duration PIECE_WITHIN = Duration.ofMinutes(5);
    private static final long PROGRESS_EVERY_NANOS = 2_000_000_000L;

    /** How often it is looked what is due: enough for boards that are asked every second. */
    private static final Duration TICK = Duration.ofMillis(250);

    private final HttpClient http;
    private final URI events;
    private final String token;
    private final BoardClock boards;
    private final DemoPlace place;
    private final PrintStream out;

    private long lastShownNanos;

    /**
     * @param base where this instance serves
     * @param token a registrar's
     * @param place remembers how far the load came
     */
    public DemoLoader(HttpClient http, URI base, String token, BoardClock boards, DemoPlace place, PrintStream out) {
        this.http = http;
        this.events = base.resolve("/api/v1/events");
        this.token = token;
        this.boards = boards;
        this.place = place;
        this.out = out;
    }

    /** Loads what is left; returns the position of the newest event. */
    public long load(Iterator<DemoLine> lines, Pace pace, LoadProgress progress, long alreadyDone)
            throws IOException, InterruptedException {
        for (long line = 0; line < alreadyDone; line++) lines.next();
        var left = new DueLines(lines);
        long done = alreadyDone;
        long position = 0;
        while (left.hasNext()) {
            long nextTick = System.nanoTime() + TICK.toNanos();
            Instant due = pace.dueUntil(left.next());
            if (due.equals(Instant.MAX)) boards.standAt(pace.end(), place.monthEnd());
            DueLines.Piece piece = left.take(due);
            if (!piece.isEmpty()) {
                position = send(piece.ndjson());
                done += piece.lines();
                place.remember(done);
                progress.reached(done, System.nanoTime());
                boolean monthEnded = !left.hasNext() || left.next().isAfter(pace.end());
                if (monthEnded && place.monthEnd().isEmpty()) place.rememberMonthEnd(position);
            }
            show(progress);
            if (left.hasNext() && !piece.isFull()) TimeUnit.NANOSECONDS.sleep(nextTick - System.nanoTime());
        }
        return position;
    }

    private void show(LoadProgress progress) {
        long now = System.nanoTime();
        if (now - lastShownNanos <= PROGRESS_EVERY_NANOS) return;
        lastShownNanos = now;
        out.println(progress.asLine(now));
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
}
