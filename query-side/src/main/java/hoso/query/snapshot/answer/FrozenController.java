package hoso.query.snapshot.answer;

import hoso.edge.Bulkhead;
import hoso.edge.Caller;
import hoso.edge.Needs;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.edge.Scope;
import hoso.query.question.KnownReference;
import hoso.query.question.Standpoints;
import hoso.query.snapshot.chain.Snapshot;
import hoso.query.snapshot.document.CommaSeparated;
import hoso.query.snapshot.document.PrintedSnapshot;
import hoso.query.snapshot.document.Spreadsheet;
import hoso.query.snapshot.document.TextDocument;
import hoso.query.snapshot.freeze.SnapshotDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/snapshots/{id}}: what was frozen, as JSON or as one of the documents that offices send. */
@RestController
@Needs(Scope.REPORT_READ)
public final class FrozenController {

    /** A document takes some megabytes while it is made, and a processor. */
    private static final int DOCUMENTS_AT_ONCE = 4;

    private final SnapshotDesk desk;
    private final KnownReference reference;
    private final Standpoints standpoints;
    private final Bulkhead documents = new Bulkhead(DOCUMENTS_AT_ONCE, "too many documents are being made at once");

    public FrozenController(SnapshotDesk desk, KnownReference reference, Standpoints standpoints) {
        this.desk = desk;
        this.reference = reference;
        this.standpoints = standpoints;
    }

    /**
     * @param name the id, perhaps with the suffix of a document
     */
    @Operation(
            summary =
                    "A snapshot as it was frozen, with its place in the chain; or by suffix or Accept as .docx, .xlsx, .csv")
    @GetMapping("/api/v1/snapshots/{id}")
    public ResponseEntity<Object> snapshot(
            @PathVariable("id") String name,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept,
            @Parameter(hidden = true) Caller caller) {
        Optional<Format> suffix = Format.ofSuffix(name);
        Format format = suffix.orElseGet(() -> Format.accepted(accept));
        String id = name.substring(
                0, name.length() - suffix.map(Format::suffix).orElse("").length());
        Snapshot snapshot = desk.open(id, caller);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(format.type());
        if (format == Format.JSON) return answer.body(SnapshotAnswer.of(snapshot, shown(snapshot.unit())));
        String file = snapshot.id() + format.suffix();
        return answer.header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(document(format, snapshot));
    }

    private byte[] document(Format format, Snapshot snapshot) {
        PrintedSnapshot printed = printed(snapshot);
        return documents.admit(() -> switch (format) {
            case CSV -> CommaSeparated.of(printed);
            case XLSX -> Spreadsheet.of(printed);
            case DOCX -> TextDocument.of(printed);
            case JSON -> throw new IllegalArgumentException("JSON is no document");
        });
    }

    /** A paper that does not say what was frozen must not be printed. */
    private static PrintedSnapshot printed(Snapshot snapshot) {
        if (snapshot.report().isEmpty() || !snapshot.tampering().isEmpty())
            throw Problem.of(ProblemCode.CONTRADICTS_HISTORY, "the snapshot is no longer what was frozen: replay it");
        return new PrintedSnapshot(
                snapshot.id(),
                snapshot.entry().header().sha256(),
                snapshot.entry().header().madeAt(),
                snapshot.report().get(),
                Optional.ofNullable(snapshot.entry().header().joint()),
                snapshot.signature());
    }

    private String shown(String unit) {
        return reference.names(standpoints.newest()).shownUnit(unit);
    }
}
