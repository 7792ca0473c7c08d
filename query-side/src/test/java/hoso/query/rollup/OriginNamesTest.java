package hoso.query.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.edge.Problem;
import hoso.event.ReferenceFact;
import hoso.event.history.ReferenceRegister;
import hoso.query.feed.OriginCode;
import hoso.query.question.Names;
import hoso.vocabulary.OnlineLevel;
import hoso.vocabulary.Processing;
import hoso.vocabulary.UnitLevel;
import hoso.vocabulary.UnitRights;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OriginNamesTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 1);

    /** Both provinces have a unit that is called DESK. */
    private static final Rollup COUNTRY = new Rollup(List.of("H20", "H48"), new Rollup.Root("VN", "Cả nước"));

    private static final ReferenceRegister WHOLE = COUNTRY.whole(
            Map.of("H20", register("H20", 5, "H20", "H20.1", "DESK"), "H48", register("H48", 7, "H48", "DESK")));

    private final Names names = COUNTRY.names(WHOLE);

    @Test
    void what_has_nothing_above_it_stands_below_the_common_root() {
        var tree = WHOLE.tree(DAY);
        assertThat(tree.children("VN")).containsExactly("H20:H20", "H48:H48");
        assertThat(tree.children("H20:H20")).containsExactly("H20:DESK", "H20:H20.1");
        assertThat(tree.unit("VN").orElseThrow().name()).isEqualTo("Cả nước");
    }

    @Test
    void without_a_root_each_origin_is_a_tree_of_its_own() {
        var apart = new Rollup(List.of("H20"), null).whole(Map.of("H20", register("H20", 5, "H20", "H20.1")));
        assertThat(apart.tree(DAY).root("H20:H20.1")).isEqualTo("H20:H20");
        assertThat(apart.units()).hasSize(2);
    }

    @Test
    void a_procedure_that_several_publish_is_called_as_the_first_calls_it() {
        assertThat(WHOLE.procedure("1.000001", DAY).orElseThrow().value().name())
                .isEqualTo("thủ tục của H20");
    }

    @Test
    void a_unit_is_called_as_its_origin_calls_it_unless_another_has_one_of_that_name() {
        assertThat(names.shownUnit("H20:H20.1")).isEqualTo("H20.1");
        assertThat(names.shownUnit("H20:DESK")).isEqualTo("H20:DESK");
        assertThat(names.shownUnit("VN")).isEqualTo("VN");
    }

    @Test
    void a_unit_is_asked_for_by_its_code_or_with_its_origin() {
        assertThat(names.units("H20.1")).containsExactly("H20:H20.1");
        assertThat(names.units("H48:DESK")).containsExactly("H48:DESK");
        assertThat(names.units("VN")).containsExactly("VN");
        assertThat(names.units("NONE")).containsExactly("NONE");
        assertThat(names.units("DESK")).containsExactly("H20:DESK", "H48:DESK");
        assertThatThrownBy(() -> Names.one(names.units("DESK"), "a unit", "DESK"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("several origins have a unit DESK: ask for one of H20:DESK, H48:DESK");
        assertThatThrownBy(() -> names.units("a:b:c")).isInstanceOf(Problem.class);
    }

    @Test
    void a_dossier_may_be_of_any_origin() {
        assertThat(names.dossiers("D1")).containsExactly("H20:D1", "H48:D1");
        assertThat(names.dossiers("H48:D1")).containsExactly("H48:D1");
        assertThat(names.dossiers("no code")).isEmpty();
        assertThat(names.shownDossier("H48:D1")).isEqualTo("D1");
        assertThat(names.origin("H48:D1")).contains("H48");
    }

    @Test
    void a_right_to_what_several_have_is_a_right_to_none_of_them() {
        assertThat(names.rights(new UnitRights(Set.of("H20.1", "DESK", "H48:DESK", "VN", "GONE")))
                        .units())
                .containsExactlyInAnyOrder("H20:H20.1", "H48:DESK", "VN");
        assertThat(names.rights(UnitRights.ALL)).isEqualTo(UnitRights.ALL);
    }

    /** Of one origin, as it comes out of the landing: its units with the origin. The first of them stands above the others. */
    private static ReferenceRegister register(String origin, int days, String... units) {
        var register = ReferenceRegister.EMPTY;
        for (String unit : units) {
            @Nullable String parent = unit.equals(units[0]) ? null : OriginCode.of(origin, units[0]);
            register = register.with(
                    OriginCode.of(origin, unit),
                    new ReferenceFact.UnitRegistered(unit, UnitLevel.PROVINCE, parent, LocalDate.of(2020, 1, 1)));
        }
        return register.with(
                "1.000001",
                new ReferenceFact.ProcedurePublished(
                        "thủ tục của " + origin,
                        "A",
                        OnlineLevel.FULL,
                        new Processing(Processing.Kind.WORKING_DAYS, days),
                        null,
                        null,
                        null,
                        LocalDate.of(2020, 1, 1)));
    }
}
