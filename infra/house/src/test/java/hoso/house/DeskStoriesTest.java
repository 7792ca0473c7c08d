package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Caller;
import hoso.edge.Role;
import hoso.vocabulary.UnitRights;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What provinces complain of in their monthly reports, walked through at the desk: somebody opens a page, clicks, and reads the
 * answer. Working days are those of March 2026; a dossier received on Monday the 2nd at 09:00 is due on Monday the 9th at 09:00.
 */
@InSharedHouse
@InBrowser
class DeskStoriesTest {

    private static final String MARCH = "&from=2026-03-01&to=2026-03-31";

    private static Wire wire;
    private static Province province;
    private static DeskBrowser browser;

    @BeforeAll
    static void found() {
        wire = new Wire(SharedHouse.house());
        province = Province.found("DS", wire);
        browser = DeskBrowser.of(SharedHouse.house());
        browser.signIn(new Caller("kiem-tra", Role.ADMIN.scopes(), Set.of("*"), UnitRights.ALL));
    }

    @AfterAll
    static void close() {
        if (browser != null) browser.close();
    }

    /** "Số liệu số hóa không đúng, tỷ lệ của tỉnh khác của Cổng, chưa đồng bộ." */
    @Test
    void first_the_list_of_differences_names_the_dossier_that_was_not_synced() {
        String commune = province.commune("1");
        String lost = province.receive("1-lost", commune);
        province.publish(List.of(
                Event.of("dossier.components-digitized", lost).at("2026-03-02T09:40:00+07:00"),
                Province.closed(lost, "2026-03-05T11:00:00+07:00"),
                Province.observed(lost, "2026-03-03T12:00:00+07:00", 4, true),
                Province.observed(lost, "2026-03-06T12:00:00+07:00", 4, false)));
        browser.open("/bao-cao?unit=" + commune + MARCH + "&by=unit");
        assertThat(browser.text("table.rates")).contains("100,00 %");

        browser.open("/viec?unit=" + commune + MARCH).choose("Cổng cho kết quả khác");
        assertThat(browser.text("h1")).isEqualTo("Cổng cho kết quả khác: 1");
        browser.choose(lost);
        assertThat(browser.text("#tai-khoan"))
                .contains("Vì sao Cổng cho kết quả khác")
                .contains("thứ Sáu, 06/3/2026");
    }

    /** "Hồ sơ hôm nay quá hạn, mai lại không." */
    @Test
    void second_the_history_leads_back_to_what_was_known_before_the_late_fact() {
        String dossier = province.receive("2", province.communeA());
        province.publish(Event.of("dossier.supplement-received", dossier, "since", "2026-03-04T09:00:00+07:00")
                .at("2026-03-10T09:00:00+07:00"));
        String thatEvening = "?at=2026-03-10T17:00:00%2B07:00";
        browser.open("/ho-so/" + dossier + thatEvening);
        assertThat(browser.text("h1")).doesNotContain("quá hạn");
        assertThat(browser.text(".events")).contains("nhận hồ sơ bổ sung").contains("(ghi muộn)");

        browser.click(".events li:last-child a[href*=asOf]");
        assertThat(browser.text("h1")).contains("Đang quá hạn");
        assertThat(browser.text(".notice")).contains("Đang xem lại quá khứ");
        browser.choose("Về bây giờ");
        assertThat(browser.text(".verdict")).contains("13/03/2026");
    }

    /** "Xã đã làm xong, chuyển Bảo hiểm thì hệ thống bên đó chờ, nên Cổng báo quá hạn." */
    @Test
    void third_the_line_shows_who_sat_on_it() {
        String commune = province.commune("3");
        String dossier = province.receive("3", commune);
        province.publish(List.of(
                Event.of("dossier.forwarded", dossier, "holder", "BHXH.DS", "step", "liên thông")
                        .at("2026-03-03T08:00:00+07:00"),
                Event.of("dossier.forwarded", dossier, "holder", commune).at("2026-03-11T10:00:00+07:00"),
                Province.closed(dossier, "2026-03-11T11:00:00+07:00")));
        browser.open("/bao-cao?unit=" + commune + MARCH + "&by=unit").click(".form .total td:nth-of-type(9) a");
        assertThat(browser.text("h1")).isEqualTo("Giải quyết quá hạn: 1 hồ sơ");
        browser.choose(dossier);
        assertThat(browser.text(".life")).contains("BHXH.DS").contains("Hạn, quá hạn từ 09:00 09/03/2026");
        assertThat(browser.text(".verdict")).contains("Trễ 18 giờ làm việc");
        assertThat(browser.text("ol.sentences:not(.steps)")).contains("chuyển hồ sơ đến BHXH.DS");
    }

