package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What an account says, in figures and in sentences. A dossier received on Monday 2 March 2026 at 09:00 is due on Monday the
 * 9th at 09:00.
 */
@InSharedHouse
class ClockAccountTest {

    private static final String MARCH = "&from=2026-03-01&to=2026-03-31";

    private static Wire wire;
    private static Province province;

    @BeforeAll
    static void found() {
        wire = new Wire(SharedHouse.house());
        province = Province.found("T", wire);
    }

    private static Event of(String type, String dossier, String time, Object... data) {
        return Event.of("dossier." + type, dossier, data).at(time);
    }

    /** Requested and answered twice, closed on the day it was due. */
    private static String requestedTwice(String name) {
        String dossier = province.receive(name, province.communeA());
        province.publish(List.of(
                of("supplement-requested", dossier, "2026-03-03T09:00:00+07:00", "reason", "thiếu giấy tờ"),
                of("supplement-received", dossier, "2026-03-04T09:00:00+07:00"),
                of("supplement-requested", dossier, "2026-03-05T09:00:00+07:00", "reason", "thiếu chữ ký"),
                of("supplement-received", dossier, "2026-03-06T09:00:00+07:00"),
                Province.closed(dossier, "2026-03-09T10:00:00+07:00")));
        return dossier;
    }

    @Test
    void a_second_request_alone_makes_it_overdue_for_the_portal_by_no_working_time() {
        String dossier = requestedTwice("second");

        JsonNode account = post(dossier, "{\"rules\":\"PORTAL\"}");
        JsonNode verdict = account.get("verdict");
        assertThat(verdict.get("late").booleanValue()).isTrue();
        assertThat(verdict.has("lateBy")).isFalse();
        assertThat(verdict.get("dueAt").asString()).isEqualTo("2026-03-11T02:00:00Z");
        assertThat(verdict.get("secondRequest").asString()).isEqualTo("2026-03-05T02:00:00Z");
        assertThat(sentences(account))
                .contains("bị tính là quá hạn vì có yêu cầu bổ sung lần hai lúc 09:00 thứ Năm, 05/3/2026"
                        + " (hạn 09:00 thứ Tư, 11/3/2026)")
                .doesNotContain("trễ hạn");
    }

    @Test
    void what_the_portal_ended_late_but_by_the_due_instant_was_not_closed_too_late_there() {
        String dossier = requestedTwice("ended");
        province.publish(Province.observed(dossier, "2026-03-10T09:00:00+07:00", 9, true));
        assertThat(causes(clock(dossier, "").at("/portal/differences"))).containsExactly("SECOND_REQUEST");
    }

    @Test
    void as_of_a_moment_it_stands_as_it_stood_then() {
        String dossier = province.receive("stood", province.communeA());
        province.publish(List.of(
                of("suspended", dossier, "2026-03-05T09:00:00+07:00", "reason", "chờ giám định"),
                of("resumed", dossier, "2026-03-12T09:00:00+07:00"),
                Province.closed(dossier, "2026-03-13T09:00:00+07:00")));

        JsonNode before = clock(dossier, "?at=2026-03-04T09:00:00%2B07:00");
        assertThat(before.at("/verdict/status").asString()).isEqualTo("OPEN");
        assertThat(before.at("/verdict/dueAt").asString()).isEqualTo("2026-03-16T02:00:00Z");
        assertThat(before.at("/verdict/dueAtThen").asString()).isEqualTo("2026-03-09T02:00:00Z");
        assertThat(before.at("/verdict/left").asString()).isEqualTo("PT24H");
        assertThat(sentences(before))
                .contains("hạn lúc đó là 09:00 thứ Hai, 09/3/2026, còn 3 ngày làm việc; do việc xảy ra sau đó,"
                        + " hạn nay là 09:00 thứ Hai, 16/3/2026");

        JsonNode within = clock(dossier, "?at=2026-03-10T09:00:00%2B07:00");
        assertThat(within.at("/verdict/status").asString()).isEqualTo("PAUSED");
        assertThat(within.at("/verdict").has("left")).isFalse();
        assertThat(sentences(within)).contains("Kết luận: hồ sơ đang tạm dừng tính thời hạn, chưa quá hạn.");
    }

