package hoso.event.wire;

/** A property of an event's data, by the name it has in JSON and, unless it is free text, in the record of the fact. */
public record Property(String name, ValueKind kind, boolean required) {

    static Property required(String name, ValueKind kind) {
        return new Property(name, kind, true);
    }

    static Property optional(String name, ValueKind kind) {
        return new Property(name, kind, false);
    }

    boolean isFreeText() {
        return kind instanceof ValueKind.FreeText;
    }
}
