package hoso.command.contract.asyncapi;

import hoso.edge.ProblemCode;
import hoso.event.schema.JsonSchemas;
import hoso.event.wire.EventType;
import hoso.event.wire.EventTypes;
import hoso.event.wire.LostPositions;
import hoso.event.wire.PublishedHeaders;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What lies on the topics: each type in both modes of CloudEvents and as stored, and what was refused. */
final class Messages {

    static final String REJECTED = "rejected";
    static final String KAFKA_BINDING = "0.5.0";

    /** The context attributes that are headers in binary mode; the type has a value of its own. */
    private static final List<String> ATTRIBUTES = List.of("specversion", "id", "source", "type", "subject", "time");

    /** Of the answers to a request, those that are about what an event says. */
    private static final Set<Integer> STATUSES_OF_EVENTS = Set.of(400, 403, 409, 413, 422);

    private Messages() {}

    static String structured(EventType type) {
        return type.name();
    }

    static String binary(EventType type) {
        return type.name() + ".binary";
    }

    static String stored(EventType type) {
        return type.name() + ".stored";
    }

    static Map<String, Object> schemas() {
        Map<String, Object> schemas = new LinkedHashMap<>();
        for (EventType type : EventTypes.all()) {
            schemas.put(structured(type), JsonSchemas.published(type));
            schemas.put(stored(type), JsonSchemas.stored(type));
        }
        return schemas;
    }

    static Map<String, Object> all() {
        Map<String, Object> messages = new LinkedHashMap<>();
        for (EventType type : EventTypes.all()) {
            messages.put(structured(type), structuredMessage(type));
            messages.put(binary(type), binaryMessage(type));
            messages.put(stored(type), storedMessage(type));
        }
        messages.put(REJECTED, rejectedMessage());
        return messages;
    }

    private static Map<String, Object> structuredMessage(EventType type) {
        return message(
                type.name() + ", structured",
                "application/cloudevents+json",
                contentType("application/cloudevents+json, or no such header at all"),
                schema(structured(type)),
                type);
    }

    /** An event without data has an empty value. */
    private static Map<String, Object> binaryMessage(EventType type) {
        Map<String, Object> headers = new LinkedHashMap<>();
        for (String attribute : ATTRIBUTES)
            headers.put("ce_" + attribute, schema(structured(type), "properties", attribute));
        return message(
                type.name() + ", binary",
                "application/json",
                headers(headers),
                schema(structured(type), "properties", "data"),
                type);
    }

    private static Map<String, Object> storedMessage(EventType type) {
        Map<String, Object> headers = new LinkedHashMap<>();
        PublishedHeaders.asPatterns().forEach((name, form) -> headers.put(name, pattern("^(" + form.pattern() + ")$")));
        Map<String, Object> optional = Node.of(
                LostPositions.HEADER,
                described(
                        pattern("^(" + LostPositions.asPattern().pattern() + ")$"),
                        "positions that the store has declared as lost: no event will ever come there"));
        return message(
                type.name() + ", as stored",
                "application/json",
                headers(headers, optional),
                schema(stored(type)),
                type);
    }

    private static Map<String, Object> rejectedMessage() {
        List<String> codes = Arrays.stream(ProblemCode.values())
                .filter(code -> STATUSES_OF_EVENTS.contains(code.status()))
                .map(ProblemCode::code)
                .distinct()
                .toList();
        Map<String, Object> number = pattern("^[0-9]+$");
        Map<String, Object> headers = headers(Node.of(
                "hoso-code",
                Node.of("type", "string", "enum", codes),
                "hoso-detail",
                Node.of("type", "string"),
                "hoso-topic",
                Node.of("type", "string"),
                "hoso-partition",
                number,
                "hoso-offset",
                number));
        return Node.of(
                "name",
                REJECTED,
                "title",
                "refused",
                "summary",
                "Key, value and headers as they were sent, whatever they are, and these headers behind them; hoso-omitted"
                        + " says what of the original was too large to be sent along.",
                "headers",
                headers);
    }

    private static Map<String, Object> message(
            String title, String contentType, Object headers, Object payload, EventType type) {
        return Node.of(
                "title",
                title,
                "contentType",
                contentType,
                "headers",
                headers,
                "payload",
                payload,
                "bindings",
                Node.of("kafka", Node.of("key", key(type), "bindingVersion", KAFKA_BINDING)));
    }

    /** What need not be there: a message without it is told by the attributes among its headers, or that there is none. */
    private static Map<String, Object> contentType(String description) {
        return Node.of(
                "type",
                "object",
                "properties",
                Node.of("content-type", Node.of("type", "string", "description", description)));
    }

    /** The subject. Said anew, since by the schema of AsyncAPI a reference may not stand here. */
    private static Map<String, Object> key(EventType type) {
        return pattern("^(" + type.subjectKind().pattern().pattern() + ")$");
    }

    private static Map<String, Object> headers(Map<String, Object> headers) {
        return headers(headers, Map.of());
    }

    private static Map<String, Object> headers(Map<String, Object> required, Map<String, Object> optional) {
        Map<String, Object> all = new LinkedHashMap<>(required);
        all.putAll(optional);
        return Node.of("type", "object", "properties", all, "required", List.copyOf(required.keySet()));
    }

    private static Map<String, Object> described(Map<String, Object> schema, String description) {
        Map<String, Object> described = new LinkedHashMap<>(schema);
        described.put("description", description);
        return described;
    }

    private static Map<String, Object> pattern(String pattern) {
        return Node.of("type", "string", "pattern", pattern);
    }

    private static Map<String, Object> schema(String name, String... below) {
        Map<String, Object> reference = Node.reference("components", "schemas", name);
        return below.length == 0 ? reference : Node.of("$ref", reference.get("$ref") + "/" + String.join("/", below));
    }
}
