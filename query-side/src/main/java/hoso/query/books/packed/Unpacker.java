package hoso.query.books.packed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link Packer} wrote. */
public final class Unpacker {

    private static final int MICROS_OF_SECOND = 1_000_000;

    private final byte[] bytes;
    private final int end;
    private int at;

    public Unpacker(byte[] bytes) {
        this(bytes, bytes.length);
    }

    Unpacker(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /** How many bytes have been read. */
    public int at() {
        return at;
    }

    public boolean hasMore() {
        return at < end;
    }

    public int octet() {
        return bytes[at++];
    }

    public long whole() {
        long value = bytes[at++];
        if (value >= 0) return value;
        value &= 0x7F;
        for (int shift = 7; ; shift += 7) {
            byte next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) return value;
        }
    }

    public int number() {
        return (int) whole();
    }

    public long signed() {
        long value = whole();
        return (value >>> 1) ^ -(value & 1);
    }

    public String text() {
        int length = number();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    public @Nullable String optionalText() {
        return octet() == 0 ? null : text();
    }

    public Instant instant() {
        return instant(signed());
    }

    public @Nullable Instant optionalInstant() {
        return octet() == 0 ? null : instant();
    }

    public byte[] raw() {
        int length = number();
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    public void skip(int length) {
        at += length;
    }

    /** The instant so many microseconds after 1970. */
    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_OF_SECOND), Math.floorMod(micros, MICROS_OF_SECOND) * 1_000L);
    }
}
