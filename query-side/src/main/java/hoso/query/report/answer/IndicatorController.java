package hoso.query.report.answer;

import hoso.edge.Needs;
import hoso.edge.Parameters;
import hoso.edge.Scope;
import hoso.query.question.Standpoints;
import hoso.query.question.View;
import hoso.query.question.ViewParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/indicators}: what each rate and each criterion of the scoreboard is made of. */
@RestController
@Needs(Scope.REPORT_READ)
public final class IndicatorController {

    private final IndicatorAnswer catalogue;
    private final Standpoints standpoints;

    /**
     * @param edition the version of the rules in force
     */
    public IndicatorController(int edition, Standpoints standpoints) {
        this.catalogue = IndicatorAnswer.of(edition);
        this.standpoints = standpoints;
    }

    /** The same as of every position; but one that is not there can no more be looked back from than by other questions. */
    @Operation(summary = "The catalogue of rates, and the criteria of the scoreboard")
    @ViewParameters
    @GetMapping("/api/v1/indicators")
    public IndicatorAnswer indicators(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
        standpoints.of(View.of(Parameters.of(given, View.with())));
        return catalogue;
    }
}
