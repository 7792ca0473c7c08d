package hoso.query.audit.apology;

import hoso.edge.Bulkhead;
import hoso.edge.Caller;
import hoso.edge.Needs;
import hoso.edge.Parameters;
import hoso.edge.Scope;
import hoso.query.audit.page.ListQuestion;
import hoso.query.audit.reading.Look;
import hoso.query.audit.reading.ReadLog;
import hoso.query.report.PeriodParameters;
import hoso.query.report.ReportDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/audit/apologies}: who is owed a letter, and what became of promises, to whoever may see the report. */
@RestController
@Needs(Scope.AUDIT_READ)
public final class ApologyController {

    private static final Set<String> PARAMETERS = ListQuestion.parameters("list");

    /** A first page reads every late dossier in scope. */
    private static final int AT_ONCE = 4;

    private final Bulkhead asking = new Bulkhead(AT_ONCE, "too many lists of apologies are asked for at once");
    private final ReportDesk desk;
    private final Apologies apologies;
    private final ReadLog reads;

    public ApologyController(ReportDesk desk, Apologies apologies, ReadLog reads) {
        this.desk = desk;
        this.apologies = apologies;
        this.reads = reads;
    }

    @Operation(summary = "Late dossiers without a letter, promises to keep, passed, kept and broken, by unit")
    @PeriodParameters
    @Parameter(
            name = "list",
            in = ParameterIn.QUERY,
            description = "also the dossiers: withoutLetter, promised, promisePassed, kept or broken")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 1000, 100 by default")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "next of the page before")
    @GetMapping("/api/v1/audit/apologies")
    public ApologiesAnswer apologies(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        Parameters parameters = Parameters.of(given, PARAMETERS);
        Optional<Matter> matter = parameters.text("list").map(ApologyController::matter);
        var question = ListQuestion.of(parameters, "apologies " + matter);
        ReportDesk.Admitted admitted = desk.admit(question.report(), caller);
        ApologyList list = asking.admit(() -> apologies.list(question, matter, admitted));
        if (matter.isPresent())
            reads.record(Look.atList(
                    caller,
                    admitted.scene().question().unit(),
                    admitted.standpoint().position(),
                    list.dossiers().size()));
        return ApologiesAnswer.of(list, question, matter, admitted);
    }

    private static Matter matter(String code) {
        return Stream.of(Matter.values())
                .filter(matter -> matter.code().equals(code))
                .findAny()
                .orElseThrow(() ->
                        Parameters.malformed("list is none of withoutLetter, promised, promisePassed, kept, broken"));
    }
}
