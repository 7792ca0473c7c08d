package hoso.event.wire;

import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** One text for one JSON value: members sorted, no white space, a number in one way however it was written. */
final class CanonicalJson {

    private CanonicalJson() {}

    static String of(JsonNode node) {
        var text = new StringBuilder(64);
        write(node, text);
        return text.toString();
    }

    private static void write(JsonNode node, StringBuilder text) {
        if (node.isObject()) object(node, text);
        else if (node.isArray()) array(node, text);
        else if (node.isString()) string(node.stringValue(), text);
        else if (node.isIntegralNumber()) text.append(node.bigIntegerValue());
        else if (node.isNumber()) number(node, text);
        else text.append(node.isNull() ? "null" : String.valueOf(node.booleanValue()));
    }

    private static void number(JsonNode node, StringBuilder text) {
        var value = node.decimalValue().stripTrailingZeros();
        boolean plain = value.scale() <= 0 && value.precision() - value.scale() <= 18;
        text.append(plain ? value.toPlainString() : value.toString());
    }

    private static void object(JsonNode node, StringBuilder text) {
        if (node.isEmpty()) {
            text.append("{}");
            return;
        }
        var sorted = new TreeMap<String, JsonNode>();
        node.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
        char before = '{';
        for (var member : sorted.entrySet()) {
            text.append(before);
            string(member.getKey(), text);
            text.append(':');
            write(member.getValue(), text);
            before = ',';
        }
        text.append('}');
    }

    private static void array(JsonNode node, StringBuilder text) {
        text.append('[');
        for (int index = 0; index < node.size(); index++) {
            if (index > 0) text.append(',');
            write(node.get(index), text);
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
