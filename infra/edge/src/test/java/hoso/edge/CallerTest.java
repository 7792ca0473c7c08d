package hoso.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.vocabulary.UnitRights;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CallerTest {

    @Test
    void an_admin_has_every_scope_and_another_its_own_alone() {
        assertThat(Scope.values()).allMatch(caller(Role.ADMIN)::has);
        assertThat(Arrays.stream(Scope.values()).filter(caller(Role.READER)::has))
                .containsExactly(Scope.REPORT_READ);
    }

    @Test
    void is_refused_by_name_of_the_scope_it_lacks() {
        var reader = caller(Role.READER);

        assertThatCode(() -> reader.require(Scope.REPORT_READ)).doesNotThrowAnyException();
        assertThatCode(() -> reader.requireAny(Scope.AUDIT_READ, Scope.REPORT_READ))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> reader.requireAny(Scope.EVENTS_PUBLISH, Scope.EVENTS_CORRECT))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.FORBIDDEN))
                .hasMessageContaining("events:publish or events:correct");
    }

    @Test
    void uses_the_sources_it_was_given_and_a_star_is_all() {
        assertThat(new Caller("p", Set.of(), Set.of("urn:a"), UnitRights.NONE).mayUse("urn:a"))
                .isTrue();
        assertThat(new Caller("p", Set.of(), Set.of("urn:a"), UnitRights.NONE).mayUse("urn:ab"))
                .isFalse();
        assertThat(new Caller("p", Set.of(), Set.of("*"), UnitRights.NONE).mayUse("urn:ab"))
                .isTrue();
        assertThat(new Caller("p", Set.of(), Set.of(), UnitRights.NONE).mayUse("*"))
                .isFalse();
    }

    @Test
    void each_role_has_the_scopes_of_the_contract() {
        assertThat(Arrays.stream(Role.values())
                        .map(role -> role.code() + " = "
                                + role.scopes().stream().map(Scope::code).collect(Collectors.joining(" "))))
                .containsExactly(
                        "publisher = events:publish",
                        "registrar = events:publish events:correct reference:publish",
                        "reader = report:read",
                        "auditor = report:read audit:read",
                        "monitor = metrics:read",
                        "admin = admin");
    }

    private static Caller caller(Role role) {
        return new Caller(role.code(), role.scopes(), Set.of("*"), UnitRights.ALL);
    }
}