    /** "Bản đồ thể chế hiện nhiều hồ sơ quá hạn dù đã xong." */
    @Test
    void fourth_what_was_done_here_was_never_closed_there() {
        String commune = province.commune("4");
        String dossier = province.receive("4", commune);
        province.publish(List.of(
                Province.closed(dossier, "2026-03-06T10:00:00+07:00"),
                Province.observed(dossier, "2026-03-20T08:00:00+07:00", 4, true).withData("overdue", true)));
        browser.open("/bao-cao?unit=" + commune + MARCH + "&by=unit");
        assertThat(browser.text(".form .total")).contains("Tổng cộng");
        browser.click(".form .total td:nth-of-type(7) a");
        assertThat(browser.text("h1")).isEqualTo("Giải quyết trước hạn: 1 hồ sơ");
        browser.choose(dossier);
        assertThat(browser.text(".verdicts")).contains("Trước hạn").contains("đang quá hạn");
        assertThat(browser.text("#tai-khoan"))
                .contains("Vì sao Cổng cho kết quả khác")
                .contains("đang xử lý");
    }

    /** "Hồ sơ trực tuyến từ Cổng bị treo quá hạn." */
    @Test
    void fifth_without_its_extension_it_would_have_been_late() {
        String dossier = province.receive("5", province.communeA());
        province.publish(List.of(
                Province.extended(dossier, "2026-03-06T09:00:00+07:00", "2026-03-20T17:00:00+07:00", "xác minh"),
                Province.closed(dossier, "2026-03-18T09:00:00+07:00")));
        browser.open("/ho-so/" + dossier);
        assertThat(browser.text(".verdicts")).contains("Trước hạn");
        browser.choose("Nếu khác đi thì sao?").click("input[name=bo]");
        assertThat(browser.text("#tai-khoan")).contains("Giả định:");
        assertThat(browser.text(".verdicts"))
                .contains("Như đã ghi nhận")
                .contains("Nếu như giả định")
                .contains("Quá hạn");
        browser.choose("Bỏ các giả định");
        assertThat(browser.text("#tai-khoan")).doesNotContain("Giả định:");
    }

    /** "Chờ bổ sung bị báo quá hạn; ba nhóm cột không cộng được; rút, từ chối không khớp." */
    @Test
    void sixth_waiting_is_not_overdue_and_every_column_adds_up() {
        String commune = province.commune("6");
        String waiting = province.receive("6-waiting", commune);
        String withdrawn = province.receive("6-withdrawn", commune);
        province.publish(List.of(
                Event.of("dossier.supplement-requested", waiting, "reason", "thiếu giấy tờ")
                        .at("2026-03-05T09:00:00+07:00"),
                Event.of("dossier.withdrawn", withdrawn).at("2026-03-06T09:00:00+07:00")));
        browser.open("/bao-cao?unit=" + commune + MARCH + "&by=unit");
        assertThat(browser.text(".form .total")).isEqualTo("Tổng cộng (1 dòng) 2 2 0 0 0 1 1 0 0 1 1 0 100,00");
        assertThat(browser.text(".identities")).isEqualTo("✓ Cả 9 đẳng thức kiểm tra đều khớp.");
        browser.click(".form .total td:nth-of-type(11) a").choose(waiting);
        assertThat(browser.text("h1")).contains("Đang tạm dừng");
        assertThat(browser.text(".steps")).contains("đồng hồ dừng");
    }

