package hoso.query.desk.dossier;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.frame.Format;
import hoso.query.desk.frame.Frame;
import java.util.ArrayList;
import java.util.List;

/** What an event made of other facts of the clock, a line each. */
public final class ChangedFacts {

    /** A thousand events may each have moved a hundred: the nearest say what happened. */
    private static final int SHOWN_MAX = 20;

    private ChangedFacts() {}

    /** The nearest of those that an event of {@code /history} changed. */
    public static List<Answer> first(Answer event) {
        return event.list("changed.facts").stream().limit(SHOWN_MAX).toList();
    }

    /** @param fact one of {@code changed.facts} of {@code /history} */
    public static String line(Answer fact, Frame frame) {
        Format format = frame.format();
        String name = FactKinds.name(fact.text("type"), frame);
        if (!fact.has("now"))
            return name + ", " + format.exact(fact.instant("was.at")) + ": " + frame.say("không còn", "is no more");
        String now = name + ", " + format.exact(fact.instant("now.at")) + ": ";
        if (!fact.has("was")) return now + frame.say("có thêm, hạn ", "is there now, due ") + due(fact, "now", format);
        List<String> told = new ArrayList<>();
        if (differs(fact, "at"))
            told.add(frame.say("trước đó lúc ", "before that at ") + format.exact(fact.instant("was.at")));
        if (differs(fact, "counts"))
            told.add(
                    fact.is("now.counts")
                            ? frame.say("nay đồng hồ dừng", "now the clock stands")
                            : frame.say("nay đồng hồ không dừng", "now the clock does not stand"));
        if (differs(fact, "dueAt"))
            told.add(frame.say("hạn ", "due ") + due(fact, "was", format) + " → " + due(fact, "now", format));
        if (differs(fact, "timeliness"))
            told.add(timeliness(fact, "was", frame) + " → " + timeliness(fact, "now", frame));
        if (differs(fact, "remaining") || differs(fact, "remainingDays"))
            told.add(frame.say("còn lại ", "left ") + left(fact, "was", frame) + " → " + left(fact, "now", frame));
        return now + String.join("; ", told);
    }

    private static boolean differs(Answer fact, String member) {
        return !fact.textOr("was." + member, "").equals(fact.textOr("now." + member, ""));
    }

    private static String due(Answer fact, String side, Format format) {
        return format.exact(fact.instant(side + ".dueAt"));
    }

    private static String timeliness(Answer fact, String side, Frame frame) {
        String path = side + ".timeliness";
        return fact.has(path) ? DossierNames.timeliness(fact.text(path), frame) : "–";
    }

    /** Of a pause: what it leaves of the time. */
    private static String left(Answer fact, String side, Frame frame) {
        if (fact.has(side + ".remaining")) return frame.format().span(fact.span(side + ".remaining"));
        String days = side + ".remainingDays";
        return fact.has(days) ? fact.text(days) + frame.say(" ngày", " days") : "–";
    }
}
