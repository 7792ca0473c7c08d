package hoso.event.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the schema of an object together, property by property. */
final class ObjectSchema {

    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();

    ObjectSchema required(String name, Map<String, Object> schema) {
        required.add(name);
        return optional(name, schema);
    }

    ObjectSchema optional(String name, Map<String, Object> schema) {
        properties.put(name, schema);
        return this;
    }

    ObjectSchema property(String name, Map<String, Object> schema, boolean needed) {
        return needed ? required(name, schema) : optional(name, schema);
    }

    boolean isEmpty() {
        return properties.isEmpty();
    }

    boolean needsSomething() {
        return !required.isEmpty();
    }

    /** An object that may have other properties too. */
    Map<String, Object> open() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        if (!properties.isEmpty()) schema.put("properties", properties);
        if (!required.isEmpty()) schema.put("required", List.copyOf(required));
        return schema;
    }

    /** An object of these properties alone. */
    Map<String, Object> closed() {
        Map<String, Object> schema = open();
        schema.put("additionalProperties", false);
        return schema;
    }
}
