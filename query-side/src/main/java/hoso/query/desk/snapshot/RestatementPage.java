package hoso.query.desk.snapshot;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;
import hoso.query.desk.report.ReportPage.Indicated;
import java.util.Map;

/**
 * What a frozen report would say now.
 *
 * @param question as its address has it
 * @param rates names of rates, by id
 */
public record RestatementPage(Question question, Answer restatement, Map<String, Indicated> rates) {

    public String id() {
        return restatement.text("id");
    }

    /** Of one figure alone, with more of its dossiers. */
    public String only(String cell) {
        return question.without("after").with("cell", cell).with("limit", "100").at(path());
    }

    public String next(Answer cell) {
        return question.with("cell", cell.text("cell"))
                .with("after", cell.text("next"))
                .at(path());
    }

    public boolean isOne() {
        return question.has("cell");
    }

    public String all() {
        return question.without("cell", "after", "limit").at(path());
    }

    private String path() {
        return SnapshotPage.PATH + "/" + id() + "/so-sanh";
    }
}
