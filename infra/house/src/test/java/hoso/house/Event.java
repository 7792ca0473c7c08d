package hoso.house;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/** A CloudEvent to be sent, changed piece by piece. */
record Event(Map<String, Object> attributes) {

    static final String SOURCE = "urn:test";

    /** A working Monday, long before any test runs. */
    static final String MONDAY = "2026-03-02T09:00:00+07:00";

    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * A new one, which happened on Monday.
     *
     * @param type without {@code hoso.} and {@code .v1}
     * @param data names and values in turn
     */
    static Event of(String type, String subject, Object... data) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", "e" + NUMBERS.incrementAndGet());
        attributes.put("source", SOURCE);
        attributes.put("type", "hoso." + type + ".v1");
        attributes.put("subject", subject);
        attributes.put("time", MONDAY);
        attributes.put("data", map(data));
        return new Event(attributes);
    }

    static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int index = 0; index < namesAndValues.length; index += 2)
            map.put((String) namesAndValues[index], namesAndValues[index + 1]);
        return map;
    }

    Event with(String attribute, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(attributes);
        changed.put(attribute, value);
        return new Event(changed);
    }

    Event withData(String property, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(data());
        changed.put(property, value);
        return with("data", changed);
    }

    Event at(String time) {
        return with("time", time);
    }

    String id() {
        return attributes.get("id").toString();
    }

    String subject() {
        return attributes.get("subject").toString();
    }

    /** How others name it. */
    Map<String, Object> key() {
        return map("source", attributes.get("source"), "id", id());
    }

    String json() {
        return JSON.writeValueAsString(attributes);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> data() {
        return (Map<String, Object>) attributes.get("data");
    }
}
