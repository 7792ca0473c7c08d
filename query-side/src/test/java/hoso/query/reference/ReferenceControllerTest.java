package hoso.query.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.edge.Caller;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.edge.Scope;
import hoso.event.ReferenceFact;
import hoso.event.history.ReferenceRegister;
import hoso.query.question.CountedPositions;
import hoso.query.question.Standpoints;
import hoso.vocabulary.OnlineLevel;
import hoso.vocabulary.Processing;
import hoso.vocabulary.UnitLevel;
import hoso.vocabulary.UnitRights;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commune was published at position 2; everything else before. */
class ReferenceControllerTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    private final ReferenceRegister first = ReferenceRegister.EMPTY
            .with("H1", unit("Tỉnh Một", UnitLevel.PROVINCE, LocalDate.of(2020, 1, 1)))
            .with("H1", unit("Tỉnh Một mới", UnitLevel.PROVINCE, LocalDate.of(2025, 7, 1)))
            .with("1.000001", procedure(5, LocalDate.of(2020, 1, 1)))
            .with("1.000001", procedure(3, LocalDate.of(2024, 1, 1)))
            .with(
                    "2026",
                    new ReferenceFact.CalendarPublished(
                            null, List.of(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 1)), List.of()));
    private final ReferenceRegister second = first.with(
                    "H1.1",
                    new ReferenceFact.UnitRegistered("Xã Một", UnitLevel.COMMUNE, "H1", LocalDate.of(2020, 1, 1)))
            .with("H1.1", new ReferenceFact.UnitClosed(LocalDate.of(2025, 6, 30)));
    private final ReferenceController controller = new ReferenceController(
            new Standpoints(new CountedPositions(9, 9), () -> NOW), position -> position < 2 ? first : second);

    @Test
    void units_are_those_of_today_unless_a_date_is_asked_for() {
        JsonNode today = units("", "*");
        assertThat(today.get("date").asString()).isEqualTo("2026-11-20");
        assertThat(today.at("/units/0/name").asString()).isEqualTo("Tỉnh Một mới");
        assertThat(today.at("/units/0").has("parent")).isFalse();
        assertThat(today.at("/units/1/code").asString()).isEqualTo("H1.1");
        assertThat(today.at("/units/1/parent").asString()).isEqualTo("H1");
        assertThat(today.at("/units/1/level").asString()).isEqualTo("COMMUNE");
        assertThat(today.at("/units/1/validTo").asString()).isEqualTo("2025-06-30");

        assertThat(units("date=2024-05-01", "*").at("/units/0/name").asString()).isEqualTo("Tỉnh Một");
        JsonNode then = units("at=2024-04-30T17:00:00Z", "*");
        assertThat(then.get("date").asString())
                .as("of the moment, where no date is asked")
                .isEqualTo("2024-05-01");
        assertThat(then.at("/units/0/name").asString()).isEqualTo("Tỉnh Một");
    }

    @Test
    void units_are_those_published_by_the_position() {
        assertThat(units("asOf=1", "*").get("units")).hasSize(1);
        assertThat(units("asOf=2", "*").get("units")).hasSize(2);
    }

    @Test
    void units_are_shown_to_those_who_see_them() {
        assertThat(units("", "H1").get("units")).hasSize(2);
        assertThat(units("", "H1.1").get("units")).hasSize(1);
        assertThat(units("", "H2").get("units")).isEmpty();
    }

    @Test
    void a_procedure_is_shown_in_the_version_in_force() {
        JsonNode old = JSON.valueToTree(controller.procedures(given("date=2022-01-01")));
        assertThat(old.at("/procedures/0/processing/amount").intValue()).isEqualTo(5);
        assertThat(old.at("/procedures/0/validFrom").asString()).isEqualTo("2020-01-01");
        assertThat(old.at("/procedures/0/supplement").asString()).isEqualTo("RESUME");
        JsonNode now = JSON.valueToTree(controller.procedures(given("")));
        assertThat(now.at("/procedures/0/processing/amount").intValue()).isEqualTo(3);
    }

    @Test
    void a_year_has_its_calendar_published_or_not() {
        JsonNode published = calendar("2026");
        assertThat(published.get("published").booleanValue()).isTrue();
        assertThat(published.get("hours").toString()).isEqualTo("[[\"07:30\",\"11:30\"],[\"13:00\",\"17:00\"]]");
        assertThat(published.get("holidays").toString()).isEqualTo("[\"2026-01-01\",\"2026-01-02\"]");
        JsonNode other = calendar("2031");
        assertThat(other.get("published").booleanValue()).isFalse();
        assertThat(other.get("holidays")).hasSize(4);
        assertThat(other.get("workingDays").intValue()).isBetween(250, 262);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1989", "2101", "26", "abcd", "2026x", ""})
    void a_year_is_malformed_where_it_is_none(String year) {
        refused(ProblemCode.MALFORMED, () -> calendar(year));
    }

    @ParameterizedTest
    @ValueSource(strings = {"date=tomorrow", "at=tomorrow", "date=1899-12-31", "asOf=10", "day=2026-01-01"})
    void is_malformed_where_a_parameter_is_wrong(String query) {
        refused(ProblemCode.MALFORMED, () -> units(query, "*"));
    }

    private JsonNode units(String query, String units) {
        return JSON.valueToTree(controller.units(given(query), caller(units)));
    }

    private JsonNode calendar(String year) {
        return JSON.valueToTree(controller.calendar(year, given("")));
    }

    private static MultiValueMap<String, String> given(String query) {
        var given = new LinkedMultiValueMap<String, String>();
        if (!query.isEmpty())
            given.add(query.substring(0, query.indexOf('=')), query.substring(query.indexOf('=') + 1));
        return given;
    }

    private static Caller caller(String units) {
        return new Caller("reader", Set.of(Scope.REPORT_READ), Set.of(), new UnitRights(Set.of(units)));
    }

    private static void refused(ProblemCode code, ThrowingCallable asking) {
        assertThatThrownBy(asking)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static ReferenceFact unit(String name, UnitLevel level, LocalDate from) {
        return new ReferenceFact.UnitRegistered(name, level, null, from);
    }

    private static ReferenceFact procedure(int days, LocalDate from) {
        return new ReferenceFact.ProcedurePublished(
                "Cấp bản sao",
                "Hộ tịch",
                OnlineLevel.FULL,
                new Processing(Processing.Kind.WORKING_DAYS, days),
                null,
                null,
                null,
                from);
    }
}
