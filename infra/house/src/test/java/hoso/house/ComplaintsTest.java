package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What provinces complain of in their monthly reports, each told as a story: the events come in, and an auditor asks. Working
 * days are those of March 2026; a dossier received on Monday the 2nd at 09:00 is due on Monday the 9th at 09:00.
 */
@InSharedHouse
class ComplaintsTest {

    private static final String MARCH = "&from=2026-03-01&to=2026-03-31";
    private static final String APRIL_AT = "&at=2026-04-15T08:00:00%2B07:00";

    private static Wire wire;
    private static Province province;

    @BeforeAll
    static void found() {
        wire = new Wire(SharedHouse.house());
        province = Province.found("K", wire);
    }

    /** "Số liệu số hóa không đúng, tỷ lệ của tỉnh khác của Cổng, chưa đồng bộ." */
    @Test
    void first_the_rates_of_province_and_portal_differ_since_dossiers_were_not_synced() {
        String commune = province.commune("1");
        String synced = province.receive("1-synced", commune);
        String lost = province.receive("1-lost", commune);
        province.publish(List.of(
                Event.of("dossier.components-digitized", synced).at("2026-03-02T09:30:00+07:00"),
                Event.of("dossier.components-digitized", lost).at("2026-03-02T09:40:00+07:00"),
                Province.closed(synced, "2026-03-05T10:00:00+07:00"),
                Province.closed(lost, "2026-03-05T11:00:00+07:00"),
                Province.observed(synced, "2026-03-05T12:00:00+07:00", 9, true),
                Province.observed(lost, "2026-03-03T12:00:00+07:00", 4, true),
                Province.observed(lost, "2026-03-06T12:00:00+07:00", 4, false)));

        JsonNode report = get("/api/v1/report?unit=" + commune + MARCH).get("total");
        assertThat(report.at("/tags/digitized/inScope").intValue()).isEqualTo(2);
        assertThat(report.at("/rates/digitized").doubleValue()).isEqualTo(100);

        JsonNode mismatches = get("/api/v1/audit/mismatches?unit=" + commune + MARCH + APRIL_AT);
        assertThat(mismatches.get("count").intValue()).isEqualTo(1);
        JsonNode dossier = mismatches.at("/dossiers/0");
        assertThat(dossier.get("id").asString()).isEqualTo(lost);
        assertThat(dossier.at("/causes/0/cause").asString()).isEqualTo("NOT_SYNCED");
        assertThat(dossier.at("/causes/0/vi").asString())
                .contains("12:00 thứ Sáu, 06/3/2026")
                .contains("12:00 thứ Ba, 03/3/2026");
        assertThat(causes(mismatches)).containsEntry("NOT_SYNCED", 1L);
    }

    /** "Hồ sơ hôm nay quá hạn, mai lại không; trả sớm mà Cổng đồng bộ về quá hạn." */
    @Test
    void second_a_dossier_is_overdue_one_day_and_not_the_next_and_the_portal_turns_what_was_early_into_late() {
        String dossier = province.receive("2", province.communeA());
        long before = position(dossier);
        // the applicant had been waited for since the 4th; that is published a week later
        province.publish(Event.of("dossier.supplement-received", dossier, "since", "2026-03-04T09:00:00+07:00")
                .at("2026-03-10T09:00:00+07:00"));
        String thatEvening = "at=2026-03-10T17:00:00%2B07:00";
        assertThat(get(of(dossier, "?asOf=" + before + "&" + thatEvening))
                        .get("overdue")
                        .booleanValue())
                .isTrue();
        assertThat(get(of(dossier, "?" + thatEvening)).get("overdue").booleanValue())
                .isFalse();

        // the history names the fact, and what it did to each figure
        JsonNode late = get(of(dossier, "/history")).at("/events/1");
        assertThat(late.at("/changed/shown/was/dueAt").asString()).isEqualTo("2026-03-09T02:00:00Z");
        assertThat(late.at("/changed/shown/now/dueAt").asString()).isEqualTo("2026-03-13T02:00:00Z");
        assertThat(measures(late)).contains("OVERDUE", "PAUSED");

        // closed early; the portal shows it processed on the 16th only, after it fell due
        province.publish(List.of(
                Province.closed(dossier, "2026-03-12T10:00:00+07:00"),
                Province.observed(dossier, "2026-03-16T08:00:00+07:00", 9, true)));
        JsonNode clock = get(of(dossier, "/clock"));
        assertThat(clock.at("/verdict/timeliness").asString()).isEqualTo("EARLY");
        assertThat(clock.at("/portal/verdict/timeliness").asString()).isEqualTo("LATE");
        assertThat(clock.at("/portal/differences/0/cause").asString()).isEqualTo("CLOSED_LATER_THERE");
        assertThat(sentences(clock)).contains("trước hạn").contains("Cổng Dịch vụ công quốc gia thể hiện khác");

        // and the days say so, each by itself
        JsonNode days = get(of(dossier, "/days?from=2026-03-12&to=2026-03-16")).get("days");
        assertThat(days).hasSize(5);
        assertThat(days.get(4).at("/portal/status").intValue()).isEqualTo(9);
        assertThat(days.get(0).has("portal")).isFalse();
    }

