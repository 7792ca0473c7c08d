package hoso.vocabulary;

import static hoso.vocabulary.Local.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A province of two districts with their communes; on 1 July 2025 the districts go and the communes move up. */
class UnitTreeTest {

    private static final LocalDate BEFORE = day("2025-06-30");
    private static final LocalDate REFORM = day("2025-07-01");

    private static final List<UnitHistory> PROVINCE = List.of(
            unit("P", UnitLevel.PROVINCE, null),
            unit("P.1", UnitLevel.DISTRICT, "P").under("P", REFORM).closed(BEFORE),
            unit("P.1.b", UnitLevel.COMMUNE, "P.1").under("P", REFORM),
            unit("P.1.a", UnitLevel.COMMUNE, "P.1").under("P.1.b", REFORM),
            unit("P.1.a.d", UnitLevel.DESK, "P.1.a"),
            unit("Q", UnitLevel.PROVINCE, null));

    @Test
    void units_stand_under_their_parents_sorted_by_code() {
        var tree = UnitTree.on(BEFORE, PROVINCE);

        assertThat(tree.children("P")).containsExactly("P.1");
        assertThat(tree.children("P.1")).containsExactly("P.1.a", "P.1.b");
        assertThat(tree.children("P.1.b")).isEmpty();
        assertThat(tree.children("elsewhere")).isEmpty();
        assertThat(tree.units()).extracting(Unit::code).containsExactly("P", "P.1", "P.1.a", "P.1.a.d", "P.1.b", "Q");
    }

    @Test
    void a_merged_unit_stays_with_its_children_under_its_successor() {
        var tree = UnitTree.on(REFORM, PROVINCE);

        assertThat(tree.children("P")).containsExactly("P.1", "P.1.b");
        assertThat(tree.children("P.1.b")).containsExactly("P.1.a");
        assertThat(tree.subtree("P.1.b")).containsExactly("P.1.b", "P.1.a", "P.1.a.d");
        assertThat(tree.subtree("P.1")).containsExactly("P.1");
    }

    @Test
    void the_subtree_of_a_province_is_whole_on_every_date() {
        for (LocalDate date : List.of(LocalDate.MIN, BEFORE, REFORM, LocalDate.MAX))
            assertThat(UnitTree.on(date, PROVINCE).subtree("P"))
                    .containsExactlyInAnyOrder("P", "P.1", "P.1.a", "P.1.a.d", "P.1.b");
    }

    @Test
    void a_lineage_leads_to_the_root() {
        var tree = UnitTree.on(BEFORE, PROVINCE);

        assertThat(tree.lineage("P.1.a.d")).containsExactly("P.1.a.d", "P.1.a", "P.1", "P");
        assertThat(tree.root("P.1.a.d")).isEqualTo("P");
        assertThat(tree.root("P")).isEqualTo("P");
        assertThat(tree.root("elsewhere")).isEqualTo("elsewhere");
        assertThat(tree.lineage("elsewhere")).isEmpty();
    }

    @Test
    void a_unit_is_found_by_its_code() {
        var tree = UnitTree.on(BEFORE, PROVINCE);

        assertThat(tree.unit("P.1")).contains(new Unit("P.1", "unit P.1", UnitLevel.DISTRICT, "P"));
        assertThat(tree.unit("elsewhere")).isEmpty();
    }

    @Test
    void closing_a_unit_changes_nothing_in_the_tree() {
        var open = new ArrayList<UnitHistory>();
        for (UnitHistory unit : PROVINCE)
            open.add(new UnitHistory(unit.code(), unit.name(), unit.level(), unit.parent(), null));

        assertThat(PROVINCE.get(1).validTo()).isEqualTo(BEFORE);
        assertThat(UnitTree.on(REFORM, open).units())
                .containsExactlyElementsOf(UnitTree.on(REFORM, PROVINCE).units());
    }

    @Test
    void a_circle_is_seen_and_ends_every_walk() {
        var circle = List.of(
                unit("A", UnitLevel.DISTRICT, "C"),
                unit("B", UnitLevel.DISTRICT, "A"),
                unit("C", UnitLevel.DISTRICT, "B"),
                unit("D", UnitLevel.DESK, "A"));
        var tree = UnitTree.on(BEFORE, circle);

        assertThat(tree.hasCycle()).isTrue();
        assertThat(tree.lineage("D")).containsExactly("D", "A", "C", "B");
        assertThat(tree.subtree("A")).containsExactlyInAnyOrder("A", "B", "C", "D");
        assertThat(UnitTree.on(BEFORE, PROVINCE).hasCycle()).isFalse();
        assertThat(UnitTree.on(REFORM, PROVINCE).hasCycle()).isFalse();
    }

    @Test
    void a_unit_under_itself_is_a_circle_and_one_under_an_unknown_unit_is_none() {
        assertThat(UnitTree.on(BEFORE, List.of(unit("A", UnitLevel.DESK, "A"))).hasCycle())
                .isTrue();
        assertThat(UnitTree.on(BEFORE, List.of(unit("A", UnitLevel.DESK, "Z"))).hasCycle())
                .isFalse();
    }

    @Test
    void a_right_covers_the_subtree_of_its_unit() {
        var tree = UnitTree.on(BEFORE, PROVINCE);
        var rights = new UnitRights(Set.of("P.1.a", "Q"));

        assertThat(rights.covers("P.1.a", tree)).isTrue();
        assertThat(rights.covers("P.1.a.d", tree)).isTrue();
        assertThat(rights.covers("P.1.b", tree)).isFalse();
        assertThat(rights.covers("P", tree)).isFalse();
        assertThat(rights.covers("Q", tree)).isTrue();
        assertThat(rights.all()).isFalse();
    }

    @Test
    void a_right_follows_the_tree_it_is_judged_in() {
        var rights = new UnitRights(Set.of("P.1"));

        assertThat(rights.covers("P.1.b", UnitTree.on(BEFORE, PROVINCE))).isTrue();
        assertThat(rights.covers("P.1.b", UnitTree.on(REFORM, PROVINCE))).isFalse();
    }

    @Test
    void a_star_covers_all_and_no_claim_nothing() {
        var tree = UnitTree.on(BEFORE, PROVINCE);

        assertThat(UnitRights.ALL.covers("elsewhere", tree)).isTrue();
        assertThat(UnitRights.ALL.all()).isTrue();
        assertThat(UnitRights.NONE.covers("P", tree)).isFalse();
        assertThat(new UnitRights(Set.of("elsewhere")).covers("elsewhere", tree))
                .isTrue();
    }

    private static UnitHistory unit(String code, UnitLevel level, @Nullable String parent) {
        return UnitHistory.unknown(code)
                .registered("unit " + code, level, Optional.ofNullable(parent), day("2020-01-01"));
    }
}
