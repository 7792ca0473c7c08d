package hoso.query.snapshot.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import hoso.event.wire.Digests;
import java.util.HexFormat;

/** How hashes are written in the chain. */
public final class Hashes {

    /** What the first row names as the one before it. */
    static final String NONE = "0".repeat(64);

    private Hashes() {}

    /** The SHA-256 of bytes, in hexadecimal. */
    public static String of(byte[] bytes) {
        return hex(Digests.of(bytes));
    }

    static String ofText(String text) {
        return of(text.getBytes(UTF_8));
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
