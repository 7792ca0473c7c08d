package hoso.event.wire;

import java.util.ArrayList;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One text for one JSON value: members sorted, no white space, a number in one way however it was written. */
public final class CanonicalJson {

    private CanonicalJson() {}

    public static String of(JsonNode node) {
        return of(node, Set.of());
    }

    /**
     * @param without names of members to leave out, at every depth of objects in objects
     */
    static String of(JsonNode node, Set<String> without) {
        var text = new StringBuilder(64);
        write(node, without, text);
        return text.toString();
    }

    private static void write(JsonNode node, Set<String> without, StringBuilder text) {
        if (node.isObject()) object(node, without, text);
        else if (node.isArray()) array(node, text);
        else if (node.isString()) string(node.stringValue(), text);
        else if (node.isIntegralNumber()) whole(node, text);
        else if (node.isNumber()) number(node, text);
        else text.append(node.isNull() ? "null" : String.valueOf(node.booleanValue()));
    }

    private static void whole(JsonNode node, StringBuilder text) {
        if (node.canConvertToLong()) text.append(node.longValue());
        else text.append(node.bigIntegerValue());
    }

    private static void number(JsonNode node, StringBuilder text) {
        var value = node.decimalValue().stripTrailingZeros();
        boolean plain = value.scale() <= 0 && value.precision() - value.scale() <= 18;
        text.append(plain ? value.toPlainString() : value.toString());
    }

    private static void object(JsonNode node, Set<String> without, StringBuilder text) {
        var names = new ArrayList<String>(node.size());
        for (String name : node.propertyNames()) if (!without.contains(name)) names.add(name);
        names.sort(null);
        char before = '{';
        for (String name : names) {
            string(name, text.append(before));
            write(node.get(name), without, text.append(':'));
            before = ',';
        }
        text.append(names.isEmpty() ? "{}" : "}");
    }

    private static void array(JsonNode node, StringBuilder text) {
        text.append('[');
        for (int index = 0; index < node.size(); index++) {
            if (index > 0) text.append(',');
            write(node.get(index), Set.of(), text);
        }
        text.append(']');
    }

    /** A JSON string with the escapes of RFC 8785; what needs none, nearly all, is copied as a whole. */
    static void string(String value, StringBuilder text) {
        text.append('"');
        int from = 0;
        for (int index = 0; index < value.length(); index++) {
            char character = value.charAt(index);
            if (character >= ' ' && character != '"' && character != '\\') continue;
            text.append(value, from, index);
            escape(character, text);
            from = index + 1;
        }
        if (from == 0) text.append(value);
        else text.append(value, from, value.length());
        text.append('"');
    }

    private static void escape(char character, StringBuilder text) {
        switch (character) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            default -> text.append(String.format("\\u%04x", (int) character));
        }
    }
}
