package hoso.house;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes valid events a little, by chance: their values, or their bytes. */
record Mutations(Random random, List<String> lines) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Values that stand somewhere in the events, at the edge of what may, or nowhere. */
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "false",
            "0",
            "1",
            "-1",
            "5",
            "11",
            "1.5",
            "1e-400",
            "-0.0",
            "9223372036854775808",
            "1000000000001",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"1\"",
            "\"ONLINE\"",
            "\"COUNTER\"",
            "\"SAME_DAY\"",
            "\"DESK\"",
            "\"urn:test\"",
            "\"a b\"",
            "\"%\"",
            "\"..\"",
            "\"không dấu\"",
            "\"\\ud83d\\ude00\"",
            "\"2024-02-29\"",
            "\"2023-02-29\"",
            "\"1989-12-31\"",
            "\"2100-12-31\"",
            "\"2024-05-06T07:30:00+07:00\"",
            "\"2024-05-06T07:30:00.123456Z\"",
            "\"2024-05-06T07:30:00\"",
            "\"2099-01-01T00:00:00Z\"",
            "[]",
            "[1]",
            "[[]]",
            "[\"07:30\",\"11:30\"]",
            "[[\"07:30\",\"11:30\"]]",
            "[\"2024-01-01\"]",
            "{}",
            "{\"a\":1}",
            "{\"kind\":\"SAME_DAY\"}",
            "{\"source\":\"urn:test\",\"id\":\"1\"}",
            "{\"kind\":\"WORKING_DAYS\",\"amount\":1}");

    /** One of the lines with one to three values changed, taken away, doubled or exchanged for another's. */
    String line() {
        ObjectNode event = (ObjectNode) JSON.readTree(from(lines));
        for (int changes = random.nextInt(1, 4); changes > 0; changes--) change(event);
        return JSON.writeValueAsString(event);
    }

    private void change(ObjectNode event) {
        ObjectNode object = from(objects(event));
        List<String> names = List.copyOf(object.propertyNames());
        if (names.isEmpty()) {
            object.set("x", odd());
            return;
        }
        String name = from(names);
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name + "x", object.get(name));
            case 2 -> exchange(event, object, name);
            default -> object.set(name, odd());
        }
    }

    /** Takes the value that another event has there. */
    private void exchange(ObjectNode event, ObjectNode object, String name) {
        JsonNode other = JSON.readTree(from(lines));
        JsonNode value = object == event ? other.get(name) : other.path("data").get(name);
        if (value != null) object.set(name, value);
    }

    private JsonNode odd() {
        return JSON.readTree(from(ODD));
    }

    private static List<ObjectNode> objects(JsonNode node) {
        List<ObjectNode> objects = new ArrayList<>();
        if (node instanceof ObjectNode object) objects.add(object);
        if (node instanceof ObjectNode || node instanceof ArrayNode)
            node.forEach(child -> objects.addAll(objects(child)));
        return objects;
    }

    /** One of the lines with some bytes changed, left out or put in; it stays one line. */
    byte[] bytes() {
        byte[] bytes = Wire.bytes(from(lines));
        for (int changes = random.nextInt(1, 6); changes > 0; changes--) {
            int at = random.nextInt(bytes.length);
            byte octet = (byte) random.nextInt(256);
            bytes[at] = octet == '\n' ? (byte) ' ' : octet;
        }
        int cut = random.nextInt(4) == 0 ? random.nextInt(1, bytes.length) : bytes.length;
        return Arrays.copyOf(bytes, cut);
    }

    private <T> T from(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
