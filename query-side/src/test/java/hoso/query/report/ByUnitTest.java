package hoso.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.question.Names;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ByUnitTest {

    private static final String MARCH = "&from=2025-03-01&to=2025-03-31";

    private static Scene scene(String unit, String more) {
        return Scene.of(Asked.question("unit=" + unit + MARCH + more), new Town().reference, Names.PLAIN);
    }

    private static Map<String, Long> counted(Scene scene, String... owners) {
        var byUnit = new ByUnit<>(scene, 0L);
        for (String owner : owners) byUnit.count(owner, count -> count + 1);
        return byUnit.groups();
    }

    @Test
    void a_dossier_counts_for_the_direct_child_that_its_unit_lies_below() {
        assertThat(counted(scene("H1", ""), "H1.2", "H1.2.1", "H1.2.2", "H1.3"))
                .isEqualTo(Map.of("H1.1", 0L, "H1.2", 3L, "H1.3", 1L));
        assertThat(counted(scene("H1.2", ""), "H1.2.2")).isEqualTo(Map.of("H1.2.1", 0L, "H1.2.2", 1L));
    }

    @Test
    void the_unit_asked_about_is_told_by_itself_where_it_owns_any() {
        assertThat(counted(scene("H1", ""))).doesNotContainKey("H1");
        assertThat(counted(scene("H1", ""), "H1", "H1", "H1.1")).containsEntry("H1", 2L);
        assertThat(counted(scene("H1.1", ""), "H1.1")).isEqualTo(Map.of("H1.1", 1L));
    }

    @Test
    void which_child_that_is_the_tree_asked_says() {
        assertThat(counted(scene("H1", "&tree=2025-06-30"), "H1.2.2")).containsEntry("H1.2", 1L);
        assertThat(counted(scene("H1", "&tree=2025-07-01"), "H1.2.2"))
                .containsEntry("H1.2", 0L)
                .containsEntry("H1.3", 1L);
    }

    @Test
    void counts_are_answered_in_the_order_of_codes_with_the_names_of_units() {
        Scene scene = scene("H1", "");
        assertThat(UnitCount.of(counted(scene, "H1.3", "H1"), scene))
                .isEqualTo(List.of(
                        new UnitCount("H1", "Tỉnh Một", 1),
                        new UnitCount("H1.1", "Sở Một", 0),
                        new UnitCount("H1.2", "Huyện Hai", 0),
                        new UnitCount("H1.3", "Huyện Ba", 1)));
    }
}
