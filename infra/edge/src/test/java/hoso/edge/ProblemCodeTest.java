package hoso.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemCodeTest {

    /** The table of the contract, as it is written there. */
    private static final String CONTRACT = """
            400 malformed unknown-type unknown-property
            401 unauthorized
            403 forbidden
            404 not-found unknown-unit unknown-dossier
            405 method
            406 not-acceptable
            408 stalled
            409 id-reused voided already-received before-receipt already-closed already-paused not-paused not-closed \
            not-late past-due not-later already-answered not-answered already-published contradicts-history \
            too-many-facts parked in-the-future
            413 too-large
            415 media-type
            422 unknown-unit unknown-procedure unknown-dossier unknown-petition unknown-fact
            500 internal
            503 unavailable not-yet
            """;

    @Test
    void has_every_code_of_the_contract_under_its_status() {
        var table = Arrays.stream(ProblemCode.values())
                .collect(Collectors.groupingBy(
                        ProblemCode::status, Collectors.mapping(ProblemCode::code, Collectors.toSet())));

        assertThat(CONTRACT.lines().map(line -> line.split(" ")))
                .allSatisfy(row -> assertThat(table.get(Integer.valueOf(row[0])))
                        .containsExactlyInAnyOrder(Arrays.copyOfRange(row, 1, row.length)))
                .hasSameSizeAs(table.keySet());
    }

    @Test
    void takes_a_refusal_of_an_event_for_unprocessable_and_that_of_a_question_for_not_found() {
        assertThat(ProblemCode.ofRefusal("unknown-unit").status()).isEqualTo(422);
        assertThat(ProblemCode.ofRefusal("unknown-dossier").status()).isEqualTo(422);
        assertThat(ProblemCode.NO_SUCH_UNIT.code()).isEqualTo("unknown-unit");
        assertThat(ProblemCode.NO_SUCH_DOSSIER.code()).isEqualTo("unknown-dossier");
        assertThatThrownBy(() -> ProblemCode.ofRefusal("sesame")).hasMessageContaining("sesame");
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void says_when_to_come_back_exactly_where_it_is_unavailable(ProblemCode code) {
        assertThat(Problem.of(code, "…").retryAfter().isPresent()).isEqualTo(code.status() == 503);
    }

    @Test
    void keeps_its_facts_in_order_and_the_wait_it_was_given() {
        var problem = Problem.of(ProblemCode.NOT_YET, "at 4 of 9")
                .with(Map.of("position", 4))
                .with(Map.of("wanted", 9))
                .retryAfter(Duration.ofSeconds(7));

        assertThat(problem.facts()).containsExactly(Map.entry("position", 4), Map.entry("wanted", 9));
        assertThat(problem.retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(problem.getStackTrace()).isEmpty();
    }
}
