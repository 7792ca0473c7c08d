package hoso.event.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts that stand in event after event (types, units, procedures, fields), each made once. A later text takes the place
 * of an earlier one, so the memory is bounded; threads may race, and then make a text twice.
 */
final class KnownTexts {

    /** Some times the units and procedures of a province, so that hardly two share a place. */
    private static final int PLACES = 1 << 13;

    private static final @Nullable Known[] KNOWN = new Known[PLACES];

    private record Known(byte[] utf8, String text) {}

    private KnownTexts() {}

    /**
     * @param hash of the bytes, by which they are found again
     */
    static String of(byte[] bytes, int from, int to, int hash) {
        int place = (hash ^ hash >>> 13) & PLACES - 1;
        Known known = KNOWN[place];
        if (known != null && Arrays.equals(known.utf8(), 0, known.utf8().length, bytes, from, to)) return known.text();
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        KNOWN[place] = new Known(Arrays.copyOfRange(bytes, from, to), text);
        return text;
    }
}
