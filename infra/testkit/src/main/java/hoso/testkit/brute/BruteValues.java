package hoso.testkit.brute;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a value of an event may be. */
final class BruteValues {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern RANDOM_UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}");
    private static final Pattern HOUR = Pattern.compile("\\d\\d:\\d\\d");

    private BruteValues() {}

    static boolean isCode(JsonNode node) {
        return node.isString() && CODE.matcher(node.stringValue()).matches();
    }

    static Predicate<JsonNode> code() {
        return BruteValues::isCode;
    }

    static Predicate<JsonNode> text(int longest) {
        return node -> node.isString()
                && node.stringValue().codePointCount(0, node.stringValue().length()) <= longest
                && !node.stringValue().isEmpty();
    }

    static Predicate<JsonNode> oneOf(String... values) {
        return node -> node.isString() && List.of(values).contains(node.stringValue());
    }

    static Predicate<JsonNode> integer(long least, long most) {
        return node -> node.isIntegralNumber()
                && node.canConvertToLong()
                && node.longValue() >= least
                && node.longValue() <= most;
    }

    static boolean randomUuid(JsonNode node) {
        return node.isString() && RANDOM_UUID.matcher(node.stringValue()).matches();
    }

    static boolean dates(JsonNode node) {
        return node.isArray() && node.valueStream().allMatch(BruteJson::isDate);
    }

    /** One to four spans of a day, in order and apart. */
    static Predicate<JsonNode> hours() {
        return node -> {
            if (!node.isArray() || node.isEmpty() || node.size() > 4) {
                return false;
            }
            LocalTime earliest = LocalTime.MIN;
            for (JsonNode pair : node) {
                if (!pair.isArray() || pair.size() != 2 || !isHour(pair.get(0)) || !isHour(pair.get(1))) {
                    return false;
                }
                LocalTime from = LocalTime.parse(pair.get(0).stringValue());
                LocalTime to = LocalTime.parse(pair.get(1).stringValue());
                if (from.isBefore(earliest) || !from.isBefore(to)) {
                    return false;
                }
                earliest = to;
            }
            return true;
        };
    }

    private static boolean isHour(JsonNode node) {
        if (!node.isString() || !HOUR.matcher(node.stringValue()).matches()) {
            return false;
        }
        try {
            LocalTime.parse(node.stringValue());
            return true;
        } catch (DateTimeException noSuchHour) {
            return false;
        }
    }
}