    /** "Xã đã làm xong, chuyển Bảo hiểm, Công an thì hệ thống bên đó trắng hoặc chờ, nên Cổng báo quá hạn." */
    @Test
    void third_the_other_agency_sat_on_it_and_the_account_says_for_how_long() {
        String dossier = province.receive("3", province.communeA());
        province.publish(List.of(
                Event.of("dossier.forwarded", dossier, "holder", "BHXH.K", "step", "liên thông")
                        .at("2026-03-03T08:00:00+07:00"),
                Event.of("dossier.forwarded", dossier, "holder", province.communeA())
                        .at("2026-03-11T10:00:00+07:00"),
                Province.observed(dossier, "2026-03-10T08:00:00+07:00", 4, true).withData("overdue", true),
                Province.closed(dossier, "2026-03-11T11:00:00+07:00")));

        JsonNode clock = get(of(dossier, "/clock"));
        assertThat(clock.at("/verdict/timeliness").asString()).isEqualTo("LATE");
        assertThat(clock.at("/verdict/lateBy").asString()).isEqualTo("PT18H");
        assertThat(work(clock, province.communeA())).isEqualTo("PT8H");
        assertThat(work(clock, "BHXH.K")).isEqualTo("PT50H");
        assertThat(sentences(clock)).contains("chuyển hồ sơ đến BHXH.K").contains("trễ hạn 2 ngày làm việc 2 giờ");
    }

    /** "Bản đồ thể chế hiện nhiều hồ sơ quá hạn dù đã xong; không tìm thấy hồ sơ hoặc tiến độ." */
    @Test
    void fourth_what_was_done_here_was_never_closed_there() {
        String commune = province.commune("4");
        String dossier = province.receive("4", commune);
        province.publish(List.of(
                Province.closed(dossier, "2026-03-06T10:00:00+07:00"),
                Province.observed(dossier, "2026-03-20T08:00:00+07:00", 4, true)));

        JsonNode listed = get("/api/v1/audit/mismatches?unit=" + commune + MARCH + APRIL_AT
                        + "&cause=NEVER_CLOSED_THERE")
                .at("/dossiers/0");
        assertThat(listed.get("id").asString()).isEqualTo(dossier);
        assertThat(listed.get("local").asString()).isEqualTo("CLOSED_IN_TIME");
        assertThat(listed.get("portal").asString()).isEqualTo("OVERDUE");
        assertThat(get("/api/v1/report?unit=" + commune + MARCH)
                        .at("/total/resolved/late")
                        .intValue())
                .isZero();
    }

    /** "Hồ sơ trực tuyến từ Cổng bị treo quá hạn." */
    @Test
    void fifth_an_online_dossier_stays_overdue_on_the_portal_after_it_was_extended_here() {
        String dossier = province.receive("5", province.communeA());
        province.publish(List.of(
                Province.extended(dossier, "2026-03-06T09:00:00+07:00", "2026-03-20T17:00:00+07:00", "xác minh"),
                Province.observed(dossier, "2026-03-12T08:00:00+07:00", 4, true).withData("overdue", true),
                Province.closed(dossier, "2026-03-18T09:00:00+07:00")));

        JsonNode clock = get(of(dossier, "/clock?at=2026-03-13T08:00:00%2B07:00"));
        assertThat(clock.at("/verdict/overdue").booleanValue()).isFalse();
        assertThat(clock.at("/portal/differences/0/cause").asString()).isEqualTo("EXTENDED");
        assertThat(get(of(dossier, "/clock")).at("/verdict/timeliness").asString())
                .isEqualTo("EARLY");
    }

