package hoso.event.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import tools.jackson.core.JacksonException;

/**
 * Reads JSON that this product has written, from front to back and without a tree: no white space, members in a known
 * order. Whatever is not so, an escape in most texts among it, throws {@link NotAsWritten}.
 */
final class OwnJson {

    private static final int HASH_FACTOR = 31;
    private static final byte[] TRUE = literal("true");
    private static final byte[] FALSE = literal("false");

    private final byte[] bytes;
    private final int end;
    private int at;

    OwnJson(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    /** What is written the same way each time, as it stands in the bytes. */
    static byte[] literal(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Where what comes next begins. */
    int at() {
        return at;
    }

    /** Goes over a literal where it comes next; answers whether it did. */
    boolean take(byte[] literal) {
        int next = at + literal.length;
        if (next > end || !Arrays.equals(bytes, at, next, literal, 0, literal.length)) return false;
        at = next;
        return true;
    }

    boolean take(char character) {
        if (at == end || bytes[at] != character) return false;
        at++;
        return true;
    }

    void expect(byte[] literal) {
        if (!take(literal)) throw new NotAsWritten();
    }

    void expect(char character) {
        if (!take(character)) throw new NotAsWritten();
    }

    /** The end of an object after members that were each taken with the comma behind them. */
    void expectClosing() {
        if (bytes[at - 1] == ',') throw new NotAsWritten();
        expect('}');
    }

    void expectEnd() {
        if (at != end) throw new NotAsWritten();
    }

    /** A string. */
    String text() {
        expect('"');
        int from = at;
        for (; byteAt(at) != '"'; at++) if (bytes[at] == '\\') throw new NotAsWritten();
        return new String(bytes, from, at++ - from, StandardCharsets.UTF_8);
    }

    /** A string that is likely to have been read before. */
    String knownText() {
        expect('"');
        int from = at;
        int hash = 0;
        for (; byteAt(at) != '"'; at++) {
            if (bytes[at] == '\\') throw new NotAsWritten();
            hash = HASH_FACTOR * hash + bytes[at];
        }
        return KnownTexts.of(bytes, from, at++, hash);
    }

    /** A string that is likely to have been read before, and may hold escapes: names that people gave. */
    String knownName() {
        int from = at;
        skipText();
        int to = at;
        boolean escaped = false;
        for (int index = from; index < to && !escaped; index++) escaped = bytes[index] == '\\';
        if (escaped) return unescaped(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        at = from;
        return knownText();
    }

    private static String unescaped(String quoted) {
        try {
            return StrictJson.readOwn(quoted).stringValue();
        } catch (JacksonException wrong) {
            throw new NotAsWritten();
        }
    }

    /** Goes over a string, whatever it holds. */
    void skipText() {
        expect('"');
        for (; byteAt(at) != '"'; at++) if (bytes[at] == '\\') at++;
        at++;
    }

    /** A number without sign, fraction and exponent, of at most 18 digits. */
    long whole() {
        int from = at;
        long value = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') value = value * 10 + bytes[at++] - '0';
        int digits = at - from;
        boolean plain = digits == 1 || (digits > 1 && digits <= 18 && bytes[from] != '0');
        if (!plain) throw new NotAsWritten();
        return value;
    }

    int number() {
        long whole = whole();
        if (whole > Integer.MAX_VALUE) throw new NotAsWritten();
        return (int) whole;
    }

    boolean flag() {
        if (take(TRUE)) return true;
        expect(FALSE);
        return false;
    }

    /** A time with an offset. */
    Instant instant() {
        int from = at + 1;
        skipText();
        return OwnTimes.instant(bytes, from, at - 1);
    }

    /** A date. */
    LocalDate date() {
        int from = at + 1;
        skipText();
        return OwnTimes.date(bytes, from, at - 1);
    }

    /** A UUID of version 4, as RFC 9562 writes it. */
    UUID randomUuid() {
        expect('"');
        long high = hex(8);
        high = high << 16 | dashed(4);
        high = high << 16 | dashed(4);
        long low = dashed(4);
        low = low << 48 | dashed(12);
        expect('"');
        boolean random = (high >>> 12 & 0xF) == 4 && low >>> 62 == 2;
        if (!random) throw new NotAsWritten();
        return new UUID(high, low);
    }

    private long dashed(int digits) {
        expect('-');
        return hex(digits);
    }

    private long hex(int digits) {
        long value = 0;
        for (int left = digits; left > 0; left--) {
            int digit = HexFormat.isHexDigit(byteAt(at)) ? HexFormat.fromHexDigit(bytes[at++]) : -1;
            if (digit < 0) throw new NotAsWritten();
            value = value << 4 | digit;
        }
        return value;
    }

    private byte byteAt(int index) {
        if (index >= end) throw new NotAsWritten();
        return bytes[index];
    }
}
