package hoso.query.desk.ask;

import hoso.edge.Caller;
import hoso.edge.Scope;
import hoso.edge.status.StatusPart;
import hoso.query.reference.ReferenceController;
import hoso.query.report.ReportQuestion;
import hoso.query.report.answer.IndicatorController;
import hoso.query.report.answer.ReportAnswer;
import hoso.query.report.answer.ReportController;
import hoso.query.report.dossiers.DossiersController;
import hoso.query.report.trend.TrendController;
import hoso.query.status.StatusController;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks for reports, the dossiers behind their figures, reference data and the status. Each question needs the scope that its
 * endpoint does: the gate before those stands in the way of HTTP alone.
 */
public final class ReportApi {

    /** What a report is asked with; a page's own parameters are left out. */
    public static final Set<String> REPORT = ReportQuestion.PARAMETERS;

    /** What a list of dossiers is asked with. */
    public static final Set<String> DOSSIERS = Stream.concat(
                    REPORT.stream(), Stream.of("cell", "key", "days", "sort", "limit", "after"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> CALENDAR = Set.of("asOf", "at", "minPosition", "origin");

    private final ReportController reports;
    private final DossiersController dossiers;
    private final TrendController trends;
    private final IndicatorController indicators;
    private final ReferenceController reference;
    private final StatusController status;
    private final ObjectProvider<StatusPart> parts;
    private final JsonMapper json;

    public ReportApi(
            ReportController reports,
            DossiersController dossiers,
            TrendController trends,
            IndicatorController indicators,
            ReferenceController reference,
            StatusController status,
            ObjectProvider<StatusPart> parts,
            JsonMapper json) {
        this.reports = reports;
        this.dossiers = dossiers;
        this.trends = trends;
        this.indicators = indicators;
        this.reference = reference;
        this.status = status;
        this.parts = parts;
        this.json = json;
    }

    /** Some groups of a report of thousands are shown at once: {@link #part} writes them alone. */
    public ReportAnswer report(Question question, Caller caller) {
        caller.require(Scope.REPORT_READ);
        return reports.report(question.only(REPORT).given(), caller);
    }

    public Answer dossiers(Question question, Caller caller) {
        caller.require(Scope.REPORT_READ);
        return part(dossiers.dossiers(question.only(DOSSIERS).given(), caller));
    }

    public Answer trend(Question question, Caller caller) {
        caller.require(Scope.REPORT_READ);
        Set<String> known =
                Stream.concat(REPORT.stream(), Stream.of("periods")).collect(Collectors.toUnmodifiableSet());
        return part(trends.trend(question.only(known).given(), caller));
    }

    public Answer indicators() {
        return part(indicators.indicators(Question.of().given()));
    }

    public Answer calendar(String year, Question question, Caller caller) {
        caller.require(Scope.REPORT_READ);
        return part(reference.calendar(year, question.only(CALENDAR).given()));
    }

    public Answer status(Caller caller) {
        caller.require(Scope.REPORT_READ);
        return part(status.status(Question.of().given(), caller));
    }

    /**
     * How far a load is that runs in this process, as {@link #status} tells it: figures miss what is still to come. Empty where
     * none does, and where it is told as if it happened now.
     */
    public Optional<Answer> load() {
        return parts.stream()
                .filter(known -> known.name().equals("load"))
                .map(known -> part(known.value()))
                .filter(load -> load.number("done") < load.number("total") && !load.has("shown"))
                .findFirst();
    }

    /** A part of an answer, as it would be sent. */
    public Answer part(Object answered) {
        return Answer.of(answered, json);
    }
}
