package hoso.query.desk.snapshot;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;
import hoso.query.desk.frame.Stretch;
import hoso.query.desk.unit.CodeNames;

/**
 * What was frozen, the newest first.
 *
 * @param question of a unit and of days that periods reach into; neither has to be asked
 * @param names of the codes in it
 */
public record ListPage(Question question, Answer list, CodeNames.OfDay names) {

    public Stretch snapshots() {
        return Stretch.of(list.list("snapshots"), question, SnapshotPage.PATH, list);
    }

    public boolean isNarrowed() {
        return question.has("unit") || question.has("from") || question.has("to");
    }

    public String all() {
        return SnapshotPage.PATH;
    }
}
