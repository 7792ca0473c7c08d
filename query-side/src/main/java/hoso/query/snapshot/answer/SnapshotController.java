package hoso.query.snapshot.answer;

import hoso.edge.Caller;
import hoso.edge.Needs;
import hoso.edge.Parameters;
import hoso.edge.Scope;
import hoso.query.question.KnownReference;
import hoso.query.question.Standpoints;
import hoso.query.snapshot.chain.Snapshot;
import hoso.query.snapshot.chain.Sought;
import hoso.query.snapshot.freeze.FreezeOrder;
import hoso.query.snapshot.freeze.SnapshotDesk;
import hoso.query.snapshot.freeze.SnapshotList;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/snapshots}: freezes a report, lists what was frozen, and records who answers for it. */
@RestController
public final class SnapshotController {

    private static final String PATH = "/api/v1/snapshots";
    private static final Set<String> LIST_PARAMETERS = Set.of("unit", "from", "to", "limit", "after");
    private static final int LIMIT = 100;

    private static final String FREEZING =
            "{\"unit\": \"H20\", \"from\": \"2024-02-21\", \"to\": \"2024-03-20\", \"by\": \"unit\", \"kind\": \"MONTH\"}";
    private static final String SIGNING =
            "{\"office\": \"Ủy ban nhân dân tỉnh Đồng Tháp\", \"title\": \"CHỦ TỊCH\", \"decision\": \"86/BC-UBND\"}";

    /** Rows of a list are small. */
    private static final int LIMIT_MAX = 1_000;

    private final SnapshotDesk desk;
    private final SnapshotList list;
    private final KnownReference reference;
    private final Standpoints standpoints;

    public SnapshotController(SnapshotDesk desk, SnapshotList list, KnownReference reference, Standpoints standpoints) {
        this.desk = desk;
        this.list = list;
        this.reference = reference;
        this.standpoints = standpoints;
    }

    @Operation(summary = "Freeze a report for ever: unit, from, to, kind, and what else a report may be asked with")
    @Needs(Scope.REPORT_FREEZE)
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<SnapshotAnswer> freeze(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(type = "object", example = FREEZING)))
                    @RequestBody
                    byte[] body,
            @Parameter(hidden = true) Caller caller) {
        Snapshot snapshot = desk.freeze(FreezeOrder.read(body), caller);
        return ResponseEntity.created(URI.create(PATH + "/" + snapshot.id())).body(answer(snapshot));
    }

    @Operation(summary = "What was frozen, the newest first")
    @Needs(Scope.REPORT_READ)
    @Parameter(name = "unit", in = ParameterIn.QUERY, description = "only those of this unit itself")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "only those of periods that reach to this day")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "only those of periods that begin by this day")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 1000, 100 by default")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "next of the page before")
    @GetMapping(PATH)
    public SnapshotsAnswer list(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        Parameters parameters = Parameters.of(given, LIST_PARAMETERS);
        long before = parameters
                .text("after")
                .map(id ->
                        Snapshot.number(id).orElseThrow(() -> Parameters.malformed("after is not the next of a page")))
                .orElse(Long.MAX_VALUE);
        int limit = parameters.number("limit", 1, LIMIT_MAX).map(Long::intValue).orElse(LIMIT);
        SnapshotList.Page page = list.page(sought(parameters), before, limit, caller);
        return new SnapshotsAnswer(
                page.snapshots().stream()
                        .map(header ->
                                SnapshotAnswer.of(header, shown(header.about().unit())))
                        .toList(),
                page.damaged().stream().map(Snapshot::id).toList(),
                page.next().map(Snapshot::id).orElse(null));
    }

    private static Sought sought(Parameters parameters) {
        return new Sought(parameters.text("unit").map(Set::of), parameters.date("from"), parameters.date("to"));
    }

    @Operation(summary = "Record who answers for a report, once: office, title, decision")
    @Needs(Scope.REPORT_FREEZE)
    @PostMapping(path = PATH + "/{id}/signature", consumes = MediaType.APPLICATION_JSON_VALUE)
    public SnapshotAnswer sign(
            @PathVariable String id,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(type = "object", example = SIGNING)))
                    @RequestBody
                    byte[] body,
            @Parameter(hidden = true) Caller caller) {
        return answer(desk.sign(desk.open(id, caller), body, caller));
    }

    private SnapshotAnswer answer(Snapshot snapshot) {
        return SnapshotAnswer.of(snapshot, shown(snapshot.unit()));
    }

    private String shown(String unit) {
        return reference.names(standpoints.newest()).shownUnit(unit);
    }
}
