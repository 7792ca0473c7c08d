package hoso.query.books.packed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Writes numbers into as few bytes as they need: seven bits a byte, the lowest first (LEB128). */
public final class Packer {

    private static final int MORE = 0x80;

    private byte[] bytes = new byte[256];
    private int size;

    public int size() {
        return size;
    }

    public byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** The array whose first bytes are those written; it changes with what is written next. */
    public byte[] array() {
        return bytes;
    }

    /** Reads what has been written so far. */
    public Unpacker unpacker() {
        return new Unpacker(bytes, size);
    }

    public Packer clear() {
        size = 0;
        return this;
    }

    public Packer octet(int value) {
        if (size == bytes.length) bytes = Arrays.copyOf(bytes, size * 2);
        bytes[size++] = (byte) value;
        return this;
    }

    /** Small where the value is small and not below 0. */
    public Packer whole(long value) {
        long rest = value;
        while ((rest & -MORE) != 0) {
            octet((int) rest | MORE);
            rest >>>= 7;
        }
        return octet((int) rest);
    }

    /** Small where the value is near 0 on either side (zigzag). */
    public Packer signed(long value) {
        return whole((value << 1) ^ (value >> 63));
    }

    public Packer text(String text) {
        return raw(text.getBytes(StandardCharsets.UTF_8));
    }

    public Packer optionalText(@Nullable String text) {
        return text == null ? octet(0) : octet(1).text(text);
    }

    /** To the microsecond, as every instant of the product. */
    public Packer instant(Instant instant) {
        return signed(micros(instant));
    }

    public Packer optionalInstant(@Nullable Instant instant) {
        return instant == null ? octet(0) : octet(1).instant(instant);
    }

    /** Bytes with their number before them. */
    public Packer raw(byte[] raw) {
        return whole(raw.length).plain(raw, raw.length);
    }

    /** Bytes as they are. */
    public Packer plain(byte[] raw, int length) {
        if (size + length > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + length));
        System.arraycopy(raw, 0, bytes, size, length);
        size += length;
        return this;
    }

    /** What another has written. */
    public Packer plain(Packer other) {
        return plain(other.bytes, other.size);
    }

    /** Microseconds since 1970. */
    public static long micros(Instant instant) {
        return TimeUnit.SECONDS.toMicros(instant.getEpochSecond()) + instant.getNano() / 1_000;
    }
}
