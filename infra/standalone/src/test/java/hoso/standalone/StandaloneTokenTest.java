package hoso.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import hoso.edge.Role;
import hoso.edge.token.TokenIssuer;
import hoso.standalone.launch.Options;
import hoso.standalone.launch.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneTokenTest {

    @TempDir
    private Path data;

    @Test
    void a_token_grants_what_was_ordered_under_the_name_that_was_given() throws Exception {
        startedOnce();

        JWTClaimsSet claims = claims(new Options.Token(
                data, Role.PUBLISHER, false, "mot-cua", List.of("H20.12", "H20.13"), List.of("urn:a"), 7));

        assertThat(claims.getSubject()).isEqualTo("mot-cua");
        assertThat(claims.getIssuer()).isEqualTo("hoso");
        assertThat(claims.getAudience()).containsExactly("hoso");
        assertThat(claims.getStringClaim("scope")).isEqualTo("events:publish");
        assertThat(claims.getStringListClaim("units")).containsExactlyInAnyOrder("H20.12", "H20.13");
        assertThat(claims.getStringListClaim("sources")).containsExactly("urn:a");
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofDays(7));
    }

    @Test
    void it_is_for_whom_the_server_takes_tokens_where_that_is_set_otherwise() throws Exception {
        startedOnce();
        System.setProperty("hoso.tokens.audience", "mot-cua-dong-thap");
        try {
            assertThat(claims(reader()).getAudience()).containsExactly("mot-cua-dong-thap");
        } finally {
            System.clearProperty("hoso.tokens.audience");
        }
    }

    @Test
    void makes_no_key_in_a_folder_that_hoso_was_never_started_on() {
        assertThatThrownBy(() -> new StandaloneHouse().token(reader()))
                .isInstanceOf(Refused.class)
                .hasMessage("there is no token key in " + data.resolve("secrets")
                        + ": start Hoso on that folder first, or name its --data");
        assertThat(data.resolve("secrets")).doesNotExist();
    }

    @Test
    void a_key_that_is_none_is_one_line() throws Exception {
        startedOnce();
        try (var files = Files.list(data.resolve("secrets"))) {
            for (Path key : files.toList()) Files.writeString(key, "nonsense");
        }

        assertThatThrownBy(() -> new StandaloneHouse().token(reader()))
                .isInstanceOf(Refused.class)
                .message()
                .contains("is no RSA key")
                .hasLineCount(1);
    }

    private Options.Token reader() {
        return new Options.Token(data, Role.READER, false, "reader", List.of(), List.of(), 30);
    }

    /** What the server does at its start. */
    private void startedOnce() {
        new TokenIssuer("hoso", "hoso", data.resolve("secrets"), Clock.systemUTC());
    }

    private static JWTClaimsSet claims(Options.Token order) throws Exception {
        return SignedJWT.parse(new StandaloneHouse().token(order)).getJWTClaimsSet();
    }
}
