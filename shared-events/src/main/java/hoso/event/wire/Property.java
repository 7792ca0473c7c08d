package hoso.event.wire;

/**
 * A property of an event's data, by the name it has in JSON and, unless it is free text, in the record of the fact.
 *
 * @param path what it is called in a message
 */
public record Property(String name, String path, ValueKind kind, boolean required) {

    static Property required(String name, ValueKind kind) {
        return new Property(name, "data." + name, kind, true);
    }

    static Property optional(String name, ValueKind kind) {
        return new Property(name, "data." + name, kind, false);
    }

    public boolean isFreeText() {
        return kind instanceof ValueKind.FreeText;
    }
}
