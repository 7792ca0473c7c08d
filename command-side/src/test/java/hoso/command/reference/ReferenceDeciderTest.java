package hoso.command.reference;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.command.Story;
import hoso.vocabulary.Unit;
import hoso.vocabulary.UnitLevel;
import hoso.vocabulary.UnitRights;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units P (with P.1 and P.2) and Q stand since 2020; what may be published about them, and by whom. */
class ReferenceDeciderTest {

    private final Story story = new Story();

    @Test
    void a_unit_must_be_registered_before_it_is_moved_merged_or_closed() {
        assertThat(unit("moved", "P.9", "'parent':'P'")).isEqualTo("unknown-unit");
        assertThat(unit("merged", "P.9", "'into':'P'")).isEqualTo("unknown-unit");
        assertThat(story.offer(null, "unit.closed", "P.9", "2024-01-01T08:00", "'validTo':'2024-01-01'"))
                .isEqualTo("unknown-unit");
    }

    @Test
    void so_must_its_parent_or_successor() {
        assertThat(registered("P.3", "P.9")).isEqualTo("unknown-unit");
        assertThat(unit("moved", "P.1", "'parent':'P.9'")).isEqualTo("unknown-unit");
        assertThat(unit("merged", "P.1", "'into':'P.9'")).isEqualTo("unknown-unit");
    }

    @Test
    void a_unit_nobody_knows_cannot_be_its_own_parent() {
        assertThat(registered("P.3", "P.3")).isEqualTo("unknown-unit");
        assertThat(registered("P.1", "P.1")).isEqualTo("contradicts-history");
        assertThat(unit("merged", "P.1", "'into':'P.1'")).isEqualTo("contradicts-history");
    }

    @Test
    void what_is_accepted_is_in_the_tree_from_its_date_on() {
        assertThat(registered("P.3", "P.1")).isEqualTo("accepted");
        assertThat(unit("merged", "P.3", "'into':'P.2'", "2025-07-01")).isEqualTo("accepted");

        var register = story.house().reference().register();
        assertThat(register.tree(LocalDate.of(2025, 6, 30)).unit("P.3"))
                .contains(new Unit("P.3", "x", UnitLevel.DESK, "P.1"));
        assertThat(register.tree(LocalDate.of(2025, 7, 1)).unit("P.3"))
                .contains(new Unit("P.3", "x", UnitLevel.DESK, "P.2"));
    }

    @Test
    void closing_a_unit_is_noted_and_refuses_nothing() {
        assertThat(story.offer(null, "unit.closed", "P.1", "2024-01-01T08:00", "'validTo':'2024-01-01'"))
                .isEqualTo("accepted");
        assertThat(registered("P.3", "P.1")).isEqualTo("accepted");
        assertThat(story.house().reference().register().units().get("P.1").validTo())
                .isEqualTo("2024-01-01");
    }

    @ParameterizedTest
    @CsvSource({"2024-01-01", "2020-01-01", "2099-01-01", "1999-01-01"})
    void no_unit_becomes_its_own_ancestor_on_any_date(String validFrom) {
        assertThat(unit("moved", "P", "'parent':'P.1'", validFrom)).isEqualTo("contradicts-history");
        assertThat(unit("merged", "P", "'into':'P.2'", validFrom)).isEqualTo("contradicts-history");
        assertThat(unit("moved", "Q", "'parent':'P.1'", validFrom)).isEqualTo("accepted");
        assertThat(unit("moved", "P", "'parent':'Q'", validFrom)).isEqualTo("contradicts-history");
    }

    @Test
    void nor_on_dates_on_which_another_version_is_in_force() {
        // From 2025 on P.1 stands under Q; before that Q under P.1 makes no circle, from then on it does.
        assertThat(unit("moved", "P.1", "'parent':'Q'", "2025-01-01")).isEqualTo("accepted");
        assertThat(unit("moved", "Q", "'parent':'P.1'", "2024-01-01")).isEqualTo("contradicts-history");

        // Ended again by 2025, it would be no circle on any date.
        assertThat(unit("moved", "P.1", "'parent':'P'", "2025-01-01")).isEqualTo("accepted");
        assertThat(unit("moved", "Q", "'parent':'P.1'", "2024-01-01")).isEqualTo("accepted");
    }

