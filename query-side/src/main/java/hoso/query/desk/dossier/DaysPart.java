package hoso.query.desk.dossier;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;
import java.util.List;

/** The days of a dossier on which anything changed. */
public record DaysPart(String id, Question question, Answer answer) {

    public List<Answer> changed() {
        return answer.list("days").stream().filter(day -> day.flag("changed")).toList();
    }

    /** Whether it follows days that are shown already: then whoever asked for it reads on in it. */
    public boolean isContinued() {
        return question.has("from");
    }

    public String next() {
        return question.with("from", answer.text("next")).at(DossierPage.PATH + "/" + id + "/tung-ngay");
    }
}
