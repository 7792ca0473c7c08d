package hoso.query.desk.dossier;

import hoso.event.wire.EventTypes;
import hoso.event.wire.Property;
import hoso.event.wire.ValueKind;
import hoso.query.desk.ask.Answer;
import hoso.query.desk.frame.Frame;
import hoso.query.desk.frame.PropertyNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a fact says, property by property: its time first. */
public final class FactValues {

    static final String TIME = "time";

    private FactValues() {}

    /**
     * A property that two versions of a fact tell otherwise.
     *
     * @param type of the fact
     * @param was as it was published; empty where nothing was said, as is what it is now
     */
    public record Change(String type, String property, String was, String now) {

        public String name(Frame frame) {
            return PropertyNames.of(property, frame.language());
        }

        public String was(Frame frame) {
            return PropertyWords.told(type, property, was, frame);
        }

        public String now(Frame frame) {
            return PropertyWords.told(type, property, now, frame);
        }
    }

    /** What one property says, free text as well as data; empty where it says nothing. */
    public static String of(Answer fact, String property) {
        return fact.textOr("data." + property, fact.textOr("texts." + property + ".text", ""));
    }

    /** All that differs between two versions of a fact. */
    public static List<Change> between(Answer was, Answer now) {
        String type = was.text("type");
        Map<String, String> before = all(was);
        Map<String, String> after = all(now);
        Set<String> properties = new LinkedHashSet<>(before.keySet());
        properties.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        for (String property : properties) {
            var change =
                    new Change(type, property, before.getOrDefault(property, ""), after.getOrDefault(property, ""));
            if (!isSame(change)) changes.add(change);
        }
        return changes;
    }

    /** An instant can be written in several ways. */
    private static boolean isSame(Change change) {
        if (change.was().equals(change.now())) return true;
        boolean instants = !change.was().isEmpty()
                && !change.now().isEmpty()
                && kind(change.type(), change.property()).orElse(null) instanceof ValueKind.Moment;
        return instants && Instant.parse(change.was()).equals(Instant.parse(change.now()));
    }

    private static Map<String, String> all(Answer fact) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(TIME, fact.has(TIME) ? fact.instant(TIME).toString() : "");
        fact.members("data").forEach((name, value) -> values.put(name, value.toString()));
        fact.members("texts").keySet().forEach(name -> values.put(name, of(fact, name)));
        return values;
    }

    /** Of what kind the values of a property are; empty of one that the type has not. */
    static Optional<ValueKind> kind(String type, String property) {
        return EventTypes.named(type).stream()
                .flatMap(known -> known.properties().stream())
                .filter(known -> known.name().equals(property))
                .map(Property::kind)
                .findFirst();
    }
}
