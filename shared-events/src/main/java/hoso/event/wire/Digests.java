package hoso.event.wire;

import hoso.event.ContentHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;

/** The SHA-256 digests that events are known by. */
public final class Digests {

    /** RFC 6962, section 2.1: what a leaf of the log is hashed after, so that no node can pass for one. */
    private static final byte LEAF_PREFIX = 0x00;

    private static final MessageDigest SHA_256 = found();

    private Digests() {}

    /** SHA-256 over bytes. */
    public static byte[] of(byte[] bytes) {
        return sha256().digest(bytes);
    }

    /** The leaf hash of RFC 6962 over the bytes stored. */
    public static byte[] leaf(byte[] stored) {
        MessageDigest digest = sha256();
        digest.update(LEAF_PREFIX);
        return digest.digest(stored);
    }

    /** The same over bytes in two parts. */
    public static byte[] leaf(byte[] head, byte[] rest) {
        MessageDigest digest = sha256();
        digest.update(LEAF_PREFIX);
        digest.update(head);
        return digest.digest(rest);
    }

    /** What tells a repeat from another event: type, instant, and data as canonical JSON without free text. */
    static ContentHash content(String type, Instant time, String data) {
        MessageDigest digest = sha256();
        digest.update((type + '\n' + Times.utc(time) + '\n').getBytes(StandardCharsets.UTF_8));
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(data.getBytes(StandardCharsets.UTF_8)));
        return new ContentHash(hash.getLong(), hash.getLong());
    }

    /** The hash that an event holds in place of a free text: of the salt, then the text, in base64url. */
    public static String text(byte[] salt, String text) {
        MessageDigest digest = sha256();
        digest.update(salt);
        byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    /** A copy of one that has seen nothing yet: to look for the algorithm each time takes longer than hashing 100 bytes. */
    private static MessageDigest sha256() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the SHA-256 of every Java can be copied", impossible);
        }
    }

    private static MessageDigest found() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
