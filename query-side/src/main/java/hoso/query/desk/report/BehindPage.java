package hoso.query.desk.report;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;
import hoso.query.desk.frame.Frame;
import hoso.query.desk.frame.Stretch;
import hoso.query.desk.unit.CodeNames;
import java.util.Optional;
import java.util.Set;

/**
 * The dossiers behind a figure, a page of them.
 *
 * @param question as its address has it
 * @param load how far the events are loaded that the list is still made of; empty where none is
 * @param names of the codes in it, on the day whose tree the report was made by
 */
public record BehindPage(Question question, Answer list, Optional<Answer> load, CodeNames.OfDay names) {

    static final String PATH = ReportPage.PATH + "/ho-so";

    /** Where the report was made, so far as it was not asked: its position, and the instant that cut its period. */
    private static final String POSITION = "so-den";

    private static final String INSTANT = "xet-den";

    private static final String SORT = "sort";

    /** As the API sorts where it is not asked. */
    private static final String BY_CODE = "id";

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
        return Stretch.whole(question)
                .without("cell", "key", "days", SORT, "limit", POSITION, INSTANT)
                .at(ReportPage.PATH);
    }

    public Stretch dossiers() {
        return Stretch.of(list.list("dossiers"), question, PATH, list);
    }

    public String sorted(String by) {
        return Stretch.whole(question).with(SORT, by).at(PATH);
    }

    public boolean isSorted(String by) {
        return question.get(SORT).orElse(BY_CODE).equals(by);
    }

    /** Whether it was still open where the report is looked at from, and has been closed since. */
    public boolean isClosedSince(Answer dossier) {
        return Periods.isClosedSince(dossier, question, list);
    }

    /** One of them: as it is now, where the report is of the present, else looked at from where the report is. */
    public String dossier(Answer dossier) {
        return question.only(Set.of("asOf", "at")).at("/ho-so/" + dossier.text("id"));
    }

    /** What the group is called that the figure is of; empty of the total. */
    public String group() {
        String key = question.text("key");
        return switch (ReportPage.by(question)) {
            case UNIT -> key.isEmpty() ? "" : names.unit(key);
            case PROCEDURE -> key.isEmpty() ? "" : names.procedure(key) + " (" + key + ")";
            case FIELD, CHANNEL, LEVEL -> key;
        };
    }

    /** What the figure is called. */
    public String figure(Frame frame) {
        String cell = question.text("cell");
        return FigureNames.of(cell, frame.language());
    }
}
