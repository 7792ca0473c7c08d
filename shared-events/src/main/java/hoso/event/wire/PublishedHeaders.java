package hoso.event.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a published event says beside its bytes: where it stands in which store, and the leaf over those bytes. A consumer
 * drops repeats by origin and position.
 *
 * @param origin the name of the store, {@code [A-Za-z0-9][A-Za-z0-9._-]{0,63}}
 * @param position in that store, from 1
 * @param leaf the leaf hash of RFC 6962, 32 bytes
 */
public record PublishedHeaders(String origin, long position, byte[] leaf) {

    private static final String ORIGIN = "origin";

    /** Decimal digits. */
    private static final String POSITION = "position";

    /** 64 lower-case hexadecimal digits. */
    private static final String LEAF = "leaf";

    private static final int LEAF_BYTES = 32;
    private static final int POSITION_DIGITS = 18;
    private static final byte[] NONE = {};

    /** What each holds, as a whole, in the order in which they are sent. */
    private static final Map<String, Pattern> FORMS = forms();

    /** What each header holds, as a whole, by its name. */
    public static Map<String, Pattern> asPatterns() {
        return FORMS;
    }

    private static Map<String, Pattern> forms() {
        Map<String, Pattern> forms = new LinkedHashMap<>();
        forms.put(POSITION, Pattern.compile("[1-9][0-9]{0," + (POSITION_DIGITS - 1) + "}"));
        forms.put(ORIGIN, ValueKind.CODE);
        forms.put(LEAF, Pattern.compile("[0-9a-f]{64}"));
        return Collections.unmodifiableMap(forms);
    }

    public static boolean isOrigin(String name) {
        return ValueKind.isCode(name);
    }

    /** By name, in the order in which they are sent. */
    public Map<String, byte[]> asBytes() {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        headers.put(POSITION, Long.toString(position).getBytes(US_ASCII));
        headers.put(ORIGIN, origin.getBytes(US_ASCII));
        headers.put(LEAF, HexFormat.of().formatHex(leaf).getBytes(US_ASCII));
        return headers;
    }

    /**
     * Reads them back; empty where one is missing or not as we write it. By hand: matching the patterns took a fifth of what
     * whoever lands an event does.
     *
     * @param header the last value of a header; null where there is none
     */
    public static Optional<PublishedHeaders> of(Function<String, byte @Nullable []> header) {
        String origin = text(header.apply(ORIGIN));
        long position = position(header.apply(POSITION));
        byte[] leaf = leaf(header.apply(LEAF));
        boolean wellFormed = isOrigin(origin) && position > 0 && leaf.length == LEAF_BYTES;
        return wellFormed ? Optional.of(new PublishedHeaders(origin, position, leaf)) : Optional.empty();
    }

    private static String text(byte @Nullable [] value) {
        return value == null || value.length > 2 * LEAF_BYTES ? "" : new String(value, US_ASCII);
    }

    /** 0 where it is none. */
    private static long position(byte @Nullable [] digits) {
        if (digits == null || digits.length == 0 || digits.length > POSITION_DIGITS || digits[0] == '0') return 0;
        long position = 0;
        for (byte digit : digits) {
            if (digit < '0' || digit > '9') return 0;
            position = 10 * position + digit - '0';
        }
        return position;
    }

    /** Empty where it is none. */
    private static byte[] leaf(byte @Nullable [] digits) {
        if (digits == null || digits.length != 2 * LEAF_BYTES) return NONE;
        byte[] leaf = new byte[LEAF_BYTES];
        for (int index = 0; index < LEAF_BYTES; index++) {
            int both = digit(digits[2 * index]) << 4 | digit(digits[2 * index + 1]);
            if (both < 0) return NONE;
            leaf[index] = (byte) both;
        }
        return leaf;
    }

    /** -1 where it is none of ours, which are lower-case. */
    private static int digit(byte hexadecimal) {
        if (hexadecimal >= '0' && hexadecimal <= '9') return hexadecimal - '0';
        return hexadecimal >= 'a' && hexadecimal <= 'f' ? hexadecimal - 'a' + 10 : -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublishedHeaders headers
                && position == headers.position
                && origin.equals(headers.origin)
                && Arrays.equals(leaf, headers.leaf);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(position);
    }

    @Override
    public String toString() {
        return "position " + position + " of " + origin + ", leaf "
                + HexFormat.of().formatHex(leaf);
    }
}
