package hoso.query.desk.snapshot;

import hoso.edge.Needs;
import hoso.edge.Scope;
import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;
import hoso.query.desk.ask.SnapshotApi;
import hoso.query.desk.frame.Frame;
import hoso.query.desk.frame.Pages;
import hoso.query.desk.frame.Redirect;
import hoso.query.desk.report.RateNames;
import hoso.query.desk.unit.CodeNames;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /da-chot}: frozen reports. */
@Controller
@Needs(Scope.REPORT_READ)
public final class SnapshotTab {

    /** Dossiers a figure: enough to see what it is about; one figure's own page lists more. */
    private static final String FEW = "5";

    private static final Set<String> SIGNATURE = Set.of("office", "title", "decision");

    private final Pages pages;
    private final SnapshotApi api;
    private final RateNames rates;
    private final CodeNames names;
    private final JsonMapper json;

    public SnapshotTab(Pages pages, SnapshotApi api, RateNames rates, CodeNames names, JsonMapper json) {
        this.pages = pages;
        this.api = api;
        this.rates = rates;
        this.names = names;
        this.json = json;
    }

    @GetMapping(SnapshotPage.PATH)
    View list(@RequestParam Map<String, String> given, Frame frame) {
        Question question = Question.of(given);
        return pages.page(
                "snapshot/list", frame, new ListPage(question, api.list(question, frame.caller()), names.today()));
    }

    /** The page of a snapshot, or, by the suffix of its id, one of its documents. */
    @GetMapping(SnapshotPage.PATH + "/{id}")
    Object snapshot(@PathVariable String id, @RequestParam Map<String, String> given, Frame frame) {
        if (id.contains(".")) return api.document(id, frame.caller());
        return pages.page(
                "snapshot/snapshot", frame, SnapshotPage.of(Question.of(given), api.snapshot(id, frame.caller())));
    }

    @GetMapping(SnapshotPage.PATH + "/{id}/so-sanh")
    View restatement(@PathVariable String id, @RequestParam Map<String, String> given, Frame frame) {
        Question question = Question.of(given);
        Question bounded = question.has("limit") ? question : question.with("limit", FEW);
        Answer restatement = api.restatement(id, bounded, frame.caller());
        return pages.page(
                "snapshot/restatement", frame, RestatementPage.of(question, restatement, rates.all(), names.today()));
    }

    @Needs(Scope.REPORT_FREEZE)
    @PostMapping(SnapshotPage.PATH + "/{id}/ky")
    ResponseEntity<Void> sign(@PathVariable String id, @RequestParam Map<String, String> given, Frame frame) {
        ObjectNode signature = json.createObjectNode();
        Question.of(given).only(SIGNATURE).all().forEach(signature::put);
        api.sign(id, signature, frame.caller());
        return Redirect.to(SnapshotPage.PATH + "/" + Question.encoded(id));
    }
}