    @Test
    void before_its_receipt_a_dossier_has_no_clock() {
        String dossier = requestedTwice("unborn");
        wire.get(path(dossier, "/clock?at=2026-03-02T08:59:59%2B07:00"), wire.admin())
                .isProblem(ProblemCode.MALFORMED);
        assertThat(clock(dossier, "?at=2026-03-02T09:00:00%2B07:00")
                        .at("/verdict/status")
                        .asString())
                .isEqualTo("OPEN");
    }

    @Test
    void what_is_closed_here_and_goes_on_there_is_said_with_the_verdict_that_says_so() {
        String dossier = province.receive("goes-on", province.communeA());
        province.publish(List.of(
                Province.observed(dossier, "2026-03-03T09:00:00+07:00", 4, true),
                Province.closed(dossier, "2026-03-04T10:00:00+07:00")));
        assertThat(sentences(post(dossier, "{\"rules\":\"PORTAL\"}")))
                .contains(", vì đã giải quyết xong lúc 10:00 thứ Tư, 04/3/2026 mà trên Cổng chưa thấy kết thúc.");
    }

    @Test
    void days_off_that_follow_each_other_are_told_as_one_whoever_held_it_then() {
        Event receipt = province.receipt("tet", province.communeA()).at("2026-02-12T09:00:00+07:00");
        String dossier = receipt.subject();
        province.publish(List.of(
                receipt,
                of("forwarded", dossier, "2026-02-17T22:00:00+07:00", "holder", province.communeB()),
                Province.closed(dossier, "2026-02-26T10:00:00+07:00")));
        assertThat(sentences(clock(dossier, "")))
                .contains("Không tính các ngày nghỉ lễ: Tết Nguyên đán (16/02/2026 – 20/02/2026).");
    }

    /** By the receipt as corrected the extension came after the due instant; what was accepted stays. */
    @Test
    void overdue_is_for_both_rules_what_is_so_by_the_due_instant_that_all_facts_lead_to() {
        Event receipt = province.receipt("earlier", province.communeA());
        String dossier = receipt.subject();
        province.publish(List.of(
                receipt,
                Province.extended(dossier, "2026-03-05T09:00:00+07:00", "2026-03-20T09:00:00+07:00", "x"),
                Event.of("dossier.corrected", dossier, "corrects", receipt.key())
                        .withData("time", "2026-02-23T09:00:00+07:00")
                        .withData("reason", "nhầm ngày")
                        .withData("authority", "QĐ 5")));

        String at = "?at=2026-03-03T09:00:00%2B07:00";
        JsonNode account = clock(dossier, at);
        JsonNode portal = account.at("/portal/verdict");
        assertThat(portal.get("overdue").booleanValue()).isFalse();
        assertThat(portal.get("late").booleanValue()).isFalse();
        assertThat(portal.get("dueAt").asString()).isEqualTo("2026-03-20T02:00:00Z");
        assertThat(portal.get("dueAtThen").asString()).isEqualTo("2026-03-02T02:00:00Z");
        assertThat(portal).isEqualTo(account.get("verdict"));
        assertThat(account.at("/portal/differences")).isEmpty();
        JsonNode scored = wire.post(
                        path(dossier, "/clock" + at),
                        "application/json",
                        Wire.bytes("{\"rules\":\"PORTAL\"}"),
                        wire.admin())
                .isOk()
                .json();
        assertThat(scored.get("verdict")).isEqualTo(portal);
        assertThat(sentences(scored)).doesNotContain("hồ sơ quá hạn");

        JsonNode after = clock(dossier, "?at=2026-03-23T09:00:00%2B07:00").at("/portal/verdict");
        assertThat(after.get("overdue").booleanValue()).isTrue();
        assertThat(after.get("lateBy").asString()).isEqualTo("PT8H");
    }

