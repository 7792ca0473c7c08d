package hoso.query.desk.ask;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer of the API, or a part of one. A member is named by its path, as {@code resolved.late}; one that is asked for and
 * not there is a fault of the page: {@link #has} tells.
 */
public final class Answer {

    private final JsonNode json;

    private Answer(JsonNode json) {
        this.json = json;
    }

    public static Answer of(JsonNode json) {
        return new Answer(json);
    }

    /** Of what a controller returned, written as it would be sent. */
    static Answer of(Object answered, JsonMapper writer) {
        return new Answer(writer.valueToTree(answered));
    }

    /** Whether it is there, and not null. */
    public boolean has(String path) {
        JsonNode found = find(path);
        return !found.isMissingNode() && !found.isNull();
    }

    public Answer get(String path) {
        return new Answer(need(path));
    }

    public String text(String path) {
        JsonNode found = need(path);
        return found.isValueNode() ? found.asString() : found.toString();
    }

    /** Empty where it is not there. */
    public String textOr(String path, String otherwise) {
        return has(path) ? text(path) : otherwise;
    }

    public long number(String path) {
        return need(path).longValue();
    }

    public BigDecimal decimal(String path) {
        return need(path).decimalValue();
    }

    public boolean flag(String path) {
        return need(path).booleanValue();
    }

    /** Whether it is there and true. */
    public boolean is(String path) {
        return has(path) && flag(path);
    }

    public Instant instant(String path) {
        return Instant.parse(text(path));
    }

    public LocalDate day(String path) {
        return LocalDate.parse(text(path));
    }

    public Duration span(String path) {
        return Duration.parse(text(path));
    }

    /** Those of a list; none where it is not there. */
    public List<Answer> list(String path) {
        List<Answer> items = new ArrayList<>();
        if (has(path)) need(path).forEach(item -> items.add(new Answer(item)));
        return items;
    }

    /** The texts of a list; none where it is not there. */
    public List<String> texts(String path) {
        return list(path).stream().map(Answer::toString).toList();
    }

    /** The members of an object, in their order; none where it is not there. */
    public Map<String, Answer> members(String path) {
        Map<String, Answer> members = new LinkedHashMap<>();
        if (has(path))
            need(path).properties().forEach(member -> members.put(member.getKey(), new Answer(member.getValue())));
        return members;
    }

    public JsonNode json() {
        return json;
    }

    /** A value as a text, anything else as JSON. */
    @Override
    public String toString() {
        return json.isValueNode() ? json.asString() : json.toString();
    }

    private JsonNode need(String path) {
        JsonNode found = find(path);
        if (found.isMissingNode()) throw new IllegalArgumentException("the answer has no " + path);
        return found;
    }

    private JsonNode find(String path) {
        JsonNode found = json;
        if (path.isEmpty()) return found;
        for (String name : path.split("\\.", -1)) found = found.path(name);
        return found;
    }
}
