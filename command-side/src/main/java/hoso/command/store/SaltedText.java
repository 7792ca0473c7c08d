package hoso.command.store;

import hoso.event.wire.Digests;
import java.util.random.RandomGenerator;

/**
 * A free text and the salt without which its hash cannot be guessed.
 *
 * @param salt drawn anew for each text
 */
public record SaltedText(byte[] salt, String text) {

    /** 128 bits: nobody tries them all to find a name behind a hash. */
    private static final int SALT_BYTES = 16;

    /**
     * @param random a secure one
     */
    public static SaltedText of(String text, RandomGenerator random) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new SaltedText(salt, text);
    }

    /** What the event holds in place of the text. */
    public String hash() {
        return Digests.text(salt, text);
    }
}