    /** "Chờ bổ sung bị báo quá hạn, IT xóa, lại hiện; ba nhóm cột không cộng được; rút, từ chối không khớp." */
    @Test
    void sixth_waiting_for_a_supplement_is_not_overdue_nothing_is_deleted_and_every_column_adds_up() {
        String commune = province.commune("6");
        String waiting = province.receive("6-waiting", commune);
        String withdrawn = province.receive("6-withdrawn", commune);
        String declined = province.receive("6-declined", commune);
        Event request = Event.of("dossier.supplement-requested", waiting, "reason", "thiếu giấy tờ")
                .at("2026-03-05T09:00:00+07:00");
        province.publish(List.of(
                request,
                Province.observed(waiting, "2026-03-16T08:00:00+07:00", 5, true).withData("overdue", true),
                Event.of("dossier.withdrawn", withdrawn).at("2026-03-06T09:00:00+07:00"),
                Event.of("dossier.declined", declined, "reason", "không thuộc thẩm quyền")
                        .at("2026-03-12T09:00:00+07:00")));

        JsonNode report = get("/api/v1/report?unit=" + commune + MARCH);
        assertThat(report.at("/total/received/total").intValue()).isEqualTo(3);
        assertThat(report.at("/total/resolved/total").intValue()).isEqualTo(2);
        assertThat(report.at("/total/resolved/withdrawn").intValue()).isEqualTo(1);
        assertThat(report.at("/total/resolved/declined").intValue()).isEqualTo(1);
        assertThat(report.at("/total/pending/total").intValue()).isEqualTo(1);
        assertThat(report.at("/total/pending/paused").intValue()).isEqualTo(1);
        assertThat(report.at("/total/pending/overdue").intValue()).isZero();
        report.get("identities")
                .forEach(identity -> assertThat(identity.get("holds").booleanValue())
                        .as("%s", identity)
                        .isTrue());
        assertThat(causes(get("/api/v1/audit/mismatches?unit=" + commune + MARCH + APRIL_AT)))
                .containsEntry("PAUSE_NOT_SEEN", 1L);

        // without the request it would be overdue, as the portal shows it; with it the clock stands
        JsonNode without = post(of(waiting, "/clock?at=2026-03-16T08:00:00%2B07:00"), without(request));
        assertThat(without.at("/verdict/overdue").booleanValue()).isTrue();
        assertThat(without.at("/supposed/recorded/status").asString()).isEqualTo("PAUSED");

        // "deleted by IT": the voiding stays, and so does what was voided
        province.publish(Event.of(
                "dossier.voided", waiting, "corrects", request.key(), "reason", "nhập nhầm", "authority", "QĐ 5"));
        JsonNode events = get(of(waiting, "/history")).get("events");
        assertThat(events).hasSize(4);
        assertThat(events.get(3).at("/changed/facts/0/was/at").asString()).isEqualTo("2026-03-05T02:00:00Z");
        assertThat(events.get(3).at("/changed/facts/0").has("now")).isFalse();
        assertThat(measures(events.get(3))).contains("PAUSED", "OVERDUE");
    }

    /** "Danh mục chậm cập nhật so với quyết định." */
    @Test
    void seventh_the_catalogue_came_after_the_dossier_and_the_account_says_what_it_would_have_been() {
        province.publish(province.procedureEvent("catalogue", 5, "2020-01-01"));
        Event receipt = province.receipt("7", province.communeA()).withData("procedure", "K-catalogue");
        String dossier = receipt.subject();
        province.publish(receipt);
        province.publish(province.procedureEvent("catalogue", 3, "2026-03-01"));
        province.publish(Province.closed(dossier, "2026-03-06T10:00:00+07:00"));

        JsonNode clock = get(of(dossier, "/clock"));
        assertThat(clock.at("/verdict/timeliness").asString()).isEqualTo("EARLY");
        assertThat(clock.at("/recomputed/differs").booleanValue()).isTrue();
        assertThat(clock.at("/recomputed/dueAt").asString()).isEqualTo("2026-03-05T02:00:00Z");
        assertThat(clock.at("/recomputed/timeliness").asString()).isEqualTo("LATE");
        assertThat(clock.at("/recomputed/because/0/code").asString()).isEqualTo("PROCEDURE");
        assertThat(sentences(clock)).contains("quyết định đã ghi vẫn giữ nguyên");
    }