    /** "Danh mục cập nhật chậm hơn quyết định." */
    @Test
    void seventh_the_catalogue_lagged_and_the_page_says_what_it_would_be_by_todays() {
        province.publish(province.procedureEvent("catalogue", 10, "2020-01-01"));
        Event receipt = province.receipt("7", province.communeA()).withData("procedure", "DS-catalogue");
        province.publish(receipt);
        province.publish(province.procedureEvent("catalogue", 3, "2026-03-01"));
        province.publish(Province.closed(receipt.subject(), "2026-03-06T10:00:00+07:00"));
        browser.open("/ho-so").fill("input[name=ma]", receipt.subject()).choose("Mở");
        assertThat(browser.text("h1")).contains("Trước hạn");
        assertThat(browser.text("#tai-khoan .notice"))
                .contains("09:00:00 05/03/2026")
                .contains("Hạn đã ghi nhận vẫn giữ");
    }

    /** Whoever disputes is answered by a ruling, a correction carries it out, and the frozen report is restated, not edited. */
    @Test
    void a_dispute_is_ruled_on_the_fact_is_corrected_and_the_frozen_report_says_what_moved() {
        String commune = province.commune("8");
        String dossier = province.receive("8", commune);
        province.publish(List.of(
                Province.closed(dossier, "2026-03-10T10:00:00+07:00"),
                Event.of("dossier.disputed", dossier, "claim", "đã trả kết quả ngày 06")));
        browser.open("/bao-cao?unit=" + commune + MARCH + "&by=unit").choose("Chốt báo cáo này");
        assertThat(browser.text("h1")).contains(commune);
        String snapshot = browser.text("h1").split(":", 2)[0];

        browser.open("/ho-so/" + dossier)
                .choose("Kết luận")
                .fill("textarea[name=reason]", "có biên nhận")
                .fill("input[name=authority]", "KL 3")
                .choose("Xem trước khi gửi")
                .choose("Gửi");
        assertThat(browser.text("main")).contains("chấp nhận").contains("có biên nhận");

        browser.click("a[href*='/dinh-chinh'][href$='" + closing(dossier) + "']")
                .fill("input[name=luc]", "2026-03-06T10:00:00")
                .fill("textarea[name=reason]", "theo kết luận")
                .fill("input[name=authority]", "KL 3")
                .choose("Xem trước khi gửi");
        assertThat(browser.text(".verdicts"))
                .contains("Hạn và kết luận bây giờ")
                .contains("Quá hạn")
                .contains("Trước hạn");
        browser.choose("Gửi");
        assertThat(browser.text("h1")).contains("Trước hạn");

        browser.open("/da-chot/" + snapshot).choose("So với bây giờ");
        assertThat(browser.text("main"))
                .contains("Giải quyết quá hạn 1 0 −1")
                .contains("đính chính")
                .contains(dossier);
        browser.open("/da-chot/" + snapshot).choose("Dựng lại từ kho sự kiện").await(".outcome .notice");
        assertThat(browser.text(".outcome")).contains("✓ Khớp.");
    }

    /** What the form would do is shown before it is sent, and nothing is published by looking. */
    @Test
    void looking_at_what_a_void_would_do_publishes_nothing() {
        String dossier = province.receive("9", province.communeA());
        province.publish(Province.closed(dossier, "2026-03-10T10:00:00+07:00"));
        browser.open("/nhap/" + dossier + "/huy?vi-tri=" + closing(dossier))
                .fill("textarea[name=reason]", "nhập nhầm")
                .fill("input[name=authority]", "QĐ 5")
                .choose("Xem trước khi gửi");
        assertThat(browser.text(".verdicts")).contains("Đã kết thúc").contains("Đang giải quyết");
        assertThat(wire.get("/api/v1/dossiers/" + dossier + "/history", wire.admin())
                        .isOk()
                        .json()
                        .get("events"))
                .hasSize(2);
        browser.choose("Sửa lại");
        assertThat(browser.count("textarea[name=reason]")).isEqualTo(1);
    }

    private static String closing(String dossier) {
        var events = wire.get("/api/v1/dossiers/" + dossier + "/history", wire.admin())
                .isOk()
                .json()
                .get("events");
        for (var event : events)
            if (event.get("type").asString().equals("hoso.dossier.resolved.v1"))
                return event.get("position").asString();
        throw new AssertionError(dossier + " is not closed");
    }
}
