package hoso.query.desk.dossier;

import hoso.query.desk.ask.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a fact says, property by property: its time first. */
public final class FactValues {

    static final String TIME = "time";

    private FactValues() {}

    /**
     * A property that two versions of a fact tell otherwise; empty where one of them does not tell it.
     */
    public record Change(String property, String was, String now) {}

    /** What one property says, free text as well as data; empty where it says nothing. */
    public static String of(Answer fact, String property) {
        return fact.textOr("data." + property, fact.textOr("texts." + property + ".text", ""));
    }

    /** All that differs between two versions of a fact. */
    public static List<Change> between(Answer was, Answer now) {
        Map<String, String> before = all(was);
        Map<String, String> after = all(now);
        Set<String> properties = new LinkedHashSet<>(before.keySet());
        properties.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        for (String property : properties) {
            var change = new Change(property, before.getOrDefault(property, ""), after.getOrDefault(property, ""));
            if (!change.was().equals(change.now())) changes.add(change);
        }
        return changes;
    }

    private static Map<String, String> all(Answer fact) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(TIME, fact.has(TIME) ? fact.instant(TIME).toString() : "");
        fact.members("data").forEach((name, value) -> values.put(name, value.toString()));
        fact.members("texts").keySet().forEach(name -> values.put(name, of(fact, name)));
        return values;
    }
}
