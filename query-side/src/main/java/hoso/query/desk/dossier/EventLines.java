package hoso.query.desk.dossier;

import hoso.edge.Parameters;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.query.desk.ask.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
        var walk = new Walk();
        List<Answer> events = history.list("events");
        for (int index = 0; index < events.size(); index++) walk.meet(events.get(index), index);
        List<EventLine> lines = new ArrayList<>();
        for (int index = 0; index < events.size(); index++) lines.add(walk.line(events.get(index), index));
        return lines;
    }

    /** Goes along a history, and gathers what its events make of earlier ones. */
    private static final class Walk {

        private final Map<String, Fact> facts = new HashMap<>();
        private final Map<String, Fact> ofCorrection = new HashMap<>();
        private final Map<String, List<FactValues.Change>> changes = new HashMap<>();
        private final Set<String> voided = new HashSet<>();
        private int lifeFrom;

        void meet(Answer event, int index) {
            String key = key(event);
            facts.put(key, new Fact(event));
            if (!event.has("data.corrects")) return;
            String about = key(event.get("data.corrects"));
            if (EventLine.kind(event).equals(VOIDED)) {
                voided.add(about);
                if (endsLife(event)) lifeFrom = index;
                Fact corrected = ofCorrection.get(about);
                if (corrected != null) corrected.takeBack(about);
            } else if (EventLine.kind(event).equals(CORRECTED) && facts.containsKey(about)) {
                Fact fact = facts.get(about);
                changes.put(key, fact.correct(key, event));
                ofCorrection.put(key, fact);
            }
        }

        EventLine line(Answer event, int index) {
            String key = key(event);
            Fact fact = Objects.requireNonNull(facts.get(key), "every event was met");
            return new EventLine(
                    event,
                    fact.standing,
                    voided.contains(key),
                    !fact.corrections.isEmpty(),
                    changes.getOrDefault(key, List.of()),
                    about(event),
                    index < lifeFrom);
        }

        private Optional<Answer> about(Answer event) {
            return Stream.of("data.corrects", "data.dispute")
                    .filter(event::has)
                    .map(path -> facts.get(key(event.get(path))))
                    .filter(Objects::nonNull)
                    .map(fact -> fact.event)
                    .findFirst();
        }
    }

    /** An event with the corrections that stand, as it says after them. */
    private static final class Fact {

        private final Answer event;
        private final Map<String, Answer> corrections = new LinkedHashMap<>();
        private Answer standing;

        Fact(Answer event) {
            this.event = event;
            this.standing = event;
        }

        /** What a correction makes of it as it meets it. */
        List<FactValues.Change> correct(String key, Answer correction) {
            corrections.put(key, correction);
            Answer met = standing;
            standing = corrected(met, correction);
            return FactValues.between(met, standing);
        }

        void takeBack(String correction) {
            corrections.remove(correction);
            standing = event;
            for (Answer each : corrections.values()) standing = corrected(standing, each);
        }
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
        // what the event changed in its day is no part of what it says, and long
        standing.remove("changed");
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
