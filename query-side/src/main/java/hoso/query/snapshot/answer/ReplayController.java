package hoso.query.snapshot.answer;

import hoso.edge.Caller;
import hoso.edge.Needs;
import hoso.edge.Scope;
import hoso.query.snapshot.chain.Snapshot;
import hoso.query.snapshot.freeze.SnapshotDesk;
import hoso.query.snapshot.replay.ReplayOutcome;
import hoso.query.snapshot.replay.ReplayProgress;
import hoso.query.snapshot.replay.Replays;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Consumer;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /api/v1/snapshots/{id}/replay}: makes a snapshot once more from the event store alone. Who asks for
 * {@code application/x-ndjson} is told how far it is, a line a second, and the outcome in the last line, or why there is none;
 * and it ends when whoever asked has gone.
 */
@RestController
@Needs(Scope.AUDIT_READ)
public final class ReplayController {

    private static final String PATH = "/api/v1/snapshots/{id}/replay";

    private final SnapshotDesk desk;
    private final Replays replays;
    private final JsonMapper json;

    public ReplayController(SnapshotDesk desk, Replays replays, JsonMapper json) {
        this.desk = desk;
        this.replays = replays;
        this.json = json;
    }

    @Operation(summary = "Make a snapshot once more from the event store alone, and compare")
    @PostMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    ReplayOutcome replay(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        return replay(id, progress -> {}, caller);
    }

    /**
     * The same for whoever tells of it in a way of its own.
     *
     * @param told now and then, on the thread that asks; what it throws ends the replay
     */
    public ReplayOutcome replay(String id, Consumer<ReplayProgress> told, Caller caller) {
        return replays.replay(desk.open(id, caller), told);
    }

    @Operation(summary = "The same, with a line of progress each second before the outcome")
    @PostMapping(path = PATH, produces = MediaType.APPLICATION_NDJSON_VALUE)
    void replayWithProgress(
            @PathVariable String id, @Parameter(hidden = true) Caller caller, HttpServletResponse response)
            throws IOException {
        Snapshot snapshot = desk.open(id, caller);
        var lines = new ReplayLines(json, () -> {
            response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
            return response.getOutputStream();
        });
        lines.tell(progress -> replays.replay(snapshot, progress));
    }
}
