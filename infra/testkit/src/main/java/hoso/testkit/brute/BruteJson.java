package hoso.testkit.brute;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the contract wants it: strict text in, exact instants and dates out, free text left out of comparisons. */
final class BruteJson {
    /** All local dates are those of Asia/Ho_Chi_Minh, which has had this one offset since 1975. */
    static final ZoneOffset LOCAL = ZoneOffset.ofHours(7);

    private static final Instant EARLIEST =
            LocalDate.of(1990, 1, 1).atStartOfDay().toInstant(LOCAL);
    private static final Instant LATEST =
            LocalDate.of(2100, 1, 1).atStartOfDay().toInstant(LOCAL);
    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Set<String> FREE_TEXT = Set.of("reason", "claim", "basis", "step");
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private BruteJson() {}

    static JsonNode parse(String text) {
        try {
            JsonNode node = STRICT.readTree(text);
            refuseUnclean(node);
            return node;
        } catch (JacksonException notJson) {
            throw BruteRefusal.malformed();
        }
    }

    static ObjectNode emptyObject() {
        return STRICT.createObjectNode();
    }

    private static void refuseUnclean(JsonNode node) {
        if (node.isString() && !clean(node.stringValue())) {
            throw BruteRefusal.malformed();
        }
        for (var member : node.properties()) {
            BruteRefusal.when(!clean(member.getKey()), "malformed");
            refuseUnclean(member.getValue());
        }
        if (node.isArray()) {
            node.forEach(BruteJson::refuseUnclean);
        }
    }

    /** No NUL, and no half of a surrogate pair alone. */
    private static boolean clean(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
    }

    static boolean isTime(JsonNode node) {
        return instantOrNull(node) != null;
    }

    static @Nullable Instant instantOrNull(JsonNode node) {
        if (!node.isString() || !RFC_3339.matcher(node.stringValue()).matches()) {
            return null;
        }
        try {
            Instant instant = OffsetDateTime.parse(node.stringValue()).toInstant();
            return instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? null : instant;
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    static Instant instant(JsonNode node) {
        Instant instant = instantOrNull(node);
        if (instant == null) {
            throw BruteRefusal.malformed();
        }
        return instant;
    }

    static boolean isDate(JsonNode node) {
        if (!node.isString() || !DATE.matcher(node.stringValue()).matches()) {
            return false;
        }
        try {
            LocalDate.parse(node.stringValue());
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    static LocalDate date(JsonNode node) {
        return LocalDate.parse(node.stringValue());
    }

    static LocalDate localDate(Instant instant) {
        return instant.atOffset(LOCAL).toLocalDate();
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay().toInstant(LOCAL);
    }

    /** The same JSON without the free text, at every depth: what a repeat is recognised by. */
    static JsonNode withoutFreeText(JsonNode node) {
        if (node.isObject()) {
            ObjectNode bare = STRICT.createObjectNode();
            for (var member : node.properties()) {
                if (!FREE_TEXT.contains(member.getKey())) {
                    bare.set(member.getKey(), withoutFreeText(member.getValue()));
                }
            }
            return bare;
        }
        if (node.isArray()) {
            ArrayNode bare = STRICT.createArrayNode();
            node.forEach(element -> bare.add(withoutFreeText(element)));
            return bare;
        }
        return node;
    }
}
