package hoso.edge.heads;

import static java.nio.charset.StandardCharsets.US_ASCII;

import hoso.edge.secret.Pem;
import hoso.edge.secret.PrivateFile;
import hoso.proof.SignedHead;
import hoso.proof.TreeHead;
import hoso.proof.VerifyingKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/**
 * A key that heads are signed with (Ed25519), the office's own: made at the first start, as PKCS#8 in a file for its owner
 * alone, with its public half behind it, which lies in a file for everybody besides.
 */
public final class HeadKey {

    private final PrivateKey secret;
    private final VerifyingKey open;

    private HeadKey(PrivateKey secret, VerifyingKey open) {
        this.secret = secret;
        this.open = open;
    }

    /**
     * The key kept in a folder; made and kept there where there is none.
     *
     * @param kind of the heads that it signs, as {@link ProofFolder#STORE}
     * @throws UncheckedIOException where it cannot be kept
     * @throws IllegalStateException where what is kept is no such key
     */
    public static HeadKey keptIn(ProofFolder folder, String kind) {
        Path file = folder.secret(kind);
        try {
            if (!Files.exists(file)) PrivateFile.createOnce(file, made());
            HeadKey key = read(file);
            KnownKeys.keep(folder, kind, key.open);
            return key;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot keep a key in " + file + ": " + failed.getMessage(), failed);
        }
    }

    private static byte[] made() {
        try {
            var pair = KeyPairGenerator.getInstance(VerifyingKey.ALGORITHM).generateKeyPair();
            String both = Pem.block(Pem.PRIVATE_KEY, pair.getPrivate().getEncoded())
                    + Pem.block(Pem.PUBLIC_KEY, pair.getPublic().getEncoded());
            return both.getBytes(US_ASCII);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + VerifyingKey.ALGORITHM, impossible);
        }
    }

    private static HeadKey read(Path file) throws IOException {
        byte[] content = PrivateFile.read(file);
        try {
            byte[] secret = Pem.read(content, Pem.PRIVATE_KEY).orElseThrow(IllegalArgumentException::new);
            byte[] open = Pem.read(content, Pem.PUBLIC_KEY).orElseThrow(IllegalArgumentException::new);
            var key = new HeadKey(
                    KeyFactory.getInstance(VerifyingKey.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(secret)),
                    VerifyingKey.of(open));
            if (!key.open.verifies(content, key.signature(content)))
                throw new IllegalArgumentException("the two halves do not belong together");
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException unfit) {
            throw new IllegalStateException(
                    file + " holds no key pair of " + VerifyingKey.ALGORITHM
                            + ": put it back from a backup, or remove it to have a new one made",
                    unfit);
        }
    }

    public SignedHead sign(TreeHead head) {
        return SignedHead.of(head, open, signature(SignedHead.message(head)));
    }

    /** The half that checks what it has signed. */
    public VerifyingKey verifying() {
        return open;
    }

    private byte[] signature(byte[] message) {
        try {
            var signature = Signature.getInstance(VerifyingKey.ALGORITHM);
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the key was checked when it was read", impossible);
        }
    }
}
