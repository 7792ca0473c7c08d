package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.ProblemCode;
import hoso.edge.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What never came is told from what did. */
@InSharedHouse
class GapsTest {

    private static final String MARCH = "&from=2026-03-01&to=2026-03-31";

    private static Wire wire;
    private static Province province;
    private static long before;

    @BeforeAll
    static void found() {
        wire = new Wire(SharedHouse.house());
        province = Province.found("G", wire);
        before = position();
        // province.receive puts the code and a dash before the name: the prefix is G-hs
        for (int number : List.of(1, 3, 6)) received("hs", 2, number, province.communeA());
        received("hs", 2, 4, province.communeB());
        Event voided = province.receipt("hs-260302-0005", province.communeA());
        province.publish(List.of(
                voided,
                Event.of("dossier.voided", voided.subject(), "reason", "sai", "authority", "QĐ 1")
                        .withData("corrects", voided.key())));
        for (int number : List.of(2, 4)) received("hs", 3, number, province.communeA());
        received("ts", 3, 1, province.communeA());
    }

    private static void received(String prefix, int day, int number, String unit) {
        province.receive("%s-26030%d-%04d".formatted(prefix, day, number), unit);
    }

    @Test
    void a_number_below_the_highest_that_nobody_published_is_missing() {
        assertThat(holes("?unit=G.A" + MARCH)).containsExactly("G-hs 2026-03-02 6 [2]", "G-hs 2026-03-03 4 [1,3]");
        assertThat(holes("?unit=G.B" + MARCH))
                .as("it has the fourth, and others have what is below, but one")
                .containsExactly("G-hs 2026-03-02 4 [2]");
        assertThat(holes("?unit=G&from=2026-03-03&to=2026-03-31")).containsExactly("G-hs 2026-03-03 4 [1,3]");
    }

    @Test
    void as_of_then_what_came_later_was_missing() {
        String asOf = "&asOf=" + (before + 2);
        assertThat(holes("?unit=G" + MARCH + asOf)).containsExactly("G-hs 2026-03-02 3 [2]");
    }

    @Test
    void days_come_page_by_page() {
        JsonNode first = gaps("?unit=G.A" + MARCH + "&limit=1");
        assertThat(told(first)).containsExactly("G-hs 2026-03-02 6 [2]");
        JsonNode second =
                gaps("?unit=G.A" + MARCH + "&limit=1&after=" + first.get("next").asString());
        assertThat(told(second)).containsExactly("G-hs 2026-03-03 4 [1,3]");
        assertThat(second.has("next")).isFalse();
        assertThat(second.get("asOf")).isEqualTo(first.get("asOf"));
    }

    @Test
    void a_period_has_a_leap_year_at_most() {
        String year = "/api/v1/audit/gaps?unit=G&from=2025-06-01&to=";
        wire.get(year + "2026-06-01", wire.admin()).isOk();
        wire.get(year + "2026-06-02", wire.admin()).isProblem(ProblemCode.MALFORMED);
    }

    @Test
    void without_a_unit_nothing_is_numbered() {
        JsonNode answer = wire.get("/api/v1/audit/gaps", wire.token(Role.AUDITOR, "G.A"))
                .isOk()
                .json();
        assertThat(answer.has("numbering")).isFalse();
        assertThat(answer.has("origins")).as("there is one store").isFalse();
    }

    @Test
    void a_publisher_is_silent_after_more_working_time_without_an_event_than_asked() {
        JsonNode now = publisher(gaps("?unit=G.A" + MARCH));
        assertThat(now.get("events").longValue())
                .as("what it published for these units")
                .isEqualTo(8);
        assertThat(now.get("firstPosition").longValue()).isEqualTo(before + 1);
        assertThat(now.get("silent").booleanValue()).isFalse();
        String lastAt = now.get("lastAt").asString();

        JsonNode later = publisher(gaps("?unit=G.A" + MARCH + "&at=2030-01-01T00:00:00Z"));
        assertThat(later.get("silent").booleanValue()).isTrue();
        assertThat(later.get("silentWorkingMinutes").longValue()).isGreaterThan(60 * 8);
        assertThat(later.get("lastAt").asString()).isEqualTo(lastAt);
        assertThat(publisher(gaps("?unit=G.A" + MARCH + "&at=2026-12-31T00:00:00Z&silent=2000"))
                        .get("silent")
                        .booleanValue())
                .isFalse();
        assertThat(publisher(gaps("?unit=G.A" + MARCH + "&asOf=" + (before + 2)))
                        .get("events")
                        .longValue())
                .isEqualTo(2);
    }

    @Test
    void who_sees_some_units_sees_who_published_for_them() {
        JsonNode of = wire.get("/api/v1/audit/gaps", wire.token(Role.AUDITOR, "G.B"))
                .isOk()
                .json();
        assertThat(publisher(of).get("events").longValue()).isEqualTo(1);
        JsonNode all = gaps("");
        assertThat(publisher(all).get("events").longValue()).isGreaterThan(9);
        assertThat(all.at("/silence/afterWorkingHours").longValue()).isEqualTo(8);
    }

    private static JsonNode publisher(JsonNode answer) {
        JsonNode publishers = answer.at("/silence/publishers");
        assertThat(publishers).isNotEmpty();
        for (JsonNode publisher : publishers)
            if (publisher.get("publisher").asString().equals("admin")
                    && publisher.get("source").asString().equals(Event.SOURCE)) return publisher;
        throw new AssertionError(publishers.toString());
    }

    private static List<String> holes(String query) {
        return told(gaps(query));
    }

    private static List<String> told(JsonNode answer) {
        List<String> told = new ArrayList<>();
        answer.get("numbering").forEach(day -> {
            assertThat(day.get("missing").intValue())
                    .isEqualTo(day.get("numbers").size());
            told.add(day.get("prefix").asString() + " " + day.get("day").asString() + " "
                    + day.get("highest").intValue() + " " + day.get("numbers"));
        });
        return told;
    }

    private static JsonNode gaps(String query) {
        return wire.get("/api/v1/audit/gaps" + query, wire.admin()).isOk().json();
    }

    private static long position() {
        return gaps("").at("/asOf/position").longValue();
    }
}
