package hoso.edge.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    @TempDir
    private Path folder;

    @Test
    void is_made_once_however_many_ask_at_once() throws Exception {
        var secrets = folder.resolve("secrets");
        try (var threads = Executors.newFixedThreadPool(6)) {
            Callable<RSAKey> ask = () -> SigningKey.keptIn(secrets);
            var keys = threads.invokeAll(Collections.nCopies(6, ask)).stream()
                    .map(future -> future.resultNow())
                    .map(RSAKey::getKeyID)
                    .distinct();
            assertThat(keys).hasSize(1);
        }
        try (var files = Files.list(secrets)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("token-key.pem");
        }
    }

    @Test
    void is_for_its_owner_alone_and_closed_again_where_it_was_not() throws Exception {
        var secrets = folder.resolve("secrets");
        SigningKey.keptIn(secrets);
        assertThat(mode(secrets)).isEqualTo("rwx------");
        assertThat(mode(secrets.resolve("token-key.pem"))).isEqualTo("rw-------");

        Files.setPosixFilePermissions(secrets.resolve("token-key.pem"), PosixFilePermissions.fromString("rw-r--r--"));
        SigningKey.keptIn(secrets);
        assertThat(mode(secrets.resolve("token-key.pem"))).isEqualTo("rw-------");
    }

    @Test
    void is_pkcs8_in_pem_of_2048_bits_or_more_and_stays_the_same() throws Exception {
        var made = SigningKey.keptIn(folder);

        assertThat(made.toRSAPublicKey().getModulus().bitLength()).isGreaterThanOrEqualTo(2048);
        assertThat(Files.readAllLines(folder.resolve("token-key.pem")))
                .startsWith("-----BEGIN PRIVATE KEY-----")
                .endsWith("-----END PRIVATE KEY-----")
                .allMatch(line -> line.length() <= 64);
        assertThat(SigningKey.keptIn(folder)).extracting(JWK::getKeyID).isEqualTo(made.getKeyID());
    }

    @Test
    void a_file_that_is_no_key_is_named_and_left_alone() throws Exception {
        var file = folder.resolve("token-key.pem");
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");

        assertThatThrownBy(() -> SigningKey.keptIn(folder)).hasMessageContaining(file.toString());
        assertThat(file).content().contains("AAAA");
    }

    private static String mode(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
