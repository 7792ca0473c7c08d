package hoso.query.desk.snapshot;

import hoso.edge.Scope;
import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;
import hoso.query.desk.frame.Frame;
import hoso.query.desk.frame.Part;
import hoso.query.report.Grouping;
import java.util.Locale;

/**
 * A frozen report as its page shows it.
 *
 * @param snapshot as {@code /snapshots/{id}} answers it
 * @param groups the lines of this part of its table
 */
public record SnapshotPage(Question question, Answer snapshot, Part<Answer> groups) {

    static final String PATH = "/da-chot";

    static SnapshotPage of(Question question, Answer snapshot) {
        return new SnapshotPage(question, snapshot, Part.of(snapshot.list("content.report.groups"), question));
    }

    public String id() {
        return snapshot.text("id");
    }

    public String at(String below) {
        return PATH + "/" + id() + below;
    }

    /** Whether what was frozen can be read: else it has been tampered with beyond reading. */
    public boolean isReadable() {
        return snapshot.has("content.report.total");
    }

    public boolean isIntact() {
        return snapshot.list("tampering").isEmpty();
    }

    public boolean signable(Frame frame) {
        return frame.has(Scope.REPORT_FREEZE) && isIntact() && !snapshot.has("signature");
    }

    /** What its lines are made by. */
    public Grouping by() {
        return Grouping.valueOf(snapshot.textOr("content.by", "unit").toUpperCase(Locale.ROOT));
    }

    /** Whether a line is the unit that the report is about, itself. */
    public boolean isItself(Answer group) {
        return by() == Grouping.UNIT && group.text("key").equals(snapshot.text("unit"));
    }

    /** The same question, asked of the ledger of now. */
    public String now() {
        return Question.of()
                .with("unit", snapshot.text("unit"))
                .with("from", snapshot.text("from"))
                .with("to", snapshot.text("to"))
                .with("by", by().name().toLowerCase(Locale.ROOT))
                .with("tree", snapshot.text("tree"))
                .at("/bao-cao");
    }
}