    @Test
    void late_outside_the_working_hours_is_told_by_the_clock_on_the_wall() {
        Event receipt = province.receipt("evening", province.communeA()).withData("dueAt", "2026-03-06T17:00:00+07:00");
        province.publish(List.of(receipt, Province.closed(receipt.subject(), "2026-03-06T17:20:00+07:00")));

        JsonNode account = clock(receipt.subject(), "");
        assertThat(account.at("/verdict/lateBy").asString()).isEqualTo("PT0S");
        assertThat(sentences(account)).contains("trễ hạn 20 phút, ngoài giờ làm việc (hạn 17:00 thứ Sáu, 06/3/2026)");
    }

    @Test
    void the_holidays_within_are_named_but_where_calendar_days_are_counted() {
        province.publish(List.of(
                procedure("working"),
                procedure("days").withData("processing", Map.of("kind", "CALENDAR_DAYS", "amount", 30))));
        String working = receivedOn("working", "T-working", "2012-04-27T09:00:00+07:00");
        String days = receivedOn("days", "T-days", "2012-04-27T09:00:00+07:00");
        province.publish(List.of(
                of("resolved", working, "2012-05-04T09:00:00+07:00", "outcome", "REJECTED"),
                Province.closed(days, "2012-05-04T09:00:00+07:00")));

        assertThat(lines(clock(working, "")))
                .contains(
                        "Thời hạn giải quyết là 5 ngày làm việc (mỗi ngày 8 giờ), theo thủ tục có hiệu lực từ"
                                + " 01/01/2010: hạn là 09:00 thứ Ba, 08/5/2012.",
                        "Lúc 09:00 thứ Sáu, 04/5/2012: giải quyết xong, không chấp thuận.",
                        "Không tính các ngày nghỉ lễ: Ngày Chiến thắng 30/4 (30/4/2012); Ngày Quốc tế Lao động 01/5 (01/5/2012).",
                        "Kết luận: hồ sơ kết thúc lúc 09:00 thứ Sáu, 04/5/2012, trước hạn 2 ngày làm việc.");
        assertThat(sentences(clock(days, "")))
                .contains("30 ngày, kể cả ngày nghỉ")
                .doesNotContain("Không tính các ngày nghỉ lễ");
    }

    /** Each year is nobody else's. */
    @Test
    void each_step_names_the_calendar_that_decided_it_and_a_difference_those_that_make_it() {
        province.publish(procedure("2013"));
        String dossier = receivedOn("calendar", "T-2013", "2013-03-04T09:00:00+07:00");
        province.publish(of("suspended", dossier, "2013-03-06T09:00:00+07:00", "reason", "chờ giám định"));
        province.publish(calendar(2013, "2013-03-08"));
        long first = positionOfCalendar(2013, dossier);
        province.publish(calendar(2013, "2013-03-08", "2013-11-20"));

        JsonNode account = clock(dossier, "");
        assertThat(account.at("/steps/0/calendars/0/published").booleanValue()).isFalse();
        assertThat(account.at("/calendars/0/position").longValue()).isGreaterThan(first);
        assertThat(account.at("/recomputed/dueAt").asString()).isEqualTo("2013-03-12T02:00:00Z");
        assertThat(account.at("/recomputed/because")).hasSize(1);
        assertThat(account.at("/recomputed/because/0/code").asString()).isEqualTo("CALENDAR");

        province.publish(
                of("clock-redecided", dossier, "2013-04-01T09:00:00+07:00", "reason", "lịch", "authority", "QĐ"));
        JsonNode again = clock(dossier, "");
        assertThat(again.at("/recomputed/differs").booleanValue()).isFalse();
        assertThat(again.at("/steps/0/calendars/0/position").longValue()).isGreaterThan(first);
    }