    @Test
    void nor_before_the_first_version_of_any() {
        // Before its first version the first holds: P.4 stands under P.3 in 1990 too.
        assertThat(registered("P.3", "P")).isEqualTo("accepted");
        assertThat(registered("P.4", "P.3")).isEqualTo("accepted");
        assertThat(unit("moved", "P.3", "'parent':'P.4'", "1990-01-01")).isEqualTo("contradicts-history");
        // A first version of P.4 that is older frees it of P.3 until 2020, and before.
        assertThat(unit("moved", "P.4", "'parent':'Q'", "1995-01-01")).isEqualTo("accepted");
        assertThat(unit("moved", "P.3", "'parent':'P.4'", "1990-01-01")).isEqualTo("accepted");
    }

    @Test
    void a_correction_of_a_circle_can_take_two_steps() {
        assertThat(unit("moved", "P.1", "'parent':'P.2'", "2024-01-01")).isEqualTo("accepted");
        assertThat(unit("moved", "P.2", "'parent':'P.1'", "2024-01-01")).isEqualTo("contradicts-history");
        assertThat(unit("moved", "P.1", "'parent':'P'", "2024-01-01")).isEqualTo("accepted");
        assertThat(unit("moved", "P.2", "'parent':'P.1'", "2024-01-01")).isEqualTo("accepted");
    }

    @Test
    void keys_are_of_a_unit_a_procedure_or_a_year() {
        assertThat(story.offer("k", "unit.moved", "P.1", "2024-01-01T08:00", "'parent':'Q','validFrom':'2024-01-01'"))
                .isEqualTo("accepted");
        assertThat(story.offer("k", "unit.moved", "P.1", "2024-01-01T08:00", "'parent':'Q','validFrom':'2024-01-01'"))
                .isEqualTo("duplicate");
        assertThat(story.offer("k", "unit.moved", "P.1", "2024-01-01T08:00", "'parent':'P.2','validFrom':'2024-01-01'"))
                .isEqualTo("id-reused");
        assertThat(story.offer("k", "unit.moved", "P.2", "2024-01-01T08:00", "'parent':'Q','validFrom':'2024-01-01'"))
                .isEqualTo("accepted");
        assertThat(story.offer("k", "procedure.published", "P.1", "2024-01-01T08:00", PROCEDURE))
                .isEqualTo("accepted");
        assertThat(story.offer("k", "calendar.published", "2024", "2024-01-01T08:00", CALENDAR))
                .isEqualTo("accepted");
        assertThat(story.offer("k", "calendar.published", "2025", "2024-01-01T08:00", CALENDAR))
                .isEqualTo("accepted");
        assertThat(story.offer("k", "calendar.published", "2025", "2024-01-01T08:00", CALENDAR))
                .isEqualTo("duplicate");
    }

    @Test
    void a_unit_needs_a_right_to_itself_and_to_its_parent_before_and_after() {
        String toQ = "'parent':'Q','validFrom':'2024-01-01'";
        assertThat(as("moved", "P.1", toQ, "P.1", "Q"))
                .as("not of the parent before")
                .isEqualTo("forbidden");
        assertThat(as("moved", "P.1", toQ, "P")).as("not of the parent after").isEqualTo("forbidden");
        assertThat(as("moved", "P.1", toQ, "Q")).as("not of the unit").isEqualTo("forbidden");
        assertThat(as("moved", "P.1", toQ, "P", "Q")).isEqualTo("accepted");
        assertThat(as("moved", "P.1", "'parent':'P','validFrom':'2024-01-01'", "P"))
                .as("it stands under Q today")
                .isEqualTo("forbidden");
    }

    @Test
    void a_merger_needs_a_right_to_the_successor() {
        String into = "'into':'P.2','validFrom':'2024-01-01'";
        assertThat(as("merged", "P.1", into, "P.1", "P.2")).isEqualTo("forbidden");
        assertThat(as("merged", "P.1", into, "P")).isEqualTo("accepted");
    }

    @Test
    void closing_needs_a_right_to_the_unit_and_its_parent() {
        assertThat(as("closed", "P.1", "'validTo':'2024-01-01'", "P.1")).isEqualTo("forbidden");
        assertThat(as("closed", "P.1", "'validTo':'2024-01-01'", "P")).isEqualTo("accepted");
        assertThat(as("closed", "Q", "'validTo':'2024-01-01'", "Q")).isEqualTo("accepted");
    }

