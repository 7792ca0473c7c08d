package hoso.edge.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import hoso.edge.secret.Pem;
import hoso.edge.secret.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;

/** The key pair of the own issuer, kept as PKCS#8 in PEM, so that any tool can read it. */
final class SigningKey {

    /** NIST SP 800-57 has 2048 bits good until 2030; verifying, which each new token costs, is quickest with it. */
    private static final int BITS = 2048;

    private static final String FILE = "token-key.pem";

    private SigningKey() {}

    static boolean isKeptIn(Path secrets) {
        return Files.isRegularFile(secrets.resolve(FILE));
    }

    /** The key kept in a folder; made and kept there where there is none. */
    static RSAKey keptIn(Path secrets) {
        var file = secrets.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                PrivateFile.createOnce(file, Pem.block(Pem.PRIVATE_KEY, made()).getBytes(StandardCharsets.US_ASCII));
            }
            return read(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot keep the token key in " + file + ": " + failed.getMessage(), failed);
        }
    }

    private static RSAKey read(Path file) throws IOException {
        byte[] content = PrivateFile.read(file);
        try {
            var encoded = Pem.read(content, Pem.PRIVATE_KEY).orElseThrow(IllegalArgumentException::new);
            var keys = KeyFactory.getInstance("RSA");
            var secret = (RSAPrivateCrtKey) keys.generatePrivate(new PKCS8EncodedKeySpec(encoded));
            var open = keys.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
            return new RSAKey.Builder((RSAPublicKey) open)
                    .privateKey(secret)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint()
                    .build();
        } catch (GeneralSecurityException | JOSEException | ClassCastException | IllegalArgumentException unfit) {
            throw new IllegalStateException(file + " is no RSA key in PKCS#8: remove it to have a new one made", unfit);
        }
    }

    private static byte[] made() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair().getPrivate().getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has RSA", impossible);
        }
    }
}
