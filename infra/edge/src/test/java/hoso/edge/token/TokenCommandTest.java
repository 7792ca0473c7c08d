package hoso.edge.token;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Caller;
import hoso.edge.Role;
import hoso.vocabulary.UnitRights;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCommandTest {

    private final SetClock clock = new SetClock();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path data;

    private TokenReader reader;

    @BeforeEach
    void started() {
        var issuer = new TokenIssuer("hoso", "hoso", data.resolve("secrets"), clock);
        reader = new TokenReader(List.of(issuer.trusted()), clock);
    }

    @Test
    void prints_a_token_alone_on_its_line() {
        assertThat(
                        run(
                                "--role publisher --units H20.12,H20.13 --sources urn:a,https://b.example/c --days 7 --subject mot-cua"))
                .isZero();

        assertThat(text(out)).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\\R");
        assertThat(text(err)).isEmpty();
        var read = reader.read(text(out).strip());
        assertThat(read.caller())
                .isEqualTo(new Caller(
                        "mot-cua",
                        Role.PUBLISHER.scopes(),
                        Set.of("urn:a", "https://b.example/c"),
                        new UnitRights(Set.of("H20.12", "H20.13"))));
        assertThat(read.expires()).isEqualTo(clock.instant().plus(Duration.ofDays(7)));
    }

    @Test
    void what_is_left_out_is_that_of_the_role_and_thirty_days() {
        assertThat(run("--role auditor")).isZero();

        var read = reader.read(text(out).strip());
        assertThat(read.caller()).isEqualTo(Grant.of(Role.AUDITOR));
        assertThat(read.expires()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--role king",
                "--role",
                "publisher",
                "--role reader --role admin",
                "--role reader --days 0",
                "--role reader --days 3651",
                "--role reader --days -1",
                "--role reader --days many",
                "--role reader --days 99999999999",
                "--role reader --units ../etc",
                "--role reader --units H20,",
                "--role reader --sources ,",
                "--role reader --subject \u0007",
                "--role reader --colour red",
                "--role reader --data /nowhere/at/all",
            })
    void says_in_one_line_what_is_wrong_and_prints_no_token(String arguments) {
        assertThat(run(arguments)).isEqualTo(2);

        assertThat(text(out)).isEmpty();
        assertThat(text(err)).startsWith("infra/run token: ").hasLineCount(1);
    }

    @Test
    void makes_no_key_in_a_folder_that_hoso_was_never_started_on(@TempDir Path elsewhere) {
        assertThat(run("--role reader --data " + elsewhere)).isEqualTo(2);

        assertThat(text(err)).contains("start Hoso on that folder first");
        assertThat(Files.exists(elsewhere.resolve("secrets"))).isFalse();
    }

    private int run(String arguments) {
        var words = arguments.isEmpty() ? List.<String>of() : List.of(arguments.split(" "));
        return new TokenCommand(data, clock)
                .run(
                        words,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream printed) {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
