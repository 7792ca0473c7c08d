package hoso.edge.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.edge.Scope;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExternalKeysTest {

    private final AtomicLong nanos = new AtomicLong();
    private OpenIdProvider provider;
    private TokenReader reader;

    @BeforeEach
    void start() throws IOException {
        provider = new OpenIdProvider();
        reader = reader(new ExternalKeys(provider.issuer(), null, nanos::get));
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void are_asked_for_when_the_first_token_comes_and_not_before() {
        assertThat(provider.requests()).isZero();

        var read = reader.read(provider.token("hoso", "report:read openid"));

        assertThat(read.caller().scopes()).containsExactly(Scope.REPORT_READ);
        assertThat(read.caller().units().units()).containsExactly("H20");
        // the discovery document and the keys
        assertThat(provider.requests()).isEqualTo(2);
        reader.read(provider.token("hoso", "audit:read"));
        assertThat(provider.requests()).isEqualTo(2);
    }

    @Test
    void are_found_without_discovery_where_their_address_is_configured() {
        reader(new ExternalKeys(provider.issuer(), provider.keys(), nanos::get)).read(provider.token("hoso", ""));

        assertThat(provider.requests()).isOne();
    }

    @Test
    void that_are_new_are_found_but_made_up_ones_do_not_keep_the_issuer_busy() {
        reader.read(provider.token("hoso", ""));
        for (var i = 0; i < 5; i++) {
            refused(provider.forged("made up " + i), ProblemCode.UNAUTHORIZED);
        }
        assertThat(provider.requests()).isEqualTo(2);

        provider.rotate("second");
        refused(provider.token("hoso", ""), ProblemCode.UNAUTHORIZED);
        nanos.addAndGet(Duration.ofSeconds(11).toNanos());
        assertThat(reader.read(provider.token("hoso", "")).caller().subject()).isEqualTo("an official");
        assertThat(provider.requests()).isEqualTo(4);
    }

    @Test
    void that_were_withdrawn_are_not_taken_for_long() {
        var token = provider.token("hoso", "");
        reader.read(token);
        provider.rotate("second");

        nanos.addAndGet(Duration.ofMinutes(6).toNanos());
        refused(token, ProblemCode.UNAUTHORIZED);
    }

    @Test
    void stay_in_force_while_the_issuer_does_not_answer() {
        reader.read(provider.token("hoso", ""));
        provider.fail(true);

        nanos.addAndGet(Duration.ofMinutes(6).toNanos());
        assertThat(reader.read(provider.token("hoso", "")).caller().subject()).isEqualTo("an official");
    }

    @Test
    void that_were_never_had_make_the_token_unavailable_and_not_unauthorized() {
        provider.fail(true);
        refused(provider.token("hoso", ""), ProblemCode.UNAVAILABLE);
        provider.fail(false);
        refused(provider.token("hoso", ""), ProblemCode.UNAVAILABLE);

        nanos.addAndGet(Duration.ofSeconds(11).toNanos());
        assertThat(reader.read(provider.token("hoso", "")).caller().subject()).isEqualTo("an official");
    }

    @Test
    void whose_address_the_discovery_document_does_not_name_are_not_asked_for_at_each_token() {
        provider.forgetKeys();
        refused(provider.token("hoso", ""), ProblemCode.UNAVAILABLE);
        refused(provider.token("hoso", ""), ProblemCode.UNAVAILABLE);

        assertThat(provider.requests()).isOne();
    }

    private TokenReader reader(ExternalKeys keys) {
        var issuer = TrustedIssuer.of(provider.issuer().toString(), "hoso", Set.of(JWSAlgorithm.RS256), keys);
        return new TokenReader(List.of(issuer), InstantSource.system());
    }

    private void refused(String token, ProblemCode code) {
        assertThatThrownBy(() -> reader.read(token))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