    /** Whoever disputes is answered by a ruling; a correction carries it out, and frozen reports are restated, not edited. */
    @Test
    void a_dispute_that_is_upheld_leads_to_a_correction_and_to_restatements() {
        String commune = province.commune("8");
        String dossier = province.receive("8", commune);
        Event closing = Province.closed(dossier, "2026-03-10T10:00:00+07:00");
        province.publish(closing);
        Reply frozen = wire.post(
                "/api/v1/snapshots",
                "application/json",
                Wire.bytes("{\"unit\":\"" + commune
                        + "\",\"from\":\"2026-03-01\",\"to\":\"2026-03-31\",\"kind\":\"MONTH\"}"),
                wire.admin());
        String snapshot = frozen.json().get("id").asString();
        Event dispute = Event.of("dossier.disputed", dossier, "claim", "đã trả kết quả ngày 06");
        Event ruling = Event.of(
                "dossier.dispute-ruled",
                dossier,
                "dispute",
                dispute.key(),
                "verdict",
                "UPHELD",
                "reason",
                "có biên nhận",
                "authority",
                "KL 3");
        province.publish(List.of(
                dispute,
                ruling,
                Event.of(
                        "dossier.corrected",
                        dossier,
                        "corrects",
                        closing.key(),
                        "time",
                        "2026-03-06T10:00:00+07:00",
                        "reason",
                        "theo kết luận",
                        "authority",
                        "KL 3, khiếu nại " + dispute.id())));

        JsonNode told = get(of(dossier, "")).at("/disputes/0");
        assertThat(told.get("status").asString()).isEqualTo("UPHELD");
        assertThat(told.at("/claim/text").asString()).isEqualTo("đã trả kết quả ngày 06");
        assertThat(told.at("/corrections/0/type").asString()).isEqualTo("hoso.dossier.corrected.v1");
        assertThat(told.at("/restates/0").asString()).isEqualTo(snapshot);
        assertThat(get("/api/v1/snapshots/" + snapshot)
                        .at("/content/report/total/resolved/late")
                        .intValue())
                .isEqualTo(1);
        assertThat(get("/api/v1/report?unit=" + commune + MARCH)
                        .at("/total/resolved/late")
                        .intValue())
                .isZero();
    }

    private static String of(String dossier, String more) {
        return "/api/v1/dossiers/" + dossier + more;
    }

    private static long position(String dossier) {
        return get(of(dossier, "")).at("/asOf/position").longValue();
    }

    private static JsonNode get(String path) {
        return wire.get(path, wire.admin()).isOk().json();
    }

    private static JsonNode post(String path, String body) {
        return wire.post(path, "application/json", Wire.bytes(body), wire.admin())
                .isOk()
                .json();
    }

    private static String without(Event event) {
        return "{\"without\":[{\"source\":\"" + Event.SOURCE + "\",\"id\":\"" + event.id() + "\"}]}";
    }

    private static Map<String, Long> causes(JsonNode mismatches) {
        return StreamSupport.stream(mismatches.get("causes").spliterator(), false)
                .collect(Collectors.toMap(
                        cause -> cause.get("cause").asString(),
                        cause -> cause.get("count").longValue()));
    }

    private static List<String> measures(JsonNode event) {
        return StreamSupport.stream(event.at("/changed/figures").spliterator(), false)
                .map(line -> line.get("measure").asString())
                .toList();
    }

    private static String sentences(JsonNode clock) {
        return StreamSupport.stream(clock.get("sentences").spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.joining("\n"));
    }

    /** The working time that a holder had it for, as ISO 8601. */
    private static String work(JsonNode clock, String holder) {
        return StreamSupport.stream(clock.get("segments").spliterator(), false)
                .filter(segment -> segment.at("/holder/code").asString().equals(holder) && segment.has("work"))
                .map(segment -> Duration.parse(segment.get("work").asString()))
                .reduce(Duration.ZERO, Duration::plus)
                .toString();
    }
}
