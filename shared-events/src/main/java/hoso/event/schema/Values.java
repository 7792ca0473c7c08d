package hoso.event.schema;

import hoso.event.EventKey;
import hoso.event.wire.ValueKind;
import hoso.vocabulary.Processing;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a property may hold, as a schema; patterns are written for ECMA 262 and Java alike. */
final class Values {

    private static final String DATE = "-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
    private static final String CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]";

    /** Offsets reach to 18 hours, so the year before the first and the one after the last may stand there. */
    private static final String INSTANT = "^(1989|199[0-9]|20[0-9]{2}|210[01])" + DATE + "[Tt]" + CLOCK
            + "(\\.[0-9]{1,6}0{0,3})?([Zz]|[+-](0[0-9]|1[0-7]):[0-5][0-9]|[+-]18:00)$";

    private static final String UTC = "^[0-9]{4}" + DATE + "T" + CLOCK + "(\\.[0-9]{3}([0-9]{3})?)?Z$";
    private static final String DAY = "^(19[0-9]{2}|20[0-9]{2}|2100)" + DATE + "$";
    private static final String RANDOM_UUID =
            "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-4[0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$";

    private Values() {}

    /** As {@link ValueKind#read} takes it. */
    static Map<String, Object> of(ValueKind kind) {
        return switch (kind) {
            case ValueKind.Text text -> text(text.max());
            case ValueKind.FreeText text -> described(text(text.max()), "free text, never names of people");
            case ValueKind.Code code -> code();
            case ValueKind.Moment moment -> instant();
            case ValueKind.Day day -> day();
            case ValueKind.Days days -> array(day());
            case ValueKind.Whole whole -> whole(whole.min(), whole.max());
            case ValueKind.Flag flag -> type("boolean");
            case ValueKind.OneOf one -> oneOf(one.values());
            case ValueKind.RandomUuid random -> randomUuid();
            case ValueKind.Key key -> key();
            case ValueKind.ProcessingTime time -> processingTime();
            case ValueKind.Hours hours -> hours();
            case ValueKind.OtherData other -> described(type("object"), "the whole data of the corrected fact");
        };
    }

    static Map<String, Object> type(String type) {
        return put(new LinkedHashMap<>(), "type", type);
    }

    static Map<String, Object> described(Map<String, Object> schema, String description) {
        return put(schema, "description", description);
    }

    static Map<String, Object> constant(Object value) {
        return put(type(value instanceof String ? "string" : "boolean"), "const", value);
    }

    /** What nothing is. */
    static Map<String, Object> nothing() {
        return put(new LinkedHashMap<>(), "not", Map.of());
    }

    /** Characters are counted as people count them: one beyond the first plane of Unicode is one. */
    static Map<String, Object> text(int max) {
        return put(put(type("string"), "minLength", 1), "maxLength", max);
    }

    static Map<String, Object> matching(Pattern whole) {
        return matching("^(" + whole.pattern() + ")$");
    }

    static Map<String, Object> matching(String pattern) {
        return put(type("string"), "pattern", pattern);
    }

    static Map<String, Object> code() {
        return matching(ValueKind.CODE);
    }

    /** A time as publishers write it. */
    static Map<String, Object> instant() {
        return put(matching(INSTANT), "format", "date-time");
    }

    /** A time as this product writes it. */
    static Map<String, Object> utc() {
        return put(matching(UTC), "format", "date-time");
    }

    static Map<String, Object> day() {
        return put(matching(DAY), "format", "date");
    }

    static Map<String, Object> whole(long min, long max) {
        return put(put(type("integer"), "minimum", min), "maximum", max);
    }

    static Map<String, Object> atLeast(long min) {
        return put(type("integer"), "minimum", min);
    }

    static Map<String, Object> array(Map<String, Object> items) {
        return put(type("array"), "items", items);
    }

    static Map<String, Object> oneOf(List<? extends Enum<?>> values) {
        return put(type("string"), "enum", values.stream().map(Enum::name).toList());
    }

    static Map<String, Object> oneOf(Enum<?>... values) {
        return oneOf(Arrays.asList(values));
    }

    private static Map<String, Object> randomUuid() {
        return described(put(matching(RANDOM_UUID), "format", "uuid"), "random, version 4");
    }

    private static Map<String, Object> key() {
        return new ObjectSchema()
                .required("source", text(EventKey.SOURCE_MAX))
                .required("id", text(EventKey.ID_MAX))
                .closed();
    }

    private static Map<String, Object> processingTime() {
        Map<String, Object> time = new ObjectSchema()
                .required("kind", oneOf(Processing.Kind.values()))
                .optional("amount", whole(1, Processing.AMOUNT_MAX))
                .closed();
        put(time, "if", Map.of("properties", Map.of("kind", constant(Processing.Kind.SAME_DAY.name()))));
        put(time, "then", Map.of("properties", Map.of("amount", nothing())));
        return put(time, "else", Map.of("required", List.of("amount")));
    }

    private static Map<String, Object> hours() {
        Map<String, Object> span = put(array(matching(ValueKind.Hours.TIME)), "minItems", 2);
        Map<String, Object> spans = put(array(put(span, "maxItems", 2)), "minItems", 1);
        return described(put(spans, "maxItems", ValueKind.Hours.SPANS_MAX), "ordered disjoint spans, [from, to)");
    }

    static Map<String, Object> put(Map<String, Object> schema, String keyword, Object value) {
        schema.put(keyword, value);
        return schema;
    }
}
