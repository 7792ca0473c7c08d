package hoso.query.canonical;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The canonical form of JSON (RFC 8785): equal data have equal bytes, whoever wrote them and in whatever order.
 *
 * <p>Its numbers are those of IEEE 754, so a whole number beyond ±(2⁵³ − 1), which sums of money may come to, stands as a
 * text (RFC 7493, 2.2).
 */
public final class Canonical {

    private static final long EXACT_MAX = (1L << 53) - 1;

    /** A whole number of as many digits as that, or of more. */
    private static final Pattern BEYOND_EXACT = Pattern.compile("-?[1-9]\\d{15,18}");

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(Long.class, new ExactNumber()))
            .build();

    private Canonical() {}

    /** Of records, maps, lists, texts, numbers, dates and instants. */
    public static byte[] bytes(Object data) {
        try {
            return new JsonCanonicalizer(JSON.writeValueAsBytes(data)).getEncodedUTF8();
        } catch (IOException impossible) {
            throw new UncheckedIOException("what we have written is no JSON", impossible);
        }
    }

    /** A record that was written so. */
    public static <T> T read(String text, Class<T> type) {
        return JSON.readValue(text, type);
    }

    /** Anything that was written so. */
    public static JsonNode tree(byte[] canonical) {
        return JSON.readTree(canonical);
    }

    /** Whether it is a number, or the text that stands for one. */
    public static boolean isNumber(JsonNode value) {
        return value.isNumber()
                || (value.isString()
                        && BEYOND_EXACT.matcher(value.stringValue()).matches());
    }

    private static final class ExactNumber extends StdSerializer<Long> {

        ExactNumber() {
            super(Long.class);
        }

        @Override
        public void serialize(Long value, JsonGenerator json, SerializationContext context) {
            if (value < -EXACT_MAX || value > EXACT_MAX) json.writeString(value.toString());
            else json.writeNumber(value);
        }
    }
}
