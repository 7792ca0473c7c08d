package hoso.query.snapshot.answer;

import hoso.edge.Caller;
import hoso.edge.Needs;
import hoso.edge.Scope;
import hoso.query.audit.reading.Look;
import hoso.query.audit.reading.ReadLog;
import hoso.query.question.ViewParameters;
import hoso.query.snapshot.chain.Snapshot;
import hoso.query.snapshot.freeze.SnapshotDesk;
import hoso.query.snapshot.restatement.RestatementAnswer;
import hoso.query.snapshot.restatement.RestatementDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/snapshots/{id}/restatement}: figures now against figures then, and what moved each. */
@RestController
@Needs(Scope.REPORT_READ)
public final class RestatementController {

    private final SnapshotDesk desk;
    private final RestatementDesk restatements;
    private final ReadLog reads;

    public RestatementController(SnapshotDesk desk, RestatementDesk restatements, ReadLog reads) {
        this.desk = desk;
        this.restatements = restatements;
        this.reads = reads;
    }

    @Operation(summary = "What a frozen report would say now, and the dossiers and events that moved each figure")
    @ViewParameters
    @Parameter(name = "by", in = ParameterIn.QUERY, description = "groups: that of the snapshot by default")
    @Parameter(name = "tree", in = ParameterIn.QUERY, description = "the tree of another date; its own by default")
    @Parameter(name = "cell", in = ParameterIn.QUERY, description = "only this figure, as resolved.late")
    @Parameter(name = "key", in = ParameterIn.QUERY, description = "list the dossiers of this group, not of the total")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "dossiers a figure: 1 to 1000, 100 by default")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "only dossiers whose ids come after it")
    @GetMapping("/api/v1/snapshots/{id}/restatement")
    public RestatementAnswer restatement(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        Snapshot snapshot = desk.open(id, caller);
        RestatementAnswer answer = restatements.answer(snapshot, given, caller);
        reads.record(Look.atList(caller, snapshot.unit(), answer.now().position(), answer.named()));
        return answer;
    }
}
