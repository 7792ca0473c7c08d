package hoso.query.reference;

import hoso.edge.Caller;
import hoso.edge.Needs;
import hoso.edge.Parameters;
import hoso.edge.Scope;
import hoso.event.history.ReferenceRegister;
import hoso.query.question.KnownReference;
import hoso.query.question.Names;
import hoso.query.question.PositionAnswer;
import hoso.query.question.ReadRights;
import hoso.query.question.Standpoint;
import hoso.query.question.Standpoints;
import hoso.query.question.View;
import hoso.query.question.ViewParameters;
import hoso.vocabulary.VietnamTime;
import hoso.vocabulary.WorkingCalendar;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/units}, {@code /procedures} and {@code /calendars/{year}}. Units are shown to those who see them. */
@RestController
@Needs(Scope.REPORT_READ)
public final class ReferenceController {

    /** The years that events speak of. */
    private static final Pattern YEAR = Pattern.compile("199\\d|20\\d\\d|2100");

    private final Standpoints standpoints;
    private final KnownReference reference;

    public ReferenceController(Standpoints standpoints, KnownReference reference) {
        this.standpoints = standpoints;
        this.reference = reference;
    }

    @Operation(summary = "The units that the caller sees, as of a date")
    @Parameter(name = "date", in = ParameterIn.QUERY, description = "on which it is in force; today by default")
    @Parameter(name = "origin", in = ParameterIn.QUERY, description = "whose, where origins are rolled up")
    @ViewParameters
    @GetMapping("/api/v1/units")
    UnitsAnswer units(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        Asked asked = asked(given);
        Predicate<String> seen = ReadRights.of(
                        caller,
                        reference,
                        standpoints.newest(),
                        asked.standpoint().now())
                .seen();
        Names names = reference.names(asked.standpoint().position());
        return UnitsAnswer.of(asked.asOf(), asked.date(), asked.known(), seen, names);
    }

    @Operation(summary = "The procedures in the version in force on a date")
    @Parameter(name = "date", in = ParameterIn.QUERY, description = "on which it is in force; today by default")
    @Parameter(name = "origin", in = ParameterIn.QUERY, description = "whose, where origins are rolled up")
    @ViewParameters
    @GetMapping("/api/v1/procedures")
    ProceduresAnswer procedures(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
        Asked asked = asked(given);
        return ProceduresAnswer.of(asked.asOf(), asked.date(), asked.known());
    }

    @Operation(summary = "The working time of a year")
    @Parameter(name = "origin", in = ParameterIn.QUERY, description = "whose, where origins are rolled up")
    @ViewParameters
    @GetMapping("/api/v1/calendars/{year}")
    public CalendarAnswer calendar(
            @PathVariable String year, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
        if (!YEAR.matcher(year).matches()) throw Parameters.malformed("a year is a number from 1990 to 2100");
        Parameters parameters = Parameters.of(given, View.with("origin"));
        Standpoint standpoint = standpoints.of(View.of(parameters));
        return CalendarAnswer.of(
                PositionAnswer.of(standpoint), Integer.parseInt(year), calendar(parameters, standpoint.position()));
    }

    /** Each origin has working time of its own. */
    private WorkingCalendar calendar(Parameters parameters, long position) {
        List<String> origins = reference.origins();
        Optional<String> origin = parameters.text("origin");
        if (origin.isEmpty() && origins.isEmpty())
            return reference.asOf(position).calendar();
        if (origin.isEmpty() && origins.size() > 1)
            throw Parameters.malformed("origin is missing: one of " + String.join(", ", origins));
        return reference.asOf(position, origin.orElseGet(origins::getFirst)).calendar();
    }

    private ReferenceRegister known(ReferenceQuestion question, long position) {
        return question.origin()
                .map(origin -> reference.asOf(position, origin))
                .orElseGet(() -> reference.asOf(position));
    }

    private record Asked(Standpoint standpoint, LocalDate date, ReferenceRegister known) {
        PositionAnswer asOf() {
            return PositionAnswer.of(standpoint);
        }
    }

    private Asked asked(MultiValueMap<String, String> given) {
        var question = ReferenceQuestion.of(Parameters.of(given, ReferenceQuestion.PARAMETERS));
        Standpoint standpoint = standpoints.of(question.view());
        LocalDate date = question.date().orElseGet(() -> VietnamTime.date(standpoint.now()));
        return new Asked(standpoint, date, known(question, standpoint.position()));
    }
}
