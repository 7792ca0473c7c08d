package hoso.query.desk.work;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;
import hoso.query.desk.frame.Part;
import hoso.query.desk.unit.CodeNames;
import java.util.List;
import java.util.Optional;

/**
 * A list of work as its page shows it.
 *
 * @param question as its address has it
 * @param kinds those that are offered
 * @param count of the whole list; empty where the answer does not tell it, as on later pages
 * @param names of the codes in it
 * @param units how many of each unit below; none where that is not told
 */
public record WorkPage(
        Question question,
        WorkKind kind,
        List<WorkKind> kinds,
        List<Answer> dossiers,
        Optional<Long> count,
        Part<ByUnit> units,
        String next,
        CodeNames.Today names) {

    static final String PATH = "/viec";
    static final String KIND = "viec";

    /** A unit's share of the list. */
    public record ByUnit(String code, String name, long count) {}

    public String at(WorkKind other) {
        return question.without("after", Part.PARAMETER)
                .with(KIND, other.code())
                .at(PATH);
    }

    public String about(ByUnit unit) {
        return question.without("after", Part.PARAMETER)
                .with("unit", unit.code())
                .at(PATH);
    }

    public String workbook() {
        return question.without("after").at(PATH + ".xlsx");
    }

    public String nextPage() {
        return question.with("after", next).at(PATH);
    }
}
