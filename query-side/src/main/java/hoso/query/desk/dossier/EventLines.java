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
        Map<String, Corrected> corrected = corrected(events, voided);
        Map<String, List<FactValues.Change>> changes = new HashMap<>();
        corrected.values().forEach(fact -> changes.putAll(fact.changes()));
        List<EventLine> lines = new ArrayList<>();
        for (int index = 0; index < events.size(); index++) {
            Answer event = events.get(index);
            String key = key(event);
            Corrected of = corrected.get(key);
            lines.add(new EventLine(
                    event,
                    of == null ? event : of.standing(),
                    voided.contains(key),
                    of != null,
                    changes.getOrDefault(key, List.of()),
                    index < lifeFrom));
        }
        return lines;
    }

    /**
     * A fact as corrections left it.
     *
     * @param changes what each of them made of the one before, by its key
     */
    private record Corrected(Answer standing, Map<String, List<FactValues.Change>> changes) {

        Corrected with(Answer correction) {
            Answer now = EventLines.corrected(standing, correction);
            Map<String, List<FactValues.Change>> all = new HashMap<>(changes);
            all.put(key(correction), FactValues.between(standing, now));
            return new Corrected(now, all);
        }
    }

    /** Those that a correction which stands is about, by their keys. */
    private static Map<String, Corrected> corrected(List<Answer> events, Set<String> voided) {
        Map<String, Corrected> facts = new HashMap<>();
        Map<String, Answer> known = new HashMap<>();
        for (Answer event : events) {
            known.put(key(event), event);
            if (!EventLine.kind(event).equals(CORRECTED) || !event.has("data.corrects") || voided.contains(key(event)))
                continue;
            String about = key(event.get("data.corrects"));
            Answer fact = known.get(about);
            if (fact != null && fact.json().isObject())
                facts.put(
                        about,
                        facts.getOrDefault(about, new Corrected(fact, Map.of())).with(event));
        }
        return facts;
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

    /** A fact with what a correction makes of it: another time, other data as a whole, or both. */
    public static Answer corrected(Answer fact, Answer correction) {
        ObjectNode standing = (ObjectNode) fact.json().deepCopy();
        if (correction.has("data.time"))
            standing.set("time", correction.get("data.time").json());
        if (correction.has("data.data") || hasTexts(correction)) replaceData(standing, correction);
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
