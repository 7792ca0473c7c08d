package hoso.query.audit.reading;

import hoso.edge.Caller;
import hoso.edge.Needs;
import hoso.edge.Parameters;
import hoso.edge.Scope;
import hoso.query.question.AsOf;
import hoso.query.question.KnownReference;
import hoso.query.question.Names;
import hoso.query.question.ReadRights;
import hoso.query.question.Standpoint;
import hoso.query.question.Standpoints;
import hoso.query.question.View;
import hoso.query.question.ViewParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/audit/reads}: who looked at which dossier; of those of a holder's units alone, where it has not all. */
@RestController
@Needs(Scope.ADMIN)
public final class ReadsController {

    private final SeenLooks looks;
    private final KnownReference reference;
    private final Standpoints standpoints;

    public ReadsController(SeenLooks looks, KnownReference reference, Standpoints standpoints) {
        this.looks = looks;
        this.reference = reference;
        this.standpoints = standpoints;
    }

    @Operation(
            summary = "Who looked at which dossier, when and with which right, the newest first",
            description =
                    "Who sees some units alone is shown the looks at dossiers that these owe now, whoever owed them then,"
                            + " and at lists about these. Of their pages some may have fewer looks than the limit, or none: there"
                            + " are more as long as there is a next.")
    @ViewParameters
    @Parameter(name = "dossier", in = ParameterIn.QUERY, description = "only looks at it alone; lists are not searched")
    @Parameter(name = "subject", in = ParameterIn.QUERY, description = "only those of the holder of such a token")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "an instant: only looks from then on")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "an instant: only looks before it")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 1000, 100 by default")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "next of the page before")
    @GetMapping("/api/v1/audit/reads")
    ReadsAnswer reads(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        Parameters parameters = Parameters.of(given, ReadsQuestion.PARAMETERS);
        View view = View.of(parameters);
        Standpoint standpoint = standpoints.of(view);
        ReadsQuestion question = ReadsQuestion.of(parameters)
                .before(View.at(parameters))
                .before(view.asOf() instanceof AsOf.Newest ? Optional.empty() : recorded(standpoint));
        Names names = reference.names(standpoints.newest());
        SeenLooks.Page page =
                looks.page(question, question.dossier().map(asked -> ids(asked, names)), seen(caller, standpoint));
        return ReadsAnswer.of(page, names);
    }

    /** The first instant that was not yet recorded as of the position. */
    private static Optional<Instant> recorded(Standpoint standpoint) {
        Instant last = standpoint.recordedAt();
        return Optional.of(last == null ? Instant.EPOCH : last.plus(1, ChronoUnit.MICROS));
    }

    /** As the ledger may call it, and as it was asked for when it was refused. */
    private static List<String> ids(String asked, Names names) {
        return Stream.concat(Stream.of(asked), names.dossiers(asked).stream())
                .distinct()
                .toList();
    }

    /** Empty for all. */
    private Optional<Set<String>> seen(Caller caller, Standpoint standpoint) {
        var rights = ReadRights.of(caller, reference, standpoints.newest(), standpoint.now());
        if (rights.all()) return Optional.empty();
        return Optional.of(rights.reach().stream().filter(rights.seen()).collect(Collectors.toSet()));
    }
}
