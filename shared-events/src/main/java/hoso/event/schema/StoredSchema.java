package hoso.event.schema;

import static hoso.event.schema.Values.atLeast;
import static hoso.event.schema.Values.constant;
import static hoso.event.schema.Values.matching;
import static hoso.event.schema.Values.put;
import static hoso.event.schema.Values.text;
import static hoso.event.schema.Values.utc;

import hoso.event.Amendment;
import hoso.event.ClockFact;
import hoso.event.EventKey;
import hoso.event.OtherFact;
import hoso.event.wire.EventType;
import hoso.event.wire.EventTypes;
import hoso.event.wire.Property;
import hoso.event.wire.ValueKind;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The bytes stored of an event of a type: what was published less its free text, and what was decided. */
final class StoredSchema {

    /** The salted SHA-256 of a text, in base64url without padding. */
    private static final String TEXT_HASH = "^[A-Za-z0-9_-]{43}$";

    private StoredSchema() {}

    static Map<String, Object> event(EventType type) {
        var event = new ObjectSchema()
                .required("position", atLeast(1))
                .required("recordedAt", utc())
                .required("sequence", atLeast(0))
                .required("type", constant(type.name()))
                .required("subject", matching(type.subjectKind().pattern()))
                .required("source", text(EventKey.SOURCE_MAX))
                .required("id", text(EventKey.ID_MAX))
                .required("time", utc())
                .required("publisher", Values.type("string"));
        data(type, event);
        DecisionSchema.of(type.family())
                .ifPresent(decision -> event.property("decision", decision, decision.containsKey("required")));
        texts(type).ifPresent(texts -> event.property("texts", texts, texts.containsKey("required")));
        return put(event.closed(), "title", type.name() + " as stored");
    }

    /** Absent where it would be empty. */
    private static void data(EventType type, ObjectSchema event) {
        var data = new ObjectSchema();
        for (Property property : type.properties())
            if (!property.isFreeText())
                data.property(property.name(), withoutTexts(property.kind()), property.required());
        if (data.isEmpty()) return;
        event.property("data", put(data.closed(), "minProperties", 1), data.needsSomething());
    }

    private static Map<String, Object> withoutTexts(ValueKind kind) {
        Map<String, Object> value = Values.of(kind);
        if (!(kind instanceof ValueKind.OtherData)) return value;
        return put(value, "propertyNames", Map.of("not", matching("^(" + textNames() + ")$")));
    }

    private static Optional<Map<String, Object>> texts(EventType type) {
        var texts = new ObjectSchema();
        for (Property property : type.properties())
            if (property.isFreeText()) texts.property(property.name(), matching(TEXT_HASH), property.required());
        if (texts.isEmpty()) return Optional.empty();
        Map<String, Object> schema = put(texts.closed(), "minProperties", 1);
        if (type.family() == Amendment.Corrected.class)
            put(schema, "patternProperties", Map.of("^data\\.(" + textNames() + ")$", matching(TEXT_HASH)));
        return Optional.of(schema);
    }

    /** Of the facts that may be corrected. */
    private static String textNames() {
        return EventTypes.all().stream()
                .filter(type -> ClockFact.class.isAssignableFrom(type.family())
                        || OtherFact.class.isAssignableFrom(type.family()))
                .flatMap(StoredSchema::textNames)
                .distinct()
                .collect(Collectors.joining("|"));
    }

    private static Stream<String> textNames(EventType type) {
        return type.properties().stream().filter(Property::isFreeText).map(Property::name);
    }
}
