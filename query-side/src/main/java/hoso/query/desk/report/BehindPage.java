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

    static final String PATH = ReportPage.PATH + "/ho-so";

    /** Where the report was made, so far as it was not asked: its position, and the instant that cut its period. */
    private static final String POSITION = "so-den";

    private static final String INSTANT = "xet-den";

    /** A question answered as of where its report was made: what came or fell due since adds up to no figure of it. */
    static Question pinned(Question question, String position, String at) {
        return question.with(POSITION, question.has("asOf") ? "" : position)
                .with(INSTANT, question.has("at") ? "" : at);
    }

    /** What the API is asked. */
    static Question asked(Question question) {
        Question asOf = question.has(POSITION) ? question.with("asOf", question.text(POSITION)) : question;
        return asOf.has(INSTANT) ? asOf.with("at", asOf.text(INSTANT)) : asOf;
    }

    /** The report that the figure stands in. */
    public String report() {
        return question.without("cell", "key", "days", "sort", "limit", "after", POSITION, INSTANT)
                .at(ReportPage.PATH);
    }

    public String next() {
        return question.with("after", list.text("next")).at(PATH);
    }

    public String sorted(String by) {
        return question.without("after").with("sort", by).at(PATH);
    }

    public List<Answer> dossiers() {
        return list.list("dossiers");
    }

    /** One of them: as it is now, where the report is of the present, else looked at from where the report is. */
    public String dossier(Answer dossier) {
        return question.only(Set.of("asOf", "at")).at("/ho-so/" + dossier.text("id"));
    }

    /** What the figure is called. */
    public String figure(Frame frame) {
        String cell = question.text("cell");
        return FigureNames.of(cell, frame.language());
    }
}
