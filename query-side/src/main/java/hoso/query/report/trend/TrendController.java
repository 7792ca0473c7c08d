package hoso.query.report.trend;

import hoso.edge.Bulkhead;
import hoso.edge.Caller;
import hoso.edge.Needs;
import hoso.edge.Parameters;
import hoso.edge.Scope;
import hoso.query.report.ReportDesk;
import hoso.query.report.ReportParameters;
import hoso.query.report.ReportQuestion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/report/trend}: a report beside those of the periods before it and of a year ago. */
@RestController
@Needs(Scope.REPORT_READ)
public final class TrendController {

    private static final String PERIODS = "periods";

    private static final Set<String> PARAMETERS = Stream.concat(ReportQuestion.PARAMETERS.stream(), Stream.of(PERIODS))
            .collect(Collectors.toUnmodifiableSet());

    /** A year of months. */
    private static final long COUNT = 12;

    /** Five years of months; each is a report of its own. */
    private static final long COUNT_MAX = 60;

    /** Each makes as many reports as it has periods, and holds them all. */
    private static final int AT_ONCE = 4;

    private final Bulkhead asking = new Bulkhead(AT_ONCE, "too many trends are asked for at once");
    private final ReportDesk desk;
    private final Trends trends;

    public TrendController(ReportDesk desk, Trends trends) {
        this.desk = desk;
        this.trends = trends;
    }

    @Operation(summary = "A report over the last periods, and against the same period a year ago")
    @ReportParameters
    @Parameter(name = "periods", in = ParameterIn.QUERY, description = "how many: 1 to 60, 12 by default")
    @GetMapping("/api/v1/report/trend")
    public TrendAnswer trend(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        Parameters parameters = Parameters.of(given, PARAMETERS);
        ReportQuestion question = ReportQuestion.of(parameters);
        long periods = parameters.number(PERIODS, 1, COUNT_MAX).orElse(COUNT);
        ReportDesk.Admitted admitted = desk.admit(question, caller);
        return asking.admit(() -> TrendAnswer.of(trends.trend(admitted.scene(), admitted.standpoint(), (int) periods)));
    }
}
