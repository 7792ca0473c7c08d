package hoso.query.desk.work;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;
import hoso.query.desk.frame.Part;
import hoso.query.desk.frame.Stretch;
import hoso.query.desk.report.Periods;
import hoso.query.desk.unit.CodeNames;
import java.util.List;
import java.util.Optional;

/**
 * A list of work as its page shows it.
 *
 * @param question as its address has it
 * @param kinds those that are offered
 * @param answer with a page of the list, and the moment that it stands at
 * @param count of the whole list; empty where the answer does not tell it, as on later pages
 * @param units how many of each unit below; none where that is not told
 * @param load how far the events are loaded that the list is still made of; empty where none is
 * @param names of the codes in it
 */
public record WorkPage(
        Question question,
        WorkKind kind,
        List<WorkKind> kinds,
        Answer answer,
        Optional<Long> count,
        Part<ByUnit> units,
        Optional<Answer> load,
        CodeNames.OfDay names) {

    static final String PATH = "/viec";
    static final String KIND = "viec";

    /** Nobody works through more; the workbook says where it stops. */
    public static final int ROWS_MAX = 10_000;

    /** A unit's share of the list. */
    public record ByUnit(String code, String name, long count) {}

    public Stretch dossiers() {
        return Stretch.of(answer.list("dossiers"), question, PATH, answer);
    }

    /** Whether it was still open at the moment that the list stands at, and has been closed since. */
    public boolean isClosedSince(Answer dossier) {
        return Periods.isClosedSince(dossier, question, answer);
    }

    public String at(WorkKind other) {
        return elsewhere().with(KIND, other.code()).at(PATH);
    }

    public String about(ByUnit unit) {
        return elsewhere().with("unit", unit.code()).at(PATH);
    }

    /** The same list as of the present. */
    public String now() {
        return elsewhere().without("asOf", "at").at(PATH);
    }

    public String workbook() {
        return elsewhere().at(PATH + ".xlsx");
    }

    /** The question about another list, which begins at its first row. */
    private Question elsewhere() {
        return Stretch.whole(question).without(Part.PARAMETER);
    }
}
