package hoso.query.audit.clock.answer;

import hoso.edge.Parameters;
import hoso.event.Amendment;
import hoso.event.EventKey;
import hoso.event.wire.EventTypes;
import hoso.event.wire.StrictJson;
import hoso.event.wire.Times;
import hoso.query.audit.clock.RuleSet;
import hoso.query.audit.clock.Supposition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an account is to suppose.
 *
 * @param rules by which it is judged
 */
record SuppositionOrder(Supposition supposition, RuleSet rules) {

    /** So many facts are taken out or moved at most: who supposes more tells another story. */
    private static final int FACTS_MAX = 100;

    private static final Set<String> MEMBERS = Set.of("without", "moved", "replaced", "rules");

    /**
     * @param body {@code {"without": [{"source", "id"}], "moved": [{"source", "id", "time"}],
     *     "replaced": [{"source", "id", "data"}], "rules": "LOCAL" or "PORTAL"}}, each member optional; {@code data} takes the
     *     place of the whole data of the fact, as in a correction
     * @throws hoso.edge.Problem {@code malformed}
     */
    static SuppositionOrder read(byte[] body) {
        JsonNode json = StrictJson.read(body);
        checkMembers(json, MEMBERS);
        Set<EventKey> without = new HashSet<>();
        for (JsonNode fact : list(json, "without")) {
            checkMembers(fact, Set.of("source", "id"));
            if (!without.add(key(fact))) throw Parameters.malformed("a fact is taken out twice");
        }
        Map<EventKey, Instant> moved = new HashMap<>();
        for (JsonNode fact : list(json, "moved")) {
            checkMembers(fact, Set.of("source", "id", "time"));
            if (moved.put(key(fact), time(fact)) != null) throw Parameters.malformed("a fact is moved twice");
        }
        Map<EventKey, Amendment.Replacement> replaced = new HashMap<>();
        for (JsonNode fact : list(json, "replaced")) {
            checkMembers(fact, Set.of("source", "id", "data"));
            if (replaced.put(key(fact), data(fact)) != null) throw Parameters.malformed("a fact is replaced twice");
        }
        return new SuppositionOrder(new Supposition(without, moved, replaced), rules(json.get("rules")));
    }

    private static void checkMembers(JsonNode json, Set<String> known) {
        if (!json.isObject()) throw Parameters.malformed("a JSON object is wanted");
        json.properties().forEach(member -> {
            if (!known.contains(member.getKey()))
                throw Parameters.malformed("there is no member " + Parameters.shortened(member.getKey()));
        });
    }

    private static List<JsonNode> list(JsonNode json, String name) {
        JsonNode list = json.get(name);
        if (list == null) return List.of();
        if (!list.isArray()) throw Parameters.malformed(name + " is no list");
        if (list.size() > FACTS_MAX) throw Parameters.malformed(name + " has more than " + FACTS_MAX + " facts");
        List<JsonNode> facts = new ArrayList<>();
        list.forEach(facts::add);
        return facts;
    }

    private static EventKey key(JsonNode fact) {
        return new EventKey(text(fact, "source"), text(fact, "id"));
    }

    private static Amendment.Replacement data(JsonNode fact) {
        JsonNode data = fact.get("data");
        if (data == null) throw Parameters.malformed("data is missing");
        return EventTypes.replacement(data);
    }

    private static Instant time(JsonNode fact) {
        return Times.instant("time", text(fact, "time"));
    }

    private static String text(JsonNode json, String name) {
        JsonNode text = json.get(name);
        if (text == null) throw Parameters.malformed(name + " is missing");
        if (!text.isString()) throw Parameters.malformed(name + " is no text");
        return text.stringValue();
    }

    private static RuleSet rules(@Nullable JsonNode rules) {
        if (rules == null) return RuleSet.LOCAL;
        for (RuleSet set : RuleSet.values())
            if (rules.isString() && rules.stringValue().equals(set.name())) return set;
        throw Parameters.malformed("rules is none of LOCAL, PORTAL");
    }
}
