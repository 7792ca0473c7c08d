package hoso.query.desk.entry;

import hoso.edge.Parameters;
import hoso.event.wire.EventType;
import hoso.event.wire.EventTypes;
import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;
import hoso.query.desk.dossier.EventLine;
import hoso.query.desk.frame.Format;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The form by which a fact is corrected: a field for each property of its type, and its time. */
public record FactForm(EventLine fact, String time, List<Field> fields) {

    /** What the names of the fact's own fields begin with, so that they are no others. */
    public static final String PREFIX = "f-";

    static final String TIME = "luc";

    static FactForm of(EventLine fact) {
        EventType type = EventTypes.named(fact.event().text("type")).orElseThrow();
        return new FactForm(
                fact,
                Format.field(fact.standing().instant("time")),
                type.properties().stream()
                        .map(property -> Field.of(property, fact.standing()))
                        .toList());
    }

    /** The same with what was entered. */
    FactForm entered(Question entered) {
        List<Field> filled = fields.stream()
                .map(field -> new Field(
                        field.name(),
                        field.input(),
                        entered.text(PREFIX + field.name()),
                        field.required(),
                        field.max(),
                        field.choices()))
                .toList();
        return new FactForm(fact, entered.text(TIME), filled);
    }

    /** The time that was entered, where it is another one than the fact's. */
    Optional<String> changedTime(Question entered) {
        return Format.isSame(entered.text(TIME), time)
                ? Optional.empty()
                : Optional.of(Format.entered(entered.text(TIME)));
    }

    /** The whole data that was entered, where it says anything else than the fact's. */
    Optional<ObjectNode> changedData(Question entered) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        for (Field field : fields) {
            String text = entered.text(PREFIX + field.name());
            if (field.says(text)) recorded(field).ifPresent(value -> data.set(field.name(), value));
            else if (!text.isEmpty()) data.set(field.name(), value(field, text));
        }
        ObjectNode recorded = JsonNodeFactory.instance.objectNode();
        for (Field field : fields) recorded(field).ifPresent(value -> recorded.set(field.name(), value));
        return data.equals(recorded) ? Optional.empty() : Optional.of(data);
    }

    /** As it was published: a field of a form may show less of it. */
    private Optional<JsonNode> recorded(Field field) {
        Answer event = fact.standing();
        if (event.has("data." + field.name()))
            return Optional.of(event.get("data." + field.name()).json());
        String text = "texts." + field.name() + ".text";
        return event.has(text) ? Optional.of(event.get(text).json()) : Optional.empty();
    }

    private static JsonNode value(Field field, String text) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (field.input()) {
            case TEXT, LONG_TEXT, DAY -> json.stringNode(text);
            case MOMENT -> json.stringNode(Format.entered(text));
            case NUMBER -> number(field, text);
            case CHOICE ->
                text.equals("true") || text.equals("false")
                        ? json.booleanNode(Boolean.parseBoolean(text))
                        : json.stringNode(text);
        };
    }

    private static JsonNode number(Field field, String text) {
        if (!text.matches("\\d{1,18}")) throw Parameters.malformed(field.name() + " is no whole number");
        return JsonNodeFactory.instance.numberNode(Long.parseLong(text));
    }
}
