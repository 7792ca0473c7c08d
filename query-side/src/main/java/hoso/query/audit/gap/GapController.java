package hoso.query.audit.gap;

import hoso.edge.Bulkhead;
import hoso.edge.Caller;
import hoso.edge.Needs;
import hoso.edge.Parameters;
import hoso.edge.Scope;
import hoso.query.audit.page.ListQuestion;
import hoso.query.question.KnownReference;
import hoso.query.question.ReadRights;
import hoso.query.question.Standpoint;
import hoso.query.question.Standpoints;
import hoso.query.question.View;
import hoso.query.report.PeriodParameters;
import hoso.query.report.ReportDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/audit/gaps}: what never came, of a unit and period, or of all that the holder sees. */
@RestController
@Needs(Scope.AUDIT_READ)
public final class GapController {

    private static final String SILENT = "silent";

    /** A standard day. */
    private static final long SILENT_HOURS = 8;

    /** A working year. */
    private static final long SILENT_HOURS_MAX = 2_000;

    private static final Set<String> PARAMETERS = ListQuestion.parameters(SILENT);

    /** A leap year: every dossier that was received in the period is looked at, if need be for one page. */
    private static final int DAYS_MAX = 366;

    /** Every row of the publishers is read, and of a unit every dossier of the period. */
    private static final int AT_ONCE = 4;

    private final Bulkhead asking = new Bulkhead(AT_ONCE, "too many lists of gaps are asked for at once");
    private final ReportDesk desk;
    private final Standpoints standpoints;
    private final KnownReference reference;
    private final Publishers publishers;
    private final Numbering numbering;
    private final OriginGaps origins;

    public GapController(
            ReportDesk desk,
            Standpoints standpoints,
            KnownReference reference,
            Publishers publishers,
            Numbering numbering,
            OriginGaps origins) {
        this.desk = desk;
        this.standpoints = standpoints;
        this.reference = reference;
        this.publishers = publishers;
        this.numbering = numbering;
        this.origins = origins;
    }

    @Operation(
            summary =
                    "Publishers that went silent, dossiers that were numbered and never published, positions of origins"
                            + " that are missing",
            description = """
                    The period has 366 days at most, since every dossier that was received in it may have to be looked at.

                    Numbers are told, not dossiers. A number that a unit of the question lacks is missing only where nobody has \
                    published it, so who sees that unit alone can infer that another has the number, and has no other way to \
                    learn of it; who has it, and what it is, is not told.

                    Events carry no numbers of their publishers, so of a publisher silence is told, and not what is missing in \
                    between. Without a unit nothing is numbered: then there is silence alone, and the positions of origins.""")
    @PeriodParameters
    @Parameter(
            name = "silent",
            in = ParameterIn.QUERY,
            description = "working hours without an event that are no silence yet: 1 to 2000, 8 by default")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "days with holes: 1 to 1000, 100 by default")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "next of the page before")
    @GetMapping("/api/v1/audit/gaps")
    public GapsAnswer gaps(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        boolean ofUnit = given.containsKey("unit");
        Parameters parameters = Parameters.of(given, ofUnit ? PARAMETERS : View.with(SILENT));
        return ofUnit ? ofUnit(parameters, caller) : ofAll(parameters, caller);
    }

    private GapsAnswer ofUnit(Parameters parameters, Caller caller) {
        var question = ListQuestion.of(parameters, "gaps");
        if (question.report().period().days() > DAYS_MAX)
            throw Parameters.malformed("the period is longer than " + DAYS_MAX + " days");
        Duration most = silence(parameters);
        ReportDesk.Admitted admitted = desk.admit(question.report(), caller);
        Standpoint standpoint = admitted.standpoint();
        Instant at = question.report().at().orElse(standpoint.now());
        var units = Optional.of(admitted.scene().units());
        return asking.admit(() -> GapsAnswer.ofUnit(
                question,
                admitted,
                question.isFirstPage() ? Optional.of(silence(standpoint, units, at, most)) : Optional.empty(),
                numbering.holes(question, admitted),
                origins(admitted.rights())));
    }

    /** Of the units that the holder sees in the tree of today. */
    private GapsAnswer ofAll(Parameters parameters, Caller caller) {
        Duration most = silence(parameters);
        Standpoint standpoint = standpoints.of(View.of(parameters));
        var rights = ReadRights.of(caller, reference, standpoints.newest(), standpoint.now());
        Optional<Set<String>> units = rights.all()
                ? Optional.empty()
                : Optional.of(rights.reach().stream().filter(rights.seen()).collect(Collectors.toSet()));
        Instant at = View.at(parameters).orElse(standpoint.now());
        return asking.admit(() -> GapsAnswer.ofAll(standpoint, silence(standpoint, units, at, most), origins(rights)));
    }

    private static Duration silence(Parameters parameters) {
        return Duration.ofHours(parameters.number(SILENT, 1, SILENT_HOURS_MAX).orElse(SILENT_HOURS));
    }

    private SilenceAnswer silence(Standpoint standpoint, Optional<Set<String>> units, Instant at, Duration most) {
        return SilenceAnswer.of(at, most, publishers.of(standpoint.position(), units, at, most));
    }

    private Optional<List<OriginGap>> origins(ReadRights rights) {
        return Optional.of(origins.now()).filter(known -> rights.all() && !known.isEmpty());
    }
}
