package hoso.query.desk.report;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;
import hoso.query.desk.frame.Frame;
import hoso.query.desk.unit.CodeNames;
import java.util.List;
import java.util.Set;

/**
 * The dossiers behind a figure, a page of them.
 *
 * @param question as its address has it
 * @param names of the codes in it
 */
public record BehindPage(Question question, Answer list, CodeNames.Today names) {

    /** The report that the figure stands in. */
    public String report() {
        return question.without("cell", "key", "days", "sort", "limit", "after").at(ReportPage.PATH);
    }

    public String next() {
        return question.with("after", list.text("next")).at(ReportPage.PATH + "/ho-so");
    }

    public String sorted(String by) {
        return question.without("after").with("sort", by).at(ReportPage.PATH + "/ho-so");
    }

    public List<Answer> dossiers() {
        return list.list("dossiers");
    }

    /** One of them, looked at from where the report is. */
    public String dossier(Answer dossier) {
        return question.only(Set.of("asOf", "at")).at("/ho-so/" + dossier.text("id"));
    }

    /** What the figure is called. */
    public String figure(Frame frame) {
        String cell = question.text("cell");
        return FigureNames.of(cell, frame.language());
    }
}
