package hoso.proof;

import hoso.event.wire.Digests;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/** The public half of a key that heads are signed with (Ed25519): whoever has it can check them, and sign none. */
public final class VerifyingKey {

    /** As the JDK calls it, and its name in RFC 8032. */
    public static final String ALGORITHM = "Ed25519";

    private final PublicKey key;
    private final String fingerprint;

    private VerifyingKey(PublicKey key) {
        this.key = key;
        this.fingerprint = MerkleTree.hex(Digests.of(key.getEncoded()));
    }

    /**
     * Reads a key.
     *
     * @param encoded the SubjectPublicKeyInfo of X.509 (RFC 8410), in DER
     * @throws IllegalArgumentException where it is none of Ed25519
     */
    public static VerifyingKey of(byte[] encoded) {
        try {
            return new VerifyingKey(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException unfit) {
            throw new IllegalArgumentException("no public key of " + ALGORITHM, unfit);
        }
    }

    /** What {@link #of} reads. */
    public byte[] encoded() {
        return key.getEncoded();
    }

    /** SHA-256 of what {@link #encoded} gives, in hexadecimal. */
    public String fingerprint() {
        return fingerprint;
    }

    public boolean verifies(byte[] message, byte[] signature) {
        try {
            var verification = Signature.getInstance(ALGORITHM);
            verification.initVerify(key);
            verification.update(message);
            return verification.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey verifying && Arrays.equals(encoded(), verifying.encoded());
    }

    @Override
    public int hashCode() {
        return fingerprint.hashCode();
    }

    @Override
    public String toString() {
        return fingerprint;
    }
}
