package hoso.query.desk.dossier;

import hoso.edge.Parameters;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.query.desk.ask.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The events of a dossier, each with what later ones made of it. */
public final class EventLines {

    private static final String CORRECTED = "corrected";
    private static final String VOIDED = "voided";

    /** What a correction's own texts about the fact begin with. */
    private static final String OF_DATA = "data.";

    private EventLines() {}

    /** All of a history, as {@code /history} answers it, in its order. */
    public static List<EventLine> of(Answer history) {
        List<Answer> events = history.list("events");
        Set<String> voided = new HashSet<>();
        int lifeFrom = 0;
        for (int index = 0; index < events.size(); index++) {
            Answer event = events.get(index);
            if (!EventLine.kind(event).equals(VOIDED) || !event.has("data.corrects")) continue;
            voided.add(key(event.get("data.corrects")));
            if (endsLife(event)) lifeFrom = index;
        }
        Map<String, List<Answer>> corrections = corrections(events, voided);
        List<EventLine> lines = new ArrayList<>();
        for (int index = 0; index < events.size(); index++) {
            Answer event = events.get(index);
            List<Answer> own = corrections.getOrDefault(key(event), List.of());
            lines.add(new EventLine(
                    event, standing(event, own), voided.contains(key(event)), !own.isEmpty(), index < lifeFrom));
        }
        return lines;
    }

    /** Those that stand, by what they correct. */
    private static Map<String, List<Answer>> corrections(List<Answer> events, Set<String> voided) {
        Map<String, List<Answer>> corrections = new HashMap<>();
        for (Answer event : events)
            if (EventLine.kind(event).equals(CORRECTED) && event.has("data.corrects") && !voided.contains(key(event)))
                corrections
                        .computeIfAbsent(key(event.get("data.corrects")), first -> new ArrayList<>())
                        .add(event);
        return corrections;
    }

    /**
     * The fact of a position.
     *
     * @throws Problem {@code unknown-fact} where there is none that fits
     */
    public static EventLine find(List<EventLine> lines, String position, Predicate<EventLine> fits) {
        return lines.stream()
                .filter(fits)
                .filter(line -> Long.toString(line.position()).equals(position))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                        ProblemCode.UNKNOWN_FACT,
                        "no fact of the dossier that stands has the position " + Parameters.shortened(position)));
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
}
