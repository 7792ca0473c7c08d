package hoso.edge;

import hoso.event.UnfitData;
import hoso.event.wire.Times;
import hoso.event.wire.ValueKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The parameters of a query: each known, given once, and not empty; anything else is {@code malformed}. */
public final class Parameters {

    /** The longest parameter of the contract is the opaque place to go on from. */
    private static final int LENGTH_MAX = 1_024;

    /** Of an offset that arrived undecoded: the space that its sign became. */
    private static final Pattern LOST_PLUS = Pattern.compile("(?<=T[0-9:.]{5,18}) (?=\\d\\d:\\d\\d$)");

    /** More would not fit a position. */
    private static final int DIGITS_MAX = 18;

    private final Map<String, String> values;

    private Parameters(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * @param given as they arrived, decoded
     * @param known what the question takes
     */
    public static Parameters of(Map<String, List<String>> given, Set<String> known) {
        Map<String, String> values = new HashMap<>();
        given.forEach((name, texts) -> {
            if (!known.contains(name)) throw malformed("there is no parameter " + shortened(name));
            if (texts.size() != 1) throw malformed(name + " is given " + texts.size() + " times");
            String text = texts.getFirst();
            if (text.isBlank()) throw malformed(name + " is empty");
            if (text.chars().anyMatch(Character::isISOControl)) throw malformed(name + " has control characters");
            if (text.length() > LENGTH_MAX) throw malformed(name + " is longer than " + LENGTH_MAX + " characters");
            values.put(name, text);
        });
        return new Parameters(values);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public String required(String name) {
        return text(name).orElseThrow(() -> malformed(name + " is missing"));
    }

    /** A code that must be there. */
    public String code(String name) {
        return code(name, required(name));
    }

    /** A text that must be a code. */
    public static String code(String name, String text) {
        if (!isCode(text)) throw malformed(name + " is no code: " + shortened(text));
        return text;
    }

    /** Whether a text has the form that every code and id has. */
    public static boolean isCode(String text) {
        return ValueKind.isCode(text);
    }

    public Optional<LocalDate> date(String name) {
        return text(name).map(text -> fit(Times::date, name, text));
    }

    /** An instant; the {@code +} of its offset may have arrived as a space. */
    public Optional<Instant> instant(String name) {
        return text(name)
                .map(text -> fit(Times::instant, name, LOST_PLUS.matcher(text).replaceFirst("+")));
    }

    public Optional<Long> number(String name, long min, long max) {
        return text(name).map(text -> {
            boolean digits =
                    text.length() <= DIGITS_MAX && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
            if (!digits) throw malformed(name + " is no whole number: " + shortened(text));
            long value = Long.parseLong(text);
            if (value < min || value > max) throw malformed(name + " is not within " + min + "…" + max);
            return value;
        });
    }

    /** One of the constants of an enumeration, written in lower case. */
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        return choice(name, type, constant -> constant.name().toLowerCase(Locale.ROOT));
    }

    /** One of the constants of an enumeration, written as it is answered. */
    public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return choice(name, type, Enum::name);
    }

    private <E extends Enum<E>> Optional<E> choice(String name, Class<E> type, Function<E, String> spelling) {
        return text(name).map(text -> {
            List<String> known = new ArrayList<>();
            for (E constant : type.getEnumConstants()) {
                String code = spelling.apply(constant);
                if (code.equals(text)) return constant;
                known.add(code);
            }
            throw malformed(name + " is none of " + String.join(", ", known) + ": " + shortened(text));
        });
    }

    public static Problem malformed(String detail) {
        return Problem.of(ProblemCode.MALFORMED, detail);
    }

    /** A text from outside, cut to what a message can bear. */
    public static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static <T> T fit(BiFunction<String, String, T> reader, String name, String text) {
        try {
            return reader.apply(name, text);
        } catch (UnfitData unfit) {
            throw malformed(unfit.detail());
        }
    }
}
