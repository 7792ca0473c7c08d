package hoso.query.desk.snapshot;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;
import hoso.query.desk.frame.Part;
import hoso.query.desk.report.ReportPage.Indicated;
import hoso.query.desk.unit.CodeNames;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a frozen report would say now.
 *
 * @param question as its address has it
 * @param explained figures told with what moved them: those of the whole, or those of the line that is asked about
 * @param lines those of this part of the form's lines
 * @param rates names of rates, by id
 * @param names of the codes in it
 */
public record RestatementPage(
        Question question,
        Answer restatement,
        List<Answer> explained,
        Part<Answer> lines,
        Map<String, Indicated> rates,
        CodeNames.OfDay names) {

    private static final String CELL = "cell";
    private static final String KEY = "key";
    private static final String AFTER = "after";

    static RestatementPage of(
            Question question, Answer restatement, Map<String, Indicated> rates, CodeNames.OfDay names) {
        List<Answer> cells = restatement.list("cells");
        String asked = question.text(KEY);
        Predicate<Answer> explained = cell -> cell.textOr(KEY, "").equals(asked);
        return new RestatementPage(
                question,
                restatement,
                cells.stream().filter(explained).toList(),
                Part.of(
                        cells.stream()
                                .filter(cell -> cell.has(KEY))
                                .filter(explained.negate())
                                .toList(),
                        question),
                rates,
                names);
    }

    public String id() {
        return restatement.text("id");
    }

    /** Of one figure alone, with more of its dossiers. */
    public String only(Answer cell) {
        return question.without(AFTER, Part.PARAMETER)
                .with(CELL, cell.text(CELL))
                .with(KEY, cell.textOr(KEY, ""))
                .with("limit", "100")
                .at(path());
    }

    public String next(Answer cell) {
        return question.with(CELL, cell.text(CELL))
                .with(KEY, cell.textOr(KEY, ""))
                .with(AFTER, cell.text("next"))
                .at(path());
    }

    public boolean isOne() {
        return question.has(CELL);
    }

    public String all() {
        return question.without(CELL, KEY, AFTER, "limit").at(path());
    }

    /** What the line of the form that is asked about is called. */
    public String line() {
        return explained.isEmpty() ? question.text(KEY) : explained.getFirst().textOr("name", question.text(KEY));
    }

    public String path() {
        return SnapshotPage.PATH + "/" + id() + "/so-sanh";
    }
}
