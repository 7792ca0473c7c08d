package hoso.query.desk.ask;

import hoso.edge.Caller;
import hoso.edge.Scope;
import hoso.query.snapshot.answer.FrozenController;
import hoso.query.snapshot.answer.ReplayController;
import hoso.query.snapshot.answer.RestatementController;
import hoso.query.snapshot.answer.SnapshotController;
import hoso.query.snapshot.replay.ReplayProgress;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks for snapshots, and orders what is done with them. Each needs the scope that its endpoint does: the gate before those
 * stands in the way of HTTP alone.
 */
public final class SnapshotApi {

    private static final Set<String> LIST = Set.of("unit", "from", "to", "limit", "after");
    private static final Set<String> RESTATEMENT =
            Set.of("asOf", "at", "minPosition", "by", "tree", "cell", "key", "limit", "after");

    private final SnapshotController snapshots;
    private final FrozenController frozen;
    private final RestatementController restatements;
    private final ReplayController replays;
    private final JsonMapper json;

    public SnapshotApi(
            SnapshotController snapshots,
            FrozenController frozen,
            RestatementController restatements,
            ReplayController replays,
            JsonMapper json) {
        this.snapshots = snapshots;
        this.frozen = frozen;
        this.restatements = restatements;
        this.replays = replays;
        this.json = json;
    }

    public Answer list(Question question, Caller caller) {
        caller.require(Scope.REPORT_READ);
        return answer(snapshots.list(question.only(LIST).given(), caller));
    }

    public Answer snapshot(String id, Caller caller) {
        caller.require(Scope.REPORT_READ);
        return body(frozen.snapshot(id, MediaType.APPLICATION_JSON_VALUE, caller));
    }

    /** @param name the id with the suffix of a document */
    public ResponseEntity<Object> document(String name, Caller caller) {
        caller.require(Scope.REPORT_READ);
        return frozen.snapshot(name, null, caller);
    }

    /** @param order what {@code POST /api/v1/snapshots} takes */
    public Answer freeze(JsonNode order, Caller caller) {
        caller.require(Scope.REPORT_FREEZE);
        return body(snapshots.freeze(json.writeValueAsBytes(order), caller));
    }

    /** @param signature what {@code POST …/signature} takes */
    public Answer sign(String id, JsonNode signature, Caller caller) {
        caller.require(Scope.REPORT_FREEZE);
        return answer(snapshots.sign(id, json.writeValueAsBytes(signature), caller));
    }

    public Answer restatement(String id, Question question, Caller caller) {
        caller.require(Scope.REPORT_READ);
        return answer(restatements.restatement(id, question.only(RESTATEMENT).given(), caller));
    }

    /** @param told now and then how far it is; what it throws ends the replay */
    public Answer replay(String id, Consumer<ReplayProgress> told, Caller caller) {
        caller.require(Scope.AUDIT_READ);
        return answer(replays.replay(id, told, caller));
    }

    private Answer body(ResponseEntity<?> answered) {
        return answer(Objects.requireNonNull(answered.getBody()));
    }

    private Answer answer(Object answered) {
        return Answer.of(answered, json);
    }
}
