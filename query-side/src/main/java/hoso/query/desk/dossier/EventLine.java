package hoso.query.desk.dossier;

import hoso.query.desk.ask.Answer;
import hoso.vocabulary.VietnamTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event of a dossier, as a line of its history.
 *
 * @param event as {@code /history} answers it
 * @param standing the same with what corrections made of its time, data and texts
 * @param voided whether a later event voided it
 * @param corrected whether a later event corrected it, and stands
 * @param earlier whether it belongs to a life of the dossier that ended with its receipt
 */
public record EventLine(Answer event, Answer standing, boolean voided, boolean corrected, boolean earlier) {

    private static final String PREFIX = "hoso.dossier.";
    private static final String CORRECTED = "corrected";
    private static final String VOIDED = "voided";
    private static final String RECEIVED = "received";

    /** What a correction's own texts about the fact begin with. */
    private static final String OF_DATA = "data.";

    /** Those that say something about other events, or about the record itself: they are no facts that could be otherwise. */
    private static final Set<String> ABOUT_OTHERS =
            Set.of(CORRECTED, VOIDED, "clock-redecided", "disputed", "dispute-ruled", "texts-erased");

    /** Those that the clock goes by. */
    private static final Set<String> CLOCK = Set.of(
            RECEIVED,
            "supplement-requested",
            "supplement-received",
            "suspended",
            "resumed",
            "due-date-extended",
            "resolved",
            "withdrawn",
            "declined");

    /** All of a history, in its order. */
    public static List<EventLine> of(Answer history) {
        List<Answer> events = history.list("events");
        List<EventLine> lines = new ArrayList<>();
        for (int index = 0; index < events.size(); index++)
            lines.add(line(events.get(index), events.subList(index + 1, events.size())));
        return lines;
    }

    private static EventLine line(Answer event, List<Answer> later) {
        List<Answer> corrections = later.stream()
                .filter(other -> kind(other).equals(CORRECTED) && aimsAt(other, event) && !isVoided(other, later))
                .toList();
        boolean earlier = later.stream().anyMatch(other -> kind(other).equals(VOIDED) && endsLife(other));
        return new EventLine(
                event, standing(event, corrections), isVoided(event, later), !corrections.isEmpty(), earlier);
    }

    private static boolean isVoided(Answer event, List<Answer> later) {
        return later.stream().anyMatch(other -> kind(other).equals(VOIDED) && aimsAt(other, event));
    }

    private static boolean aimsAt(Answer other, Answer event) {
        return other.has("data.corrects") && key(other.get("data.corrects")).equals(key(event));
    }

    /** A void of the receipt takes all with it that came before. The history names what each event changed. */
    private static boolean endsLife(Answer voiding) {
        return voiding.textOr("changed.shown.now.status", "").equals("VOIDED");
    }

    /** Each replaces the time, the whole data, or both. */
    private static Answer standing(Answer event, List<Answer> corrections) {
        if (corrections.isEmpty() || !event.json().isObject()) return event;
        ObjectNode standing = (ObjectNode) event.json().deepCopy();
        for (Answer correction : corrections) {
            if (correction.has("data.time"))
                standing.set("time", correction.get("data.time").json());
            if (correction.has("data.data") || hasTexts(correction)) replaceData(standing, correction);
        }
        return Answer.of(standing);
    }

    private static boolean hasTexts(Answer correction) {
        return correction.members("texts").keySet().stream().anyMatch(name -> name.startsWith(OF_DATA));
    }

    private static void replaceData(ObjectNode standing, Answer correction) {
        if (correction.has("data.data"))
            standing.set("data", correction.get("data.data").json());
        else standing.remove("data");
        ObjectNode texts = standing.objectNode();
        correction.members("texts").forEach((name, text) -> {
            if (name.startsWith(OF_DATA)) texts.set(name.substring(OF_DATA.length()), text.json());
        });
        standing.set("texts", (JsonNode) texts);
    }

    private static String key(Answer of) {
        return of.textOr("source", "") + "\n" + of.textOr("id", "");
    }

    /** The type without what all of them have in common; empty of what cannot be read. */
    public String kind() {
        return kind(event);
    }

    private static String kind(Answer event) {
        if (!event.has("type")) return "";
        String type = event.text("type");
        return type.startsWith(PREFIX) ? type.substring(PREFIX.length(), type.lastIndexOf('.')) : type;
    }

    public long position() {
        return event.number("position");
    }

    /** Whether it is a fact of the dossier's life, whatever became of it. */
    public boolean isFact() {
        return !kind().isEmpty() && !ABOUT_OTHERS.contains(kind());
    }

    /** A fact that stands: it can be corrected, voided, or supposed to be otherwise. */
    public boolean stands() {
        return isFact() && !voided && !earlier;
    }

    /** A fact that the clock goes by, and stands. */
    public boolean movesClock() {
        return stands() && CLOCK.contains(kind());
    }

    public boolean isReceipt() {
        return kind().equals(RECEIVED);
    }

    /** Whether it was recorded on a later day than it happened on, as the days of Viet Nam go. */
    public boolean cameLate() {
        return event.has("time")
                && VietnamTime.date(event.instant("time")).isBefore(VietnamTime.date(event.instant("recordedAt")));
    }
}
