package hoso.query.desk.dossier;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;
import java.util.List;
import java.util.stream.IntStream;

/** The days of a dossier on which anything changed, here or on the portal. */
public record DaysPart(String id, Question question, Answer answer) {

    public List<Answer> days() {
        return answer.list("days");
    }

    public List<Answer> changed() {
        List<Answer> days = days();
        return IntStream.range(0, days.size())
                .filter(index -> days.get(index).flag("changed") || isChangedOnPortal(days, index))
                .mapToObj(days::get)
                .toList();
    }

    /** Of days that are read on the first is compared with none: what the portal showed is in the part before. */
    private boolean isChangedOnPortal(List<Answer> days, int index) {
        if (index == 0) return !isContinued() && days.getFirst().has("portal");
        return !portal(days.get(index)).equals(portal(days.get(index - 1)));
    }

    /** What the portal showed; empty before it showed anything. */
    private static List<String> portal(Answer day) {
        return day.has("portal") ? List.of(day.text("portal.name"), day.text("portal.overdue")) : List.of();
    }

    /** Whether it follows days that are shown already: then whoever asked for it reads on in it. */
    public boolean isContinued() {
        return question.has("from");
    }

    public String next() {
        return question.with("from", answer.text("next")).at(DossierPage.PATH + "/" + id + "/tung-ngay");
    }
}
