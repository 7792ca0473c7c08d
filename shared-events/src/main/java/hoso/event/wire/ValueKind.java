package hoso.event.wire;

import static hoso.event.wire.StrictJson.malformed;

import hoso.event.EventKey;
import hoso.event.UnfitData;
import hoso.vocabulary.Processing;
import hoso.vocabulary.WorkingSpan;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a property may hold: how it is checked and read, from one definition. */
public sealed interface ValueKind {

    /** Codes of units, procedures and agencies, and the ids of dossiers and petitions. */
    Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** Whether a text is what {@link #CODE} describes; a pattern takes ten times as long. */
    static boolean isCode(String text) {
        if (text.isEmpty() || text.length() > 64 || !isAlphanumeric(text.charAt(0))) return false;
        for (int index = 1; index < text.length(); index++) {
            char character = text.charAt(index);
            boolean mark = character == '.' || character == '-' || character == '_';
            if (!mark && !isAlphanumeric(character)) return false;
        }
        return true;
    }

    private static boolean isAlphanumeric(char character) {
        return (character >= '0' && character <= '9')
                || (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z');
    }

    /**
     * The value a JSON node stands for.
     *
     * @param name the property, for the message
     * @throws UnfitData {@code malformed}, where the node is not of this kind
     */
    Object read(String name, JsonNode node);

    /**
     * As {@link #read}, from the bytes of what this product wrote.
     *
     * @throws NotAsWritten where that needs a closer look
     */
    default Object own(OwnJson in) {
        throw new NotAsWritten();
    }

    /** The properties an object of this kind may have; null where it is no object, or may have any. */
    default @Nullable Set<String> members() {
        return null;
    }

    /** A string of 1 to {@code max} characters. */
    record Text(int max) implements ValueKind {
        @Override
        public String read(String name, JsonNode node) {
            String text = string(name, node);
            int length = text.codePointCount(0, text.length());
            if (length < 1 || length > max) throw malformed(name + " has " + length + " characters, not 1 to " + max);
            return text;
        }

        @Override
        public String own(OwnJson in) {
            String text = in.text();
            // not more chars than max are not more code points
            return fit(text, !text.isEmpty() && text.length() <= max);
        }
    }

    /** Free text, which lies apart from the event and may be erased. */
    record FreeText(int max) implements ValueKind {
        @Override
        public String read(String name, JsonNode node) {
            return new Text(max).read(name, node);
        }
    }

    /** The code of a unit, a procedure or an agency. */
    record Code() implements ValueKind {
        @Override
        public String read(String name, JsonNode node) {
            String code = string(name, node);
            if (!isCode(code)) throw malformed(name + " is no code: " + Times.shortened(code));
            return code;
        }

        @Override
        public String own(OwnJson in) {
            String code = in.knownText();
            return fit(code, isCode(code));
        }
    }

    /** An instant. */
    record Moment() implements ValueKind {
        @Override
        public Object read(String name, JsonNode node) {
            return Times.instant(name, string(name, node));
        }

        @Override
        public Object own(OwnJson in) {
            Instant instant = in.instant();
            return fit(instant, Times.isInRange(instant));
        }
    }

    /** A date. */
    record Day() implements ValueKind {
        @Override
        public LocalDate read(String name, JsonNode node) {
            return Times.date(name, string(name, node));
        }
    }

    /** A list of dates. */
    record Days() implements ValueKind {
        @Override
        public List<LocalDate> read(String name, JsonNode node) {
            var days = new ArrayList<LocalDate>();
            for (JsonNode day : array(name, node)) days.add(Times.date(name, string(name, day)));
            return List.copyOf(days);
        }
    }

    /** A whole number between two bounds. */
    record Whole(long min, long max, boolean wide) implements ValueKind {
        @Override
        public Object read(String name, JsonNode node) {
            long value = whole(name, node);
            if (value < min || value > max)
                throw malformed(name + " is " + value + ", not between " + min + " and " + max);
            return wide ? (Object) value : (Object) (int) value;
        }

        @Override
        public Object own(OwnJson in) {
            long value = in.whole();
            return fit(wide ? (Object) value : (Object) (int) value, value >= min && value <= max);
        }
    }

    /** True or false. */
    record Flag() implements ValueKind {
        @Override
        public Boolean read(String name, JsonNode node) {
            if (!node.isBoolean()) throw malformed(name + " is neither true nor false");
            return node.booleanValue();
        }

        @Override
        public Boolean own(OwnJson in) {
            return in.flag();
        }
    }

    /** One of a few names. */
    record OneOf(List<? extends Enum<?>> values) implements ValueKind {
        @Override
        public Object read(String name, JsonNode node) {
            String text = string(name, node);
            for (Enum<?> value : values) if (value.name().equals(text)) return value;
            throw malformed(name + " is " + Times.shortened(text) + ", not one of " + values);
        }

        @Override
        public Object own(OwnJson in) {
            String text = in.knownText();
            for (Enum<?> value : values) if (value.name().equals(text)) return value;
            throw new NotAsWritten();
        }
    }

    /** A random UUID (RFC 9562, version 4), which only its publisher can resolve to a person. */
    record RandomUuid() implements ValueKind {
        @Override
        public UUID read(String name, JsonNode node) {
            String text = string(name, node);
            if (!isRandom(text)) throw malformed(name + " is no random UUID");
            return UUID.fromString(text);
        }

        /** As {@code xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx}, y being 8, 9, a or b; letters small or large. */
        private static boolean isRandom(String text) {
            if (text.length() != 36 || text.charAt(14) != '4' || "89abAB".indexOf(text.charAt(19)) < 0) return false;
            for (int index = 0; index < 36; index++) {
                char character = text.charAt(index);
                boolean dash = index == 8 || index == 13 || index == 18 || index == 23;
                if (dash ? character != '-' : !HexFormat.isHexDigit(character)) return false;
            }
            return true;
        }

        @Override
        public UUID own(OwnJson in) {
            return in.randomUuid();
        }
    }

    /** The key of another event of the same subject. */
    record Key() implements ValueKind {
        @Override
        public Set<String> members() {
            return Set.of("source", "id");
        }

        @Override
        public EventKey read(String name, JsonNode node) {
            object(name, node);
            return new EventKey(
                    new Text(EventKey.SOURCE_MAX).read(name + ".source", required(name, node, "source")),
                    new Text(EventKey.ID_MAX).read(name + ".id", required(name, node, "id")));
        }
    }

    /** A processing time. */
    record ProcessingTime() implements ValueKind {
        @Override
        public Set<String> members() {
            return Set.of("kind", "amount");
        }

        @Override
        public Processing read(String name, JsonNode node) {
            object(name, node);
            var kind =
                    (Processing.Kind) oneOf(Processing.Kind.class).read(name + ".kind", required(name, node, "kind"));
            JsonNode amount = node.get("amount");
            if (kind == Processing.Kind.SAME_DAY) {
                if (amount != null) throw malformed(name + ".amount does not go with SAME_DAY");
                return new Processing(kind, 0);
            }
            var bounds = new Whole(1, Processing.AMOUNT_MAX, false);
            return new Processing(kind, (int) bounds.read(name + ".amount", required(name, node, "amount")));
        }
    }

    /** The working spans of a day: 1–4, ordered and disjoint. */
    record Hours() implements ValueKind {
        /** As {@code 07:30}. */
        public static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

        /** More spans than the halves of a day and of its shifts are a mistake of the publisher. */
        public static final int SPANS_MAX = 4;

        @Override
        public List<WorkingSpan> read(String name, JsonNode node) {
            var spans = new ArrayList<WorkingSpan>();
            for (JsonNode span : array(name, node)) spans.add(span(name, span));
            if (spans.isEmpty() || spans.size() > SPANS_MAX)
                throw malformed(name + " has " + spans.size() + " spans, not 1 to " + SPANS_MAX);
            for (int index = 1; index < spans.size(); index++)
                if (spans.get(index).from().isBefore(spans.get(index - 1).to()))
                    throw malformed(name + " are not ordered and disjoint");
            return List.copyOf(spans);
        }

        private static WorkingSpan span(String name, JsonNode node) {
            if (!node.isArray() || node.size() != 2) throw malformed(name + " must be pairs of times");
            try {
                return new WorkingSpan(time(name, node.get(0)), time(name, node.get(1)));
            } catch (IllegalArgumentException | DateTimeException wrong) {
                throw malformed(name + ": " + wrong.getMessage());
            }
        }

        private static LocalTime time(String name, JsonNode node) {
            String text = string(name, node);
            if (!TIME.matcher(text).matches()) throw malformed(name + " has no time HH:MM: " + Times.shortened(text));
            return LocalTime.parse(text);
        }
    }

    /** The data of another event, read once it is known which. */
    record OtherData() implements ValueKind {
        @Override
        public JsonNode read(String name, JsonNode node) {
            return object(name, node);
        }
    }

    static <E extends Enum<E>> OneOf oneOf(Class<E> family) {
        return new OneOf(Arrays.asList(family.getEnumConstants()));
    }

    private static <T> T fit(T value, boolean fits) {
        if (!fits) throw new NotAsWritten();
        return value;
    }

    private static String string(String name, JsonNode node) {
        if (!node.isString()) throw malformed(name + " is no string");
        return node.stringValue();
    }

    private static JsonNode object(String name, JsonNode node) {
        if (!node.isObject()) throw malformed(name + " is no object");
        return node;
    }

    private static JsonNode array(String name, JsonNode node) {
        if (!node.isArray()) throw malformed(name + " is no list");
        return node;
    }

    private static JsonNode required(String name, JsonNode node, String member) {
        JsonNode value = node.get(member);
        if (value == null) throw malformed(name + "." + member + " is missing");
        return value;
    }

    /** A number without a fraction, however it is written: 3, 3.0 and 30e-1 are one JSON value. */
    private static long whole(String name, JsonNode node) {
        if (!node.isNumber()) throw malformed(name + " is no number");
        if (node.canConvertToLong() && node.isIntegralNumber()) return node.longValue();
        BigDecimal value = node.decimalValue().stripTrailingZeros();
        if (value.scale() > 0 || value.precision() - value.scale() > 18)
            throw malformed(name + " is no whole number, or out of bounds");
        return value.longValueExact();
    }
}
