package hoso.query.desk.dossier;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.frame.Format;
import hoso.query.desk.frame.Frame;

/** What an event made of other facts of the clock, a line each. */
public final class ChangedFacts {

    private ChangedFacts() {}

    /** @param fact one of {@code changed.facts} of {@code /history} */
    public static String line(Answer fact, Frame frame) {
        Format format = frame.format();
        String name = FactKinds.name(fact.text("type"), frame);
        if (!fact.has("now"))
            return name + ", " + format.exact(fact.instant("was.at")) + ": " + frame.say("không còn", "is no more");
        String now = name + ", " + format.exact(fact.instant("now.at")) + ": ";
        if (!fact.has("was")) return now + frame.say("có thêm, hạn ", "is there now, due ") + due(fact, "now", format);
        String moved = fact.text("was.at").equals(fact.text("now.at"))
                ? ""
                : frame.say("trước đó lúc ", "before that at ") + format.exact(fact.instant("was.at")) + "; ";
        return now + moved + decided(fact, frame);
    }

    private static String decided(Answer fact, Frame frame) {
        Format format = frame.format();
        if (fact.is("was.counts") != fact.is("now.counts"))
            return fact.is("now.counts")
                    ? frame.say("nay đồng hồ dừng", "now the clock stands")
                    : frame.say("nay đồng hồ không dừng", "now the clock does not stand");
        if (!fact.text("was.dueAt").equals(fact.text("now.dueAt")))
            return frame.say("hạn ", "due ") + due(fact, "was", format) + " → " + due(fact, "now", format);
        if (fact.has("was.timeliness") && fact.has("now.timeliness"))
            return DossierNames.timeliness(fact.text("was.timeliness"), frame)
                    + " → "
                    + DossierNames.timeliness(fact.text("now.timeliness"), frame);
        return frame.say("hạn ", "due ") + due(fact, "now", format);
    }

    private static String due(Answer fact, String side, Format format) {
        return format.exact(fact.instant(side + ".dueAt"));
    }
}
