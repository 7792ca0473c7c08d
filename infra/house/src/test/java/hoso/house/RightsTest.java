package hoso.house;

import static hoso.edge.ProblemCode.FORBIDDEN;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a right to a unit or a source comes to, where more than one of them is needed or the tree has changed. */
@InSharedHouse
class RightsTest {

    private static Wire wire;
    private static Province province;

    @BeforeAll
    static void found() {
        wire = new Wire(SharedHouse.house());
        province = Province.found("Q", wire);
    }

    @Test
    void who_publishes_does_so_under_its_own_sources() {
        String dossier = province.receive("source", province.communeA());
        Event notice = Event.of("dossier.notified", dossier, "by", "SMS", "about", "OTHER");
        for (Set<String> sources :
                List.of(Set.<String>of(), Set.of("urn:other"), Set.of("urn:tes"), Set.of("urn:test/a")))
            wire.publish(notice, publisher(sources)).isProblem(FORBIDDEN);

        wire.publish(notice, publisher(Set.of("urn:other", Event.SOURCE))).isOk();
    }

    private static String publisher(Set<String> sources) {
        return SharedHouse.house().token(Role.PUBLISHER, sources, Set.of("*"));
    }

    @Test
    void a_stream_tells_line_by_line_what_is_forbidden() {
        String mine = province.receive("stream-mine", province.communeA());
        String foreign = province.receive("stream-foreign", province.communeB());
        Event corrects = Event.of("dossier.clock-redecided", mine, "reason", "x", "authority", "y");
        List<Event> events = List.of(
                Event.of("dossier.notified", mine, "by", "SMS", "about", "OTHER"),
                Event.of("dossier.notified", foreign, "by", "SMS", "about", "OTHER"),
                corrects,
                Event.of("dossier.notified", mine, "by", "APP", "about", "OTHER"));
        String token = wire.token(Role.PUBLISHER, province.districtA());

        JsonNode stream = wire.post("/api/v1/events", Wire.STREAM, Wire.bytes(lines(events)), token)
                .isOk()
                .json();

        assertThat(stream.get("accepted").intValue()).isEqualTo(2);
        assertThat(stream.get("rejections")
                        .valueStream()
                        .map(one -> one.get("line") + " " + one.get("code").asString()))
                .containsExactly("2 forbidden", "3 forbidden");
    }

    private static String lines(List<Event> events) {
        return String.join("\n", events.stream().map(Event::json).toList());
    }

    @Test
    void a_correction_that_changes_the_unit_needs_the_right_to_both() {
        Event receipt = province.receipt("corrected", province.communeA());
        province.publish(receipt);
        Event moves = Event.of("dossier.corrected", receipt.subject(), "corrects", receipt.key())
                .withData(
                        "data",
                        Event.map("unit", province.communeB(), "procedure", province.procedure(), "channel", "ONLINE"))
                .withData("reason", "nhầm đơn vị")
                .withData("authority", "QĐ 3");

        for (String one : List.of(province.districtA(), province.districtB()))
            wire.publish(moves, wire.token(Role.REGISTRAR, one)).isProblem(FORBIDDEN);
        wire.publish(moves, wire.token(Role.REGISTRAR, province.communeA(), province.communeB()))
                .isOk();
    }

