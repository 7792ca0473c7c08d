package hoso.query.report;

import hoso.edge.Needs;
import hoso.edge.Scope;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/indicators}: what each rate is made of. */
@RestController
@Needs(Scope.REPORT_READ)
public final class IndicatorController {

    private final IndicatorAnswer catalogue;

    /**
     * @param edition the version of the rules in force
     */
    public IndicatorController(int edition) {
        this.catalogue = IndicatorAnswer.of(edition);
    }

    @Operation(summary = "The catalogue of rates")
    @GetMapping("/api/v1/indicators")
    public IndicatorAnswer indicators() {
        return catalogue;
    }
}