    /** What the publisher stated does not move; what is left of it in a pause does. */
    @Test
    void a_remainder_that_changes_alone_is_told_too() {
        province.publish(procedure("2014"));
        Event receipt = Event.of(
                        "dossier.received",
                        "T-remainder",
                        "unit",
                        province.communeA(),
                        "procedure",
                        "T-2014",
                        "channel",
                        "ONLINE",
                        "dueAt",
                        "2014-03-14T17:00:00+07:00")
                .at("2014-03-03T09:00:00+07:00");
        String dossier = receipt.subject();
        province.publish(
                List.of(receipt, of("suspended", dossier, "2014-03-05T13:00:00+07:00", "reason", "chờ giám định")));
        province.publish(calendar(2014, "2014-03-10"));

        JsonNode fact = clock(dossier, "").at("/recomputed/facts/0");
        assertThat(fact.get("dueAt")).isEqualTo(fact.get("recordedDueAt"));
        assertThat(fact.get("recordedRemaining").asString()).isEqualTo("PT60H");
        assertThat(fact.get("remaining").asString()).isEqualTo("PT52H");
        province.publish(
                of("clock-redecided", dossier, "2014-04-01T09:00:00+07:00", "reason", "lịch", "authority", "QĐ"));
        JsonNode change = get("/api/v1/dossiers/" + dossier + "/history").at("/events/2/changed/facts/0");
        assertThat(change.at("/was/remaining").asString()).isEqualTo("PT60H");
        assertThat(change.at("/now/remaining").asString()).isEqualTo("PT52H");
    }

    @Test
    void a_resume_that_goes_with_its_pause_is_not_moved() {
        String dossier = province.receive("along", province.communeA());
        Event pause = of("supplement-requested", dossier, "2026-03-03T09:00:00+07:00", "reason", "thiếu giấy tờ");
        Event resume = of("supplement-received", dossier, "2026-03-04T09:00:00+07:00");
        province.publish(List.of(pause, resume));

        String both =
                "{\"without\":[%s],\"moved\":[{\"source\":\"%s\",\"id\":\"%s\",\"time\":\"2026-03-05T09:00:00+07:00\"}]}"
                        .formatted(key(pause), Event.SOURCE, resume.id());
        Reply refused = wire.post(path(dossier, "/clock"), "application/json", Wire.bytes(both), wire.admin());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("code").asString()).isEqualTo("malformed");

