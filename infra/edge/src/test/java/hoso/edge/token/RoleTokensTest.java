package hoso.edge.token;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleTokensTest {

    private final SetClock clock = new SetClock();

    @TempDir
    private Path data;

    @Test
    void writes_one_for_each_role_that_grants_what_the_role_has() throws IOException {
        var issuer = issuer();
        tokens(issuer).refresh();

        var reader = new TokenReader(List.of(issuer.trusted()), clock);
        for (var role : Role.values()) {
            var read = reader.read(files().get(role.code() + ".jwt").strip());
            assertThat(read.caller()).isEqualTo(Grant.of(role));
            assertThat(read.caller().units().all()).isTrue();
            assertThat(read.caller().mayUse("urn:any")).isTrue();
        }
        assertThat(files().keySet())
                .containsExactlyInAnyOrder(Arrays.stream(Role.values())
                        .map(role -> role.code() + ".jwt")
                        .toArray(String[]::new));
    }

    @Test
    void they_are_for_their_owner_alone() throws IOException {
        tokens(issuer()).refresh();

        assertThat(mode(data.resolve("tokens"))).isEqualTo("rwx------");
        for (var name : files().keySet()) {
            assertThat(mode(data.resolve("tokens").resolve(name))).isEqualTo("rw-------");
        }
    }

    @Test
    void they_stay_until_they_near_their_end() throws IOException {
        var tokens = tokens(issuer());
        tokens.refresh();
        var first = files();

        clock.move(Duration.ofDays(300));
        tokens.refresh();
        assertThat(files()).isEqualTo(first);

        clock.move(Duration.ofDays(40));
        tokens.refresh();
        assertThat(files()).allSatisfy((name, token) -> assertThat(token).isNotEqualTo(first.get(name)));
    }

    @Test
    void they_are_written_anew_where_the_key_the_audience_or_the_content_is_another() throws IOException {
        tokens(issuer()).refresh();
        var first = files();

        Files.delete(data.resolve("secrets/token-key.pem"));
        tokens(issuer()).refresh();
        var second = files();
        assertThat(second).allSatisfy((name, token) -> assertThat(token).isNotEqualTo(first.get(name)));

        Files.writeString(data.resolve("tokens/admin.jwt"), "half a tok");
        Files.writeString(data.resolve("tokens/monitor.jwt"), second.get("admin.jwt"));
        tokens(issuer()).refresh();
        assertThat(files()).isEqualTo(second);
    }

    private TokenIssuer issuer() {
        return new TokenIssuer("hoso", "hoso", data.resolve("secrets"), clock);
    }

    private RoleTokens tokens(TokenIssuer issuer) {
        return new RoleTokens(issuer, data.resolve("tokens"), clock);
    }

    private Map<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        try (var list = Files.list(data.resolve("tokens"))) {
            for (var file : list.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
