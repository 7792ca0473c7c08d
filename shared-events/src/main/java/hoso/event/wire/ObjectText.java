package hoso.event.wire;

/** Writes one JSON object, member by member, onto a text; quicker than a tree that is made to be written once. */
final class ObjectText {

    private final StringBuilder text;
    private char before = '{';

    /** Begins an object at the end of a text. */
    ObjectText(StringBuilder text) {
        this.text = text;
    }

    ObjectText put(String name, String value) {
        CanonicalJson.string(value, member(name));
        return this;
    }

    /** A value that needs no escapes, as a name in capitals or a time. */
    ObjectText putPlain(String name, String value) {
        member(name).append('"').append(value).append('"');
        return this;
    }

    ObjectText put(String name, long value) {
        member(name).append(value);
        return this;
    }

    ObjectText put(String name, boolean value) {
        member(name).append(value);
        return this;
    }

    /** A member whose value the caller appends to the text. */
    StringBuilder member(String name) {
        text.append(before).append('"').append(name).append("\":");
        before = ',';
        return text;
    }

    void end() {
        if (before == '{') text.append('{');
        text.append('}');
    }
}
