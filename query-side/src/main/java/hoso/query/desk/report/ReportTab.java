package hoso.query.desk.report;

import hoso.edge.Needs;
import hoso.edge.Scope;
import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;
import hoso.query.desk.ask.ReportApi;
import hoso.query.desk.ask.SnapshotApi;
import hoso.query.desk.frame.Frame;
import hoso.query.desk.frame.Pages;
import hoso.query.desk.frame.Part;
import hoso.query.desk.frame.ProblemPages;
import hoso.query.desk.frame.Redirect;
import hoso.query.desk.unit.CodeNames;
import hoso.query.report.answer.ReportAnswer;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /bao-cao}: the report, the dossiers behind its figures, the trend; and its freezing. */
@Controller
@Needs(Scope.REPORT_READ)
public final class ReportTab {

    private static final Set<String> FREEZING = Set.of("unit", "from", "to", "preset", "of", "by", "tree", "kind");

    private final Pages pages;
    private final ProblemPages problems;
    private final ReportApi api;
    private final SnapshotApi snapshots;
    private final Periods periods;
    private final JsonMapper json;
    private final RateNames rates;
    private final CodeNames names;

    public ReportTab(
            Pages pages,
            ProblemPages problems,
            ReportApi api,
            SnapshotApi snapshots,
            Periods periods,
            RateNames rates,
            CodeNames names,
            JsonMapper json) {
        this.pages = pages;
        this.problems = problems;
        this.api = api;
        this.snapshots = snapshots;
        this.periods = periods;
        this.rates = rates;
        this.names = names;
        this.json = json;
    }

    @GetMapping(ReportPage.PATH)
    Object report(@RequestParam Map<String, String> given, Frame frame) {
        Question asked = Question.of(given);
        Question question = periods.complete(asked, frame.caller());
        if (!question.has("unit")) return pages.page("frame/noUnit", frame, "");
        if (!question.all().equals(given)) return Redirect.to(question.at(ReportPage.PATH));
        return problems.orAskAgain("report/refused", question, frame, () -> drawn(question, frame));
    }

    private View drawn(Question question, Frame frame) {
        ReportAnswer answer = api.report(question, frame.caller());
        var page = new ReportPage(
                question,
                api.part(answer.withoutGroups()),
                Part.of(answer.groups(), question).map(api::part),
                api.load(),
                rates.all(),
                periods.before(question).map(other -> other.at(ReportPage.PATH)).orElse(""),
                periods.after(question).map(other -> other.at(ReportPage.PATH)).orElse(""));
        return pages.page("report/report", frame, page);
    }

    @GetMapping(BehindPage.PATH)
    View dossiers(@RequestParam Map<String, String> given, Frame frame) {
        Question question = Question.of(given);
        Answer answer = api.dossiers(BehindPage.asked(question), frame.caller());
        return pages.page(
                "report/dossiers", frame, new BehindPage(question, answer, api.load(), names.of(answer.day("tree"))));
    }

    @GetMapping(ReportPage.PATH + "/xu-huong")
    View trend(@RequestParam Map<String, String> given, Frame frame) {
        Question question = Question.of(given);
        // no groups are drawn: of thousands there would be too many for a dozen periods
        var page = new TrendPage(question, api.trend(question.with("by", "channel"), frame.caller()), rates.all());
        return frame.part() ? pages.part("report/trendPart", frame, page) : pages.page("report/trend", frame, page);
    }

    @Needs(Scope.REPORT_FREEZE)
    @PostMapping(ReportPage.PATH + "/chot")
    ResponseEntity<Void> freeze(@RequestParam Map<String, String> given, Frame frame) {
        ObjectNode order = json.createObjectNode();
        Question.of(given).only(FREEZING).all().forEach(order::put);
        Answer frozen = snapshots.freeze(order, frame.caller());
        return Redirect.to("/da-chot/" + frozen.text("id"));
    }
}
