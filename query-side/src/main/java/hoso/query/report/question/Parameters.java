package hoso.query.report.question;

import hoso.event.UnfitData;
import hoso.event.wire.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parameters of a query: each known, given once, and not empty; anything else is {@code malformed}. */
public final class Parameters {

    /** The longest parameter of the contract is the opaque place to go on from. */
    private static final int LENGTH_MAX = 1_024;

    /** 2^63 − 1 has 19 digits. */
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

    public Optional<LocalDate> date(String name) {
        return text(name).map(text -> Times.date(name, text));
    }

    public LocalDate requiredDate(String name) {
        return Times.date(name, required(name));
    }

    /** An instant; the {@code +} of its offset may have arrived as a space. */
    public Optional<Instant> instant(String name) {
        return text(name).map(text -> Times.instant(name, text.replace(' ', '+')));
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
        return text(name).map(text -> {
            for (E constant : type.getEnumConstants())
                if (constant.name().toLowerCase(Locale.ROOT).equals(text)) return constant;
            throw malformed(name + " is none of those known: " + shortened(text));
        });
    }

    public static UnfitData malformed(String detail) {
        return new UnfitData("malformed", detail);
    }

    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
