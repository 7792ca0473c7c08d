package hoso.event.schema;

import hoso.event.wire.EventType;
import hoso.event.wire.EventTypes;
import hoso.event.wire.Samples;
import hoso.event.wire.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Right events that are changed by chance, in up to three places. */
record Mutant(Random random) {

    /** Values at the edge of what may stand somewhere, or beyond it; single quotes stand for double ones. */
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "false",
            "0",
            "1",
            "-1",
            "5",
            "6",
            "10",
            "11",
            "1.0",
            "1.5",
            "1e2",
            "30e-1",
            "-0.0",
            "3650",
            "3651",
            "1000000",
            "1000001",
            "1000000000000",
            "1000000000001",
            "1e12",
            "1e13",
            "9223372036854775808",
            "''",
            "' '",
            "'x'",
            "'1'",
            "'1.0'",
            "'H20.12'",
            "'H20 '",
            "'-H20'",
            "'H20\\n'",
            "'h-20.a_b'",
            "'ONLINE'",
            "'online'",
            "'COUNTER'",
            "'POSTAL'",
            "'FULL'",
            "'DESK'",
            "'RESTART'",
            "'WORKING_DAYS'",
            "'SAME_DAY'",
            "'APPROVED'",
            "'WITHDRAWN'",
            "'SMS'",
            "'UPHELD'",
            "'HOTLINE'",
            "'urn:x'",
            "'a b'",
            "'%'",
            "'%41'",
            "'..'",
            "'không dấu'",
            "'http://h/ố?q#f'",
            "'[x]'",
            "'\\ud83d\\ude00'",
            "'application/json'",
            "'TEXT/JSON; charset=x'",
            "'application/Vnd.x+json'",
            "'application/xml'",
            "'1989'",
            "'1990'",
            "'2100'",
            "'2101'",
            "'2024'",
            "'20240'",
            "'2024-02-29'",
            "'2023-02-29'",
            "'2024-13-01'",
            "'2024-01-32'",
            "'1900-01-01'",
            "'1899-12-31'",
            "'2100-12-31'",
            "'2101-01-01'",
            "'2024-1-1'",
            "'2024-03-04T08:00:00+07:00'",
            "'2024-03-04t08:00:00z'",
            "'2024-03-04T08:00:00'",
            "'2024-03-04 08:00:00Z'",
            "'2024-03-04T24:00:00Z'",
            "'2024-03-04T23:59:60Z'",
            "'2024-03-04T08:00Z'",
            "'2024-03-04T08:00:00.1Z'",
            "'2024-03-04T08:00:00.123456Z'",
            "'2024-03-04T08:00:00.123456000Z'",
            "'2024-03-04T08:00:00.1234561Z'",
            "'2024-03-04T08:00:00.0000000000Z'",
            "'2024-03-04T08:00:00.Z'",
            "'2024-02-30T08:00:00Z'",
            "'2024-03-04T08:00:00+18:00'",
            "'2024-03-04T08:00:00-18:00'",
            "'2024-03-04T08:00:00+18:01'",
            "'2024-03-04T08:00:00+7:00'",
            "'2024-03-04T08:00:00-00:00'",
            "'1989-12-31T17:00:00Z'",
            "'1989-12-31T16:59:59Z'",
            "'2100-12-31T16:59:59Z'",
            "'2100-12-31T17:00:00Z'",
            "'2101-01-01T10:00:00+18:00'",
            "'٢٠٢٤-03-04T08:00:00Z'",
            "'0B7C9C5E-59A1-4D0A-BF0E-7B1F1E4E2A11'",
            "'0b7c9c5e-59a1-1d0a-9f0e-7b1f1e4e2a11'",
            "'0b7c9c5e59a14d0a9f0e7b1f1e4e2a11'",
            "[]",
            "[1]",
            "[[]]",
            "['2024-01-01']",
            "['2024-01-01','2024-01-01']",
            "['2024-02-30']",
            "['07:30','11:30']",
            "[['07:30','11:30']]",
            "[['11:30','07:30']]",
            "[['7:30','11:30']]",
            "[['07:30','24:00']]",
            "[['07:30','11:30','12:00']]",
            "[['13:00','17:00'],['07:00','11:00']]",
            "[['00:00','01:00'],['02:00','03:00'],['04:00','05:00'],['06:00','07:00'],['08:00','09:00']]",
            "{}",
            "{'a':1}",
            "{'kind':'SAME_DAY'}",
            "{'kind':'SAME_DAY','amount':1}",
            "{'kind':'WORKING_DAYS'}",
            "{'amount':3}",
            "{'kind':'WORKING_DAYS','amount':1.0}",
            "{'kind':'WORKING_HOURS','amount':3651}",
            "{'source':'s','id':'i'}",
            "{'source':'s','id':''}",
            "{'source':'s'}",
            "{'source':'s','id':'i','n':1}");

    private static final List<String> NAMES = List.of(
            "data",
            "data_base64",
            "datacontenttype",
            "time",
            "dueAt",
            "since",
            "amount",
            "reason",
            "hours",
            "parent",
            "x");

    /** One of any type. */
    ObjectNode next() {
        EventType type = from(EventTypes.all());
        ObjectNode event = Samples.event(type);
        for (int changes = random.nextInt(4); changes > 0; changes--) change(event);
        return event;
    }

    private void change(ObjectNode event) {
        ObjectNode object = from(objects(event));
        List<String> names = List.copyOf(object.propertyNames());
        if (names.isEmpty() || random.nextInt(8) == 0) {
            object.set(from(NAMES), odd());
            return;
        }
        String name = from(names);
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name, longText());
            case 2 -> object.set(name, elsewhere(name, object.get(name)));
            default -> object.set(name, odd());
        }
    }

    /** As long as some property may be, or one character longer; of characters that Java counts double, at times. */
    private JsonNode longText() {
        int length = from(List.of(64, 128, 256, 300, 500)) + random.nextInt(2);
        String text = from(List.of("x", "ữ", "\ud83d\ude00")).repeat(length);
        return Samples.object("{'v':'" + text + "'}").get("v");
    }

    /** The value that another event has there. */
    private JsonNode elsewhere(String name, JsonNode otherwise) {
        JsonNode found = Samples.event(from(EventTypes.all())).findValue(name);
        return found == null ? otherwise : found;
    }

    private JsonNode odd() {
        String json = "[" + from(ODD).replace('\'', '"') + "]";
        return StrictJson.read(json.getBytes(StandardCharsets.UTF_8)).get(0);
    }

    private static List<ObjectNode> objects(JsonNode node) {
        List<ObjectNode> objects = new ArrayList<>();
        if (node instanceof ObjectNode object) objects.add(object);
        if (node instanceof ObjectNode || node instanceof ArrayNode)
            node.forEach(child -> objects.addAll(objects(child)));
        return objects;
    }

    private <T> T from(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
