package hoso.query.audit.day;

import hoso.edge.Caller;
import hoso.edge.Needs;
import hoso.edge.Parameters;
import hoso.edge.Scope;
import hoso.query.audit.DossierDesk;
import hoso.query.audit.Trail;
import hoso.query.question.View;
import hoso.query.question.ViewParameters;
import hoso.vocabulary.VietnamTime;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/dossiers/{id}/days}. */
@RestController
@Needs(Scope.AUDIT_READ)
public final class DaysController {

    /** A year and its leap day: what is longer is told in parts. */
    private static final int DAYS_MAX = 366;

    private final DossierDesk dossiers;

    public DaysController(DossierDesk dossiers) {
        this.dossiers = dossiers;
    }

    @Operation(summary = "What was shown of a dossier on each evening, here and by the portal, and what changed it")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "the first day; that of the receipt by default")
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description =
                    "the last day, at most that of the question; by default the last on which anything changed, or that of the question")
    @ViewParameters
    @GetMapping("/api/v1/dossiers/{id}/days")
    public DaysAnswer days(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        Parameters parameters = Parameters.of(given, View.with("from", "to"));
        DossierDesk.Opened dossier = dossiers.open(id, View.of(parameters), caller);
        Trail trail = Trail.of(dossier);
        Instant at = View.at(parameters).orElse(dossier.standpoint().now());
        var days = new Days(trail, at);
        LocalDate from = parameters.date("from").orElseGet(days::first);
        LocalDate to = parameters.date("to").orElseGet(() -> days.last(trail.history()));
        if (parameters.date("from").isPresent() && parameters.date("to").isPresent() && from.isAfter(to))
            throw Parameters.malformed("from is after to");
        LocalDate today = VietnamTime.date(at);
        if (to.isAfter(today)) to = today;
        LocalDate last = from.plusDays(DAYS_MAX - 1L);
        boolean more = last.isBefore(to);
        List<Day> told = days.between(from, more ? last : to);
        return DaysAnswer.of(dossier, at, told, more ? last.plusDays(1) : null);
    }
}