    @Test
    void a_new_unit_needs_a_right_to_its_parent_and_a_new_root_to_itself() {
        String desk = "'name':'x','level':'DESK','validFrom':'2020-01-01'";
        assertThat(as("registered", "P.3", desk + ",'parent':'P.1'", "P.2")).isEqualTo("forbidden");
        assertThat(as("registered", "P.3", desk + ",'parent':'P.1'", "P.1")).isEqualTo("accepted");
        assertThat(as("registered", "R", desk, "P")).isEqualTo("forbidden");
        assertThat(as("registered", "R", desk, "R")).isEqualTo("accepted");
    }

    @Test
    void a_unit_registered_again_needs_the_right_to_its_parent_of_today() {
        String desk = "'name':'x','level':'DESK','validFrom':'2020-01-01'";
        assertThat(as("registered", "P.1", desk, "P.1")).isEqualTo("forbidden");
        assertThat(as("registered", "P.1", desk + ",'parent':'Q'", "P")).isEqualTo("forbidden");
        assertThat(as("registered", "P.1", desk + ",'parent':'Q'", "P", "Q")).isEqualTo("accepted");
    }

    @Test
    void references_come_before_rights_and_rights_before_history() {
        assertThat(as("moved", "P.9", "'parent':'Q','validFrom':'2024-01-01'", "Q"))
                .isEqualTo("unknown-unit");
        assertThat(as("moved", "P.1", "'parent':'P.9','validFrom':'2024-01-01'", "Q"))
                .isEqualTo("unknown-unit");
        assertThat(as("moved", "P", "'parent':'P.1','validFrom':'2024-01-01'", "Q"))
                .isEqualTo("forbidden");
    }

    @Test
    void procedures_and_calendars_need_the_root_of_a_tree() {
        assertThat(published("P.1")).isEqualTo("forbidden");
        assertThat(published("nowhere")).isEqualTo("forbidden");
        assertThat(calendar("P.1", "P.2")).isEqualTo("forbidden");
        assertThat(published("Q")).isEqualTo("accepted");
        assertThat(calendar("P.1", "P")).isEqualTo("accepted");
    }

    @Test
    void who_may_do_everything_may_publish_them_before_there_is_any_unit() {
        var house = new hoso.command.PureHouse();
        String line = """
                {"specversion":"1.0","id":"k","source":"s","type":"hoso.calendar.published.v1","subject":"2024",\
                "time":"2024-01-01T08:00:00+07:00","data":{"holidays":[],"makeUpDays":[]}}""";

        assertThat(house.offer(line, new UnitRights(Set.of("P")))).isEqualTo("forbidden");
        assertThat(house.offer(line)).isEqualTo("accepted");
        assertThat(house.reference().events()).isEqualTo(1);
    }

    private static final String PROCEDURE =
            "'name':'x','field':'x','onlineLevel':'INFO','processing':{'kind':'SAME_DAY'},'validFrom':'2020-01-01'";
    private static final String CALENDAR = "'holidays':[],'makeUpDays':[]";

    private String published(String... units) {
        return story.offer(
                null, "procedure.published", "x", "2024-01-01T08:00", PROCEDURE, new UnitRights(Set.of(units)));
    }

    private String calendar(String... units) {
        return story.offer(
                null, "calendar.published", "2024", "2024-01-01T08:00", CALENDAR, new UnitRights(Set.of(units)));
    }

    private String registered(String code, String parent) {
        return unit("registered", code, "'name':'x','level':'DESK','parent':'" + parent + "'", "2020-01-01");
    }

    private String unit(String type, String code, String data) {
        return unit(type, code, data, "2024-01-01");
    }

    private String unit(String type, String code, String data, String validFrom) {
        return story.offer(null, "unit." + type, code, "2024-01-01T08:00", data + ",'validFrom':'" + validFrom + "'");
    }

    private String as(String type, String code, String data, String... units) {
        return story.offer(null, "unit." + type, code, "2024-01-01T08:00", data, new UnitRights(Set.of(units)));
    }
}
