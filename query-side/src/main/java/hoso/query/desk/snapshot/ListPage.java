package hoso.query.desk.snapshot;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;

/** What was frozen, the newest first. */
public record ListPage(Question question, Answer list) {

    public String next() {
        return question.with("after", list.text("next")).at(SnapshotPage.PATH);
    }

    public String allUnits() {
        return SnapshotPage.PATH;
    }
}
