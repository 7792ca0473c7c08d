package hoso.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import hoso.event.wire.CanonicalJson;
import java.time.DateTimeException;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A head with its signature, as one line of canonical JSON: {@code {"head":{…},"key":"…","signature":"…"}}.
 *
 * <p>The signature is that of Ed25519 (RFC 8032) over the text {@code hoso signed head v1}, a line feed, and the canonical JSON
 * of {@code head}, in UTF-8: nothing else that the key may ever sign begins so.
 *
 * @param key fingerprint of the key that signed, see {@link VerifyingKey#fingerprint}
 * @param signature in base64url without padding
 */
public record SignedHead(TreeHead head, String key, String signature) {

    private static final String DOMAIN = "hoso signed head v1\n";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The bytes that are signed. */
    public static byte[] message(TreeHead head) {
        return (DOMAIN + head.canonical()).getBytes(UTF_8);
    }

    public static SignedHead of(TreeHead head, VerifyingKey key, byte[] signature) {
        return new SignedHead(
                head, key.fingerprint(), Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
    }

    /**
     * Reads what {@link #line} wrote, and nothing else: a line that says the same in other words is none of ours.
     *
     * @throws IllegalArgumentException where it is no such line
     */
    public static SignedHead read(String line) {
        SignedHead read;
        try {
            JsonNode json = JSON.readTree(line);
            read = new SignedHead(
                    TreeHead.read(json.required("head")),
                    json.required("key").stringValue(),
                    json.required("signature").stringValue());
        } catch (JacksonException | DateTimeException wrong) {
            throw new IllegalArgumentException("no signed head: " + wrong.getMessage(), wrong);
        }
        if (!read.line().equals(line)) throw new IllegalArgumentException("a signed head in other words than ours");
        return read;
    }

    /** Without a line feed. */
    public String line() {
        var json = JsonNodeFactory.instance.objectNode();
        json.set("head", head.json());
        json.put("key", key);
        json.put("signature", signature);
        return CanonicalJson.of(json);
    }

    /** Whether this key has signed it. */
    public boolean isSignedBy(VerifyingKey other) {
        if (!key.equals(other.fingerprint())) return false;
        try {
            return other.verifies(message(head), Base64.getUrlDecoder().decode(signature));
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }
}
