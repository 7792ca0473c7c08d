package hoso.edge.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.edge.Problem;
import hoso.edge.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallerTokensTest {

    private final SetClock clock = new SetClock();

    @TempDir
    private Path secrets;

    private TokenIssuer issuer;
    private CallerTokens tokens;

    @BeforeEach
    void issuer() {
        issuer = new TokenIssuer("hoso", "hoso", secrets, clock);
        tokens = new CallerTokens(new TokenReader(List.of(issuer.trusted()), clock), clock);
    }

    @Test
    void a_token_is_read_once() {
        var token = issuer.mint(Grant.of(Role.READER), Duration.ofMinutes(5));

        assertThat(tokens.callerOf(token)).isSameAs(tokens.callerOf(token));
        assertThat(tokens.remembered()).isOne();
    }

    @Test
    void a_remembered_token_is_refused_from_the_instant_of_its_end_on() {
        var token = issuer.mint(Grant.of(Role.READER), Duration.ofMinutes(5));
        tokens.callerOf(token);

        clock.move(Duration.ofMinutes(5).minusMillis(1));
        assertThat(tokens.callerOf(token).subject()).isEqualTo("reader");
        clock.move(Duration.ofMillis(1));
        assertThatThrownBy(() -> tokens.callerOf(token))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("expired");
    }

    @Test
    void a_token_near_its_end_is_forgotten_by_itself() throws InterruptedException {
        tokens.callerOf(issuer.mint(Grant.of(Role.READER), Duration.ofSeconds(1)));
        assertThat(tokens.remembered()).isOne();

        // by the cache's own clock: real time
        Thread.sleep(1_100);
        assertThat(tokens.remembered()).isZero();
    }

    @Test
    void a_refusal_is_not_remembered() {
        for (var i = 0; i < 100; i++) {
            var forged = "e30.e30." + i;
            assertThatThrownBy(() -> tokens.callerOf(forged)).isInstanceOf(Problem.class);
        }
        assertThat(tokens.remembered()).isZero();
    }

    @Test
    void no_more_than_ten_thousand_are_remembered() {
        // the reader is asked by a double of the issuer that trusts itself: 10,500 signatures would take a minute
        var many = new CallerTokens(
                new TokenReader(Set.of(), clock) {
                    @Override
                    Holder read(String token) {
                        return new Holder(Grant.of(Role.READER), clock.instant().plusSeconds(60));
                    }
                },
                clock);

        for (var i = 0; i < 10_500; i++) {
            many.callerOf("token " + i);
        }
        assertThat(many.remembered()).isBetween(9_000L, 10_000L);
    }
}
