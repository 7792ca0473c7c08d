package hoso.query.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.edge.Caller;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.edge.Scope;
import hoso.event.ReferenceFact;
import hoso.event.history.ReferenceRegister;
import hoso.vocabulary.UnitLevel;
import hoso.vocabulary.UnitRights;
import java.time.LocalDate;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Commune H1.2.1 stood under district H1.2 until it was merged into H1.3 on 1 July 2025. */
class ReadRightsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate BEFORE = LocalDate.of(2025, 3, 31);

    private final ReferenceRegister reference = ReferenceRegister.EMPTY
            .with("H1", unit(null))
            .with("H1.2", unit("H1"))
            .with("H1.2.1", unit("H1.2"))
            .with("H1.3", unit("H1"))
            .with("H1.2.1", new ReferenceFact.UnitMerged("H1.3", LocalDate.of(2025, 7, 1)));

    @Test
    void a_report_needs_every_unit_of_its_subtree() {
        assertThat(rights("H1").seesAll(Set.of("H1", "H1.2", "H1.3", "H1.2.1"), TODAY))
                .isTrue();
        assertThat(rights("H1.2", "H1.3").seesAll(Set.of("H1.3", "H1.2.1"), TODAY))
                .isTrue();
        assertThat(rights("H1.2").seesAll(Set.of("H1", "H1.2", "H1.3", "H1.2.1"), TODAY))
                .isFalse();
    }

    @Test
    void a_unit_is_seen_by_whom_it_belongs_to_today_or_belonged_to_on_the_last_day() {
        assertThat(rights("H1.2").seesAll(Set.of("H1.2", "H1.2.1"), BEFORE)).isTrue();
        assertThat(rights("H1.3").seesAll(Set.of("H1.2.1"), BEFORE)).isTrue();
        assertThat(rights("H1.2").seesAll(Set.of("H1.2", "H1.2.1"), TODAY)).isFalse();
    }

    @Test
    void the_reach_is_all_that_was_ever_below() {
        assertThat(rights("H1.2").reach()).containsExactlyInAnyOrder("H1.2", "H1.2.1");
        assertThat(rights("H1.3").reach()).containsExactlyInAnyOrder("H1.3", "H1.2.1");
        assertThat(rights("H1").reach()).containsExactlyInAnyOrder("H1", "H1.2", "H1.2.1", "H1.3");
        assertThat(rights("H9").reach()).containsExactly("H9");
    }

    @Test
    void a_dossier_goes_by_the_tree_of_today() {
        allowed(() -> rights("H1.3").require("H1.2.1"));
        forbidden(() -> rights("H1.2").require("H1.2.1"));
    }

    @Test
    void what_nobody_registered_is_forbidden_to_all_but_who_sees_everything() {
        assertThat(rights("*").seesAll(Set.of("H9"), TODAY)).isTrue();
        allowed(() -> rights("*").requireAllUnits());
        assertThat(rights("H1").seesAll(Set.of("H9"), TODAY)).isFalse();
        forbidden(() -> rights("H1").require("H9"));
        forbidden(() -> rights("H1").requireAllUnits());
        forbidden(() -> rights().require("H1"));
    }

    private ReadRights rights(String... units) {
        var caller = new Caller("reader", Set.of(Scope.REPORT_READ), Set.of(), new UnitRights(Set.of(units)));
        return new ReadRights(caller, () -> reference, TODAY);
    }

    private static void allowed(ThrowingCallable asking) {
        assertThatCode(asking).doesNotThrowAnyException();
    }

    private static void forbidden(ThrowingCallable asking) {
        assertThatThrownBy(asking)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.FORBIDDEN));
    }

    private static ReferenceFact unit(@Nullable String parent) {
        return new ReferenceFact.UnitRegistered("Đơn vị", UnitLevel.COMMUNE, parent, LocalDate.of(2020, 1, 1));
    }
}
