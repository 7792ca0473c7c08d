package hoso.event.schema;

import hoso.event.wire.EventType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The schemas of a type, as maps that any writer of JSON or YAML takes.
 *
 * <p>They use no keyword that draft-07 does not know as well, so that OpenAPI 3.1 and AsyncAPI 3.0 take them as they are. A
 * schema is never stricter than the reader; what it cannot say stands in its {@code $comment}.
 */
public final class JsonSchemas {

    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private JsonSchemas() {}

    /** A CloudEvent as it is sent, without {@code $schema}, to stand in another document. */
    public static Map<String, Object> published(EventType type) {
        return PublishedSchema.event(type);
    }

    /** The data of a CloudEvent as it is sent. */
    public static Map<String, Object> data(EventType type) {
        return PublishedSchema.data(type);
    }

    /** The bytes stored, as they are published, without {@code $schema}. */
    public static Map<String, Object> stored(EventType type) {
        return StoredSchema.event(type);
    }

    /** A schema as a document of its own. */
    public static Map<String, Object> document(Map<String, Object> schema) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", DRAFT);
        document.putAll(schema);
        return document;
    }
}