        JsonNode later = post(
                dossier,
                "{\"moved\":[{\"source\":\"%s\",\"id\":\"%s\",\"time\":\"2026-03-05T09:00:00+07:00\"}]}"
                        .formatted(Event.SOURCE, resume.id()));
        assertThat(later.at("/verdict/dueAt").asString()).isEqualTo("2026-03-11T02:00:00Z");
        assertThat(later.at("/supposed/recorded/dueAt").asString()).isEqualTo("2026-03-10T02:00:00Z");
        assertThat(sentences(later))
                .contains(
                        "Giả sử việc nhận hồ sơ bổ sung lúc 09:00 thứ Tư, 04/3/2026 diễn ra lúc 09:00 thứ Năm, 05/3/2026");
    }

    @Test
    void no_evening_is_told_that_has_not_come() {
        String dossier = province.receive("evenings", province.communeA());
        province.publish(Province.closed(dossier, "2026-03-17T09:00:00+07:00"));
        JsonNode days = get(path(dossier, "/days?from=2026-03-02&to=2030-01-01&at=2026-03-09T08:00:00%2B07:00"));
        assertThat(days.get("days")).hasSize(8);
        assertThat(days.has("next")).isFalse();

        for (String ahead : List.of("from=2026-03-10&to=2026-03-20", "from=2026-03-10")) {
            JsonNode none = get(path(dossier, "/days?" + ahead + "&at=2026-03-09T08:00:00%2B07:00"));
            assertThat(none.get("days")).as(ahead).isEmpty();
            assertThat(none.has("next")).as(ahead).isFalse();
        }
    }

    /** It is on the portal's map for as long as it is not closed there. */
    @Test
    void what_was_closed_here_long_ago_and_never_there_is_listed_in_every_period_since() {
        String commune = province.commune("open");
        String dossier = province.receive("open-there", commune);
        province.publish(List.of(
                Province.observed(dossier, "2026-03-03T09:00:00+07:00", 4, true),
                Province.closed(dossier, "2026-03-05T09:00:00+07:00")));
        JsonNode may = get("/api/v1/audit/mismatches?unit=" + commune + "&from=2026-05-01&to=2026-05-31");
        assertThat(may.get("count").intValue()).isEqualTo(1);
        assertThat(causes(may.at("/dossiers/0/causes"))).contains("NEVER_CLOSED_THERE");
        assertThat(get("/api/v1/audit/mismatches?unit=" + commune + "&from=2026-02-01&to=2026-02-28")
                        .get("count")
                        .intValue())
                .isZero();
    }

    /** What came after the period changes nothing of what stood at its end. */
    @Test
    void a_request_that_was_answered_later_is_a_mismatch_of_the_month_in_which_it_was_open() {
        String commune = province.commune("asked");
        String dossier = province.receive("asked", commune);
        province.publish(of("supplement-requested", dossier, "2026-03-05T09:00:00+07:00", "reason", "thiếu giấy tờ"));
        String asked = "/api/v1/audit/mismatches?unit=" + commune + MARCH;
        assertThat(get(asked).get("count").intValue()).isEqualTo(1);
        province.publish(of("supplement-received", dossier, "2026-04-03T09:00:00+07:00"));
        assertThat(get(asked).get("count").intValue()).isEqualTo(1);
        province.publish(of("notified", dossier, "2026-04-04T09:00:00+07:00", "by", "SMS", "about", "OTHER"));
        assertThat(get(asked).get("count").intValue()).isEqualTo(1);
    }

    private static Event procedure(String name) {
        return province.procedureEvent(name, 5, "2010-01-01");
    }

    private static Event calendar(int year, String... holidays) {
        return Event.of("calendar.published", "" + year, "holidays", List.of(holidays), "makeUpDays", List.of());
    }

    private static String receivedOn(String name, String procedure, String time) {
        Event receipt = province.receipt(name, province.communeA())
                .withData("procedure", procedure)
                .at(time);
        province.publish(receipt);
        return receipt.subject();
    }

    private static long positionOfCalendar(int year, String dossier) {
        JsonNode calendar = clock(dossier, "").at("/calendars/0");
        assertThat(calendar.get("year").intValue()).isEqualTo(year);
        return calendar.get("position").longValue();
    }

    private static String key(Event event) {
        return "{\"source\":\"" + Event.SOURCE + "\",\"id\":\"" + event.id() + "\"}";
    }

    private static String path(String dossier, String more) {
        return "/api/v1/dossiers/" + dossier + more;
    }

    private static JsonNode clock(String dossier, String query) {
        return get(path(dossier, "/clock" + query));
    }

    private static JsonNode get(String path) {
        return wire.get(path, wire.admin()).isOk().json();
    }

    private static JsonNode post(String dossier, String body) {
        return wire.post(path(dossier, "/clock"), "application/json", Wire.bytes(body), wire.admin())
                .isOk()
                .json();
    }

    private static List<String> causes(JsonNode differences) {
        return StreamSupport.stream(differences.spliterator(), false)
                .map(difference -> difference.get("cause").asString())
                .toList();
    }

    private static List<String> lines(JsonNode account) {
        return StreamSupport.stream(account.get("sentences").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static String sentences(JsonNode account) {
        return lines(account).stream().collect(Collectors.joining("\n"));
    }
}
