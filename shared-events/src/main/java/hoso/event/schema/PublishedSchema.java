package hoso.event.schema;

import static hoso.event.schema.Values.constant;
import static hoso.event.schema.Values.described;
import static hoso.event.schema.Values.instant;
import static hoso.event.schema.Values.matching;
import static hoso.event.schema.Values.put;
import static hoso.event.schema.Values.text;

import hoso.event.Amendment;
import hoso.event.EventKey;
import hoso.event.wire.CloudEventReader;
import hoso.event.wire.EventType;
import hoso.event.wire.Property;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The CloudEvent of a type, as it is sent. */
final class PublishedSchema {

    /** What is refused although the schema takes it. */
    private static final String UNSAID =
            "Beside this schema an event is held to: no duplicate keys, valid UTF-8 without NUL"
                    + " or unpaired surrogates, at most 64 KiB, 16 levels and 64 digits a number; a source that is a URI reference;"
                    + " days that the calendar has, between 1990 and 2100 in Viet Nam; dueAt after the receipt and within ten years"
                    + " of it, promisedAt after the apology, since before the event; the days of a calendar in its year, at least"
                    + " 100 working days, spans in order.";

    private PublishedSchema() {}

    static Map<String, Object> event(EventType type) {
        String kind = type.subjectKind().name().toLowerCase(Locale.ROOT);
        Map<String, Object> data = data(type);
        Map<String, Object> event = new ObjectSchema()
                .required("specversion", constant("1.0"))
                .required("id", text(EventKey.ID_MAX))
                .required("source", put(text(EventKey.SOURCE_MAX), "format", "iri-reference"))
                .required("type", constant(type.name()))
                .required("subject", described(matching(type.subjectKind().pattern()), "of the " + kind))
                .required("time", described(instant(), "when it happened"))
                .optional("datacontenttype", contentType())
                .property("data", data, data.containsKey("required"))
                .optional("data_base64", Values.nothing())
                .open();
        return put(put(event, "title", type.name()), "$comment", UNSAID);
    }

    static Map<String, Object> data(EventType type) {
        var data = new ObjectSchema();
        for (Property property : type.properties())
            data.property(property.name(), Values.of(property.kind()), property.required());
        Map<String, Object> schema = data.closed();
        // a correction of nothing is none
        if (type.family() == Amendment.Corrected.class)
            put(schema, "anyOf", List.of(Map.of("required", List.of("time")), Map.of("required", List.of("data"))));
        return schema;
    }

    /** Absent, null or JSON. */
    private static Map<String, Object> contentType() {
        return put(matching(CloudEventReader.JSON_TYPE), "type", List.of("string", "null"));
    }
}
