package hoso.query.desk.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import hoso.edge.Needs;
import hoso.edge.Scope;
import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.SnapshotApi;
import hoso.query.desk.frame.Frame;
import hoso.query.desk.frame.Pages;
import hoso.query.desk.frame.ProblemPages;
import hoso.query.snapshot.replay.ReplayProgress;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code GET /da-chot/{id}/dung-lai}: makes a snapshot once more from the event store alone, and tells how far it is as
 * server-sent events (HTML Living Standard, 9.2): {@code progress}, then {@code outcome} or {@code problem} with a part of a
 * page. It ends when whoever asked has gone.
 */
@Controller
@Needs(Scope.AUDIT_READ)
public final class ReplayStream {

    /** Often enough for a bar that moves. */
    private static final Duration BETWEEN = Duration.ofMillis(250);

    private final SnapshotApi api;
    private final Pages pages;
    private final ProblemPages problems;

    public ReplayStream(SnapshotApi api, Pages pages, ProblemPages problems) {
        this.api = api;
        this.pages = pages;
        this.problems = problems;
    }

    @GetMapping(SnapshotPage.PATH + "/{id}/dung-lai")
    void replay(@PathVariable String id, Frame frame, HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        // a proxy that gathers answers would show nothing until the end
        response.setHeader("X-Accel-Buffering", "no");
        OutputStream out = response.getOutputStream();
        try {
            Answer outcome = api.replay(id, new Told(out, frame)::tell, frame.caller());
            send(out, "outcome", pages.text("snapshot/outcome", frame, outcome));
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        } catch (RuntimeException failed) {
            send(out, "problem", problems.text(frame, failed));
        }
    }

    /** Tells of progress, and not too often. */
    private static final class Told {
        private final OutputStream out;
        private final Frame frame;
        private long lastNanos = Long.MIN_VALUE;

        Told(OutputStream out, Frame frame) {
            this.out = out;
            this.frame = frame;
        }

        void tell(ReplayProgress progress) {
            long now = System.nanoTime();
            if (lastNanos != Long.MIN_VALUE && now - lastNanos < BETWEEN.toNanos()) return;
            lastNanos = now;
            var format = frame.format();
            String sentence = frame.say("Đã đọc ", "Read ")
                    + format.number(progress.done())
                    + frame.say(" trên ", " of ")
                    + format.number(progress.total())
                    + frame.say(" sự kiện, ", " events, ")
                    + format.number(progress.perSecond())
                    + frame.say(" mỗi giây", " a second");
            try {
                send(out, "progress", progress.done() + "|" + progress.total() + "|" + sentence);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    private static void send(OutputStream out, String event, String data) throws IOException {
        String lines = data.strip().replaceAll("\\R", "\ndata: ");
        out.write(("event: " + event + "\ndata: " + lines + "\n\n").getBytes(UTF_8));
        out.flush();
    }
}