    @Test
    void what_was_accepted_and_is_sent_again_is_a_duplicate_also_when_the_unit_is_no_longer_mine() {
        Event receipt = province.receipt("given-away", province.communeA());
        String mine = wire.token(Role.PUBLISHER, province.districtA());
        JsonNode first = wire.publish(receipt, mine).isOk().json();
        province.publish(Event.of("dossier.corrected", receipt.subject(), "corrects", receipt.key())
                .withData(
                        "data",
                        Event.map("unit", province.communeB(), "procedure", province.procedure(), "channel", "ONLINE"))
                .withData("reason", "nhầm đơn vị")
                .withData("authority", "QĐ 3"));

        JsonNode again = wire.publish(receipt, mine).isOk().json();
        assertThat(again.get("status").asString()).isEqualTo("duplicate");
        assertThat(again.get("position")).isEqualTo(first.get("position"));
        wire.publish(Event.of("dossier.notified", receipt.subject(), "by", "SMS", "about", "OTHER"), mine)
                .isProblem(FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            registered | Q.A.2 | parent Q.A | 2020-01-01 | Q.A   | Q.B
            registered | Q.A.3 | parent Q.A | 2020-01-01 | Q     | Q.A.3
            registered | Q2    |            | 2020-01-01 | Q2    | Q
            registered | Q.A.1 | parent Q.A | 2020-01-01 | Q.A   | Q.A.1
            moved      | Q.C.1 | parent Q.D | 2021-01-01 | Q.C Q.D       | Q.C
            moved      | Q.C.2 | parent Q.D | 2021-01-01 | Q.C Q.D       | Q.D
            moved      | Q.C.3 | parent Q.D | 2021-01-01 | Q             | Q.C.3 Q.D
            merged     | Q.C.4 | into Q.D   | 2021-01-01 | Q.C Q.D       | Q.C
            merged     | Q.C.5 | into Q.D   | 2021-01-01 | Q             | Q.C.5 Q.D
            closed     | Q.C.6 | validTo    | 2021-01-01 | Q.C           | Q.D
            closed     | Q.C.7 | validTo    | 2021-01-01 | Q             | Q.C.7
            """)
    void a_unit_event_needs_a_right_to_the_unit_and_to_what_it_stands_under_before_and_after(
            String type, String unit, String relation, String date, String enough, String tooLittle) {
        province.publish(List.of(Province.unit("Q.C", "DISTRICT", "Q"), Province.unit("Q.D", "DISTRICT", "Q")));
        if (unit.startsWith("Q.C.")) province.publish(Province.unit(unit, "COMMUNE", "Q.C"));
        Event event = type.equals("registered") ? Province.unit(unit, "COMMUNE", null) : Event.of("unit." + type, unit);
        String[] words = relation == null ? new String[] {"validFrom"} : relation.split(" ");
        if (words.length == 2) event = event.withData(words[0], words[1]);
        event = event.withData(words[0].equals("validTo") ? "validTo" : "validFrom", date);

        wire.publish(event, wire.token(Role.REGISTRAR, tooLittle.split(" "))).isProblem(FORBIDDEN);
        wire.publish(event, wire.token(Role.REGISTRAR, enough.split(" "))).isOk();
    }

    /** The commune E belonged to district A until the end of 2024, and belongs to B since. */
    @ParameterizedTest
    @CsvSource({
        // asked about, from, to, tree, holder of, answered
        "Q.E, 2024-01-01, 2024-12-31, 2024-12-31, Q.A, 200",
        "Q.E, 2024-01-01, 2024-12-31, 2024-12-31, Q.B, 200",
        "Q.E, 2025-01-01, 2025-01-31, 2025-01-31, Q.A, 403",
        "Q.E, 2025-01-01, 2025-01-31, 2025-01-31, Q.B, 200",
        "Q.A, 2024-01-01, 2024-12-31, 2024-12-31, Q.A, 200",
        "Q.A, 2025-01-01, 2025-01-31, 2025-01-31, Q.A, 200",
        "Q.A, 2025-01-01, 2025-01-31, 2024-12-31, Q.A, 403",
        "Q.A, 2025-01-01, 2025-01-31, 2024-12-31, Q, 200",
        "Q.B, 2024-01-01, 2024-12-31, 2025-01-31, Q.B, 200",
        "Q.B, 2024-01-01, 2024-12-31, 2025-01-31, Q.A, 403",
    })
    void a_report_is_allowed_by_the_tree_of_today_or_of_its_last_day(
            String unit, String from, String to, String tree, String holder, int status) {
        province.publish(List.of(
                Province.unit("Q.E", "COMMUNE", "Q.A"),
                Event.of("unit.moved", "Q.E", "parent", "Q.B", "validFrom", "2025-01-01")));
        String path = "?unit=" + unit + "&from=" + from + "&to=" + to + "&tree=" + tree;
        String token = wire.token(Role.READER, holder);

        assertThat(wire.get("/api/v1/report" + path, token).status()).isEqualTo(status);
        assertThat(wire.get("/api/v1/report/dossiers" + path + "&cell=received.total", token)
                        .status())
                .isEqualTo(status);
    }

    @Test
    void a_dossier_is_read_by_its_present_owner_as_of_whatever_position() {
        Event receipt = province.receipt("read", province.communeA());
        long before = wire.publish(receipt).isOk().json().get("position").longValue();
        province.publish(Event.of("dossier.corrected", receipt.subject(), "corrects", receipt.key())
                .withData(
                        "data",
                        Event.map("unit", province.communeB(), "procedure", province.procedure(), "channel", "ONLINE"))
                .withData("reason", "nhầm đơn vị")
                .withData("authority", "QĐ 3"));

        for (String what : List.of("", "/history")) {
            String path = "/api/v1/dossiers/" + receipt.subject() + what + "?asOf=" + before;
            wire.get(path, wire.token(Role.AUDITOR, province.districtA())).isProblem(FORBIDDEN);
            wire.get(path, wire.token(Role.AUDITOR, province.districtB())).isOk();
        }
    }

    @Test
    void units_are_shown_to_those_who_see_them() {
        JsonNode units = wire.get("/api/v1/units", wire.token(Role.READER, province.districtB()))
                .isOk()
                .json()
                .get("units");

        assertThat(units.valueStream().map(unit -> unit.get("code").asString()))
                .contains(province.districtB(), province.communeB())
                .doesNotContain(province.code(), province.districtA(), province.communeA());
    }
}
