package hoso.query.desk.work;

import hoso.edge.Bulkhead;
import hoso.edge.Needs;
import hoso.edge.Parameters;
import hoso.edge.Scope;
import hoso.query.desk.ask.Question;
import hoso.query.desk.frame.Frame;
import hoso.query.desk.frame.Pages;
import hoso.query.desk.frame.ProblemPages;
import hoso.query.desk.frame.Redirect;
import hoso.query.desk.report.Periods;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /viec}: what is to be done, list by list; as {@code .xlsx} too. */
@Controller
@Needs(Scope.REPORT_READ)
public final class WorkTab {

    /** Each holds some thousand rows, and asks page after page. */
    private static final int WORKBOOKS_AT_ONCE = 2;

    private final Bulkhead writing = new Bulkhead(WORKBOOKS_AT_ONCE, "too many workbooks are being written at once");
    private final Pages pages;
    private final ProblemPages problems;
    private final WorkLists lists;
    private final Periods periods;

    public WorkTab(Pages pages, ProblemPages problems, WorkLists lists, Periods periods) {
        this.pages = pages;
        this.problems = problems;
        this.lists = lists;
        this.periods = periods;
    }

    @GetMapping(WorkPage.PATH)
    Object work(@RequestParam Map<String, String> given, Frame frame) {
        Question question = complete(given, frame);
        if (!question.has("unit")) return pages.page("frame/noUnit", frame, "");
        if (!question.all().equals(given)) return Redirect.to(question.at(WorkPage.PATH));
        return problems.orAskAgain(
                "work/refused",
                question,
                frame,
                () -> pages.page("work/work", frame, lists.page(kind(question), question, frame)));
    }

    @GetMapping(WorkPage.PATH + ".xlsx")
    ResponseEntity<byte[]> workbook(@RequestParam Map<String, String> given, Frame frame) {
        Question question = complete(given, frame);
        WorkKind kind = kind(question);
        byte[] book = writing.admit(() -> lists.book(kind, question, frame).written(frame));
        String file = "viec-" + kind.code() + "-" + question.text("unit") + ".xlsx";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(WorkBook.MEDIA_TYPE))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(book);
    }

    private Question complete(Map<String, String> given, Frame frame) {
        Question question = periods.complete(Question.of(given), frame.caller());
        return question.has(WorkPage.KIND) ? question : question.with(WorkPage.KIND, WorkKind.DUE_3.code());
    }

    private static WorkKind kind(Question question) {
        return WorkKind.of(question.text(WorkPage.KIND))
                .orElseThrow(() -> Parameters.malformed("there is no such list of work"));
    }
}
