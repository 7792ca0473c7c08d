package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.desk.frame.Format;
import hoso.query.desk.frame.Language;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is entered at the desk, what is refused of it, and what the history shows of it afterwards. */
@InSharedHouse
@InBrowser
class DeskEntryTest {

    private static DeskBrowser browser;
    private static Province province;
    private static DeskClient desk;

    @BeforeAll
    static void found() {
        province = Province.found("PE", new Wire(SharedHouse.house()));
        desk = DeskClient.signedIn(SharedHouse.house(), province.official());
        browser = DeskBrowser.of(SharedHouse.house()).signIn(province.official());
    }

    @AfterAll
    static void close() {
        if (browser != null) browser.close();
    }

    @BeforeEach
    void speakVietnamese() {
        browser.speak("vi").width(1366);
    }

    /** The address of the form by which the last fact of a dossier is corrected. */
    private static String lastFact(String id) {
        JsonNode events = history(id);
        return "/nhap/" + id + "/dinh-chinh?vi-tri="
                + events.get(events.size() - 1).get("position").asString();
    }

    private static JsonNode history(String id) {
        return SharedHouse.house()
                .get("/api/v1/dossiers/" + id + "/history", Map.of())
                .get("events");
    }

    private static String paused(String name) {
        String id = province.receive(name, province.communeA());
        province.publish(Event.of("dossier.supplement-requested", id, "reason", "thiếu bản sao")
                .at("2026-03-05T08:00:00+07:00"));
        return id;
    }

    @Test
    void a_correction_that_could_not_have_been_is_told_above_the_form_which_keeps_what_was_entered() {
        String id = paused("refused");
        browser.open(lastFact(id))
                .fill("input[name=luc]", "2026-03-01T08:00:00")
                .fill("textarea[name=reason]", "ghi nhầm ngày")
                .fill("input[name=authority]", "QĐ 15")
                .click("button[value=xem]");

        assertThat(browser.status()).isEqualTo(409);
        assertThat(browser.text(".notice"))
                .contains("409", "Khi đó việc xảy ra lúc 08:00:00 01/03/2026 đã không thể có");
        assertThat(browser.value("input[name=luc]")).startsWith("2026-03-01T08:00");
        assertThat(browser.value("textarea[name=reason]")).isEqualTo("ghi nhầm ngày");
        assertThat(browser.value("input[name=authority]")).isEqualTo("QĐ 15");
        assertThat(browser.faults().violations()).isEmpty();

        browser.fill("input[name=luc]", "2026-03-05T09:00:00").click("button[value=xem]");

        assertThat(browser.text("main table.list")).contains("08:00:00 05/03/2026", "09:00:00 05/03/2026");
    }

    @Test
    void the_history_shows_what_a_correction_made_of_the_fact_and_of_others() {
        String id = paused("shown");
        province.publish(Event.of("dossier.supplement-received", id).at("2026-03-06T08:00:00+07:00"));
        String position = history(id).get(1).get("position").asString();
        browser.open("/nhap/" + id + "/dinh-chinh?vi-tri=" + position)
                .fill("input[name=luc]", "2026-03-05T10:00:00")
                .fill("textarea[name='f-reason']", "thiếu bản chính")
                .fill("textarea[name=reason]", "nghe nhầm")
                .fill("input[name=authority]", "QĐ 16")
                .click("button[value=xem]")
                .click("button[value=gui]");

        assertThat(browser.text(".events > li:last-child dl"))
                .contains("Thời điểm", "08:00:00 05/03/2026 → 10:00:00 05/03/2026")
                .contains("Lý do", "thiếu bản sao → thiếu bản chính");
        assertThat(browser.text(".events > li:last-child")).contains("Căn cứ: QĐ 16");
        browser.click(".events > li:last-child details > summary");
        assertThat(browser.text(".events > li:last-child details li")).contains("còn lại 17 giờ → 15 giờ");
        assertThat(browser.faults().violations()).isEmpty();
        assertThat(browser.width(360).faults().overflows()).isEmpty();
    }

    @Test
    void a_second_press_of_the_button_is_the_same_correction() {
        String id = paused("twice");
        Map<String, String> form = correction(lastFact(id), "2026-03-05T09:00:00");

        DeskClient.Page first = desk.post("/nhap/" + id + "/dinh-chinh", form);
        DeskClient.Page second = desk.post("/nhap/" + id + "/dinh-chinh", form);

        assertThat(first.status()).as(first.body()).isEqualTo(303);
        assertThat(second.location()).isEqualTo(first.location()).startsWith("/ho-so/" + id);
        assertThat(desk.get(first.location()).status()).isEqualTo(200);
        assertThat(history(id)).hasSize(3);
    }

    @Test
    void a_fact_that_somebody_else_has_corrected_meanwhile_is_not_corrected_over() {
        String id = paused("meanwhile");
        Map<String, String> mine = correction(lastFact(id), "2026-03-05T09:00:00");
        Map<String, String> theirs = correction(lastFact(id), "2026-03-05T10:00:00");
        DeskClient.Page corrected = desk.post("/nhap/" + id + "/dinh-chinh", theirs);
        assertThat(desk.get(corrected.location()).status()).isEqualTo(200);

        DeskClient.Page refused = desk.post("/nhap/" + id + "/dinh-chinh", mine);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("ghi nhầm giờ").contains("đã có người sửa hoặc hủy sự kiện");
        assertThat(history(id)).hasSize(3);
    }

    /** What the form of a fact sends with another time. */
    private static Map<String, String> correction(String form, String time) {
        String page = desk.get(form).body();
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : List.of("vi-tri", "den", "khi", "luc"))
            fields.put(
                    name,
                    DeskClient.found("name=\"" + name + "\" value=\"([^\"]*)\"", page)
                            .getFirst());
        fields.put("f-reason", "thiếu bản sao");
        fields.put("luc", time);
        fields.put("reason", "ghi nhầm giờ");
        fields.put("authority", "QĐ 18");
        fields.put("buoc", "gui");
        return fields;
    }

    @ParameterizedTest
    @CsvSource({
        "f-procedure, 9.999999, 422, Không có thủ tục này",
        "f-unit, PE.nowhere, 422, Không có đơn vị này",
        "f-unit, abc def, 400, Đơn vị: “abc def” không phải là mã",
        "f-applicantRef, no-uuid, 400, Mã ngẫu nhiên của người nộp phải là một mã ngẫu nhiên",
        "luc, 1900-01-01T08:00:07, 400, không phải là thời điểm"
    })
    void what_a_receipt_could_not_say_is_told_above_the_form_which_keeps_it(
            String field, String value, int status, String why) {
        String id = province.receive("said-" + field + status, province.communeA());
        browser.open(lastFact(id))
                .fill("[name=" + field + "]", value)
                .fill("textarea[name=reason]", "ghi nhầm giờ")
                .fill("input[name=authority]", "QĐ 20")
                .click("button[value=xem]");

        assertThat(browser.status()).isEqualTo(status);
        assertThat(browser.text(".notice.loud")).contains(why);
        assertThat(browser.value("[name=" + field + "]")).isEqualTo(value);
        assertThat(browser.value("textarea[name=reason]")).isEqualTo("ghi nhầm giờ");
    }

    private static String due(String id) {
        String dueAt = SharedHouse.house()
                .get("/api/v1/dossiers/" + id, Map.of())
                .get("dueAt")
                .asString();
        return new Format(Language.VI).exact(Instant.parse(dueAt));
    }

    @Test
    void a_receipt_is_seen_by_the_rules_of_another_procedure_before_it_is_corrected_to_it() {
        Event other = province.procedureEvent("other", 1, "2020-01-01");
        province.publish(List.of(other));
        String id = province.receive("another-procedure", province.communeA());

        browser.open(lastFact(id))
                .fill("[name=f-procedure]", other.subject())
                .fill("textarea[name=reason]", "nhầm thủ tục")
                .fill("input[name=authority]", "QĐ 21")
                .click("button[value=xem]");

        assertThat(browser.status()).as(browser.text("main")).isEqualTo(200);
        assertThat(browser.text("main table.list")).contains("Thủ tục", other.subject());
        assertThat(browser.texts(".verdict"))
                .as("due by the rules of each")
                .hasSize(2)
                .anyMatch(verdict -> verdict.contains(due(id)))
                .anyMatch(verdict -> !verdict.contains(due(id)));
    }

    @Test
    void a_pause_that_a_later_fact_ends_is_not_shown_as_voided_alone() {
        String id = paused("ended");
        String pause = history(id).get(1).get("position").asString();
        province.publish(Event.of("dossier.supplement-received", id).at("2026-03-06T08:00:00+07:00"));

        browser.open("/nhap/" + id + "/huy?vi-tri=" + pause)
                .fill("textarea[name=reason]", "nhập nhầm")
                .fill("input[name=authority]", "QĐ 19")
                .click("button[value=xem]");

        assertThat(browser.status()).isEqualTo(409);
        assertThat(browser.text(".notice")).contains("hãy hủy sự kiện đó trước");
        assertThat(browser.value("textarea[name=reason]")).isEqualTo("nhập nhầm");
    }

    @Test
    void a_calendar_is_looked_at_before_it_is_published_and_refused_with_what_was_entered() {
        browser.open("/lich?nam=2043")
                .fill("textarea[name=makeUpDays]", "31/02/2043")
                .click("button[value=xem]");

        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.text(".notice")).contains("31/02/2043");

        browser.fill("textarea[name=makeUpDays]", "05/12/2042").click("button[value=xem]");

        assertThat(browser.text(".notice")).contains("Có ngày của lịch không thuộc năm 2043");
        browser.fill("textarea[name=makeUpDays]", "31/02/2043").click("button[value=xem]");
        assertThat(browser.value("textarea[name=makeUpDays]")).isEqualTo("31/02/2043");

        browser.fill("textarea[name=makeUpDays]", "05/12/2043").click("button[value=xem]");

        assertThat(browser.texts("main table.list tbody tr")).containsExactly("Ngày làm bù – thứ Bảy 5/12");
        assertThat(browser.faults().violations()).isEmpty();

        browser.click("button[value=sua]");
        assertThat(browser.value("textarea[name=makeUpDays]")).isEqualTo("05/12/2043");

        browser.click("button[value=xem]").click("button[value=gui]");

        assertThat(browser.path()).startsWith("/lich?nam=2043&minPosition=");
        assertThat(browser.text(".notice.good")).startsWith("Đã ghi vào kho sự kiện: sự kiện số ");

        browser.click("button[value=xem]");

        assertThat(browser.text("main")).contains("Lịch này giống hệt lịch đang có.");
        assertThat(browser.count("button[value=gui]"))
                .as("nothing is published twice")
                .isZero();
        assertThat(browser.count("button[value=sua]")).isOne();
        assertThat(SharedHouse.house()
                        .get("/api/v1/calendars/2043", Map.of())
                        .get("makeUpDays")
                        .toString())
                .isEqualTo("[\"2043-12-05\"]");
    }

    @Test
    void the_dossiers_that_a_calendar_would_move_are_seen_before_it_is_published() {
        String id = province.receive("would-move", province.communeA());
        browser.open("/lich?nam=2026")
                .fill("textarea[name=holidays]", "06/03/2026\n09/03/2026\n10/03/2026")
                .click("button[value=xem]")
                .choose("Xem hồ sơ nào sẽ đổi hạn");

        assertThat(browser.texts("#hs-anh-huong tbody th")).contains(id);
        assertThat(browser.count("form[action='/lich/tinh-lai']"))
                .as("nothing is decided anew by what is not published")
                .isZero();
        assertThat(browser.faults().violations()).isEmpty();
        assertThat(SharedHouse.house()
                        .get("/api/v1/calendars/2026", Map.of())
                        .get("holidays")
                        .toString())
                .doesNotContain("2026-03-06");
    }

    @Test
    void the_list_behind_a_figure_stays_that_of_the_figure_when_others_come_in() {
        String unit = province.communeB();
        province.receive("first", unit);
        browser.open("/bao-cao?unit=" + unit + "&from=2026-03-01&to=2026-03-31&by=channel");
        assertThat(browser.text(".total td")).isEqualTo("1");

        province.receive("second", unit);
        browser.click(".total td a");

        assertThat(browser.texts(".list tbody th")).containsExactly("PE-first");
        browser.click(".list tbody th a");
        assertThat(browser.path()).isEqualTo("/ho-so/PE-first");

        browser.open("/bao-cao?unit=" + unit + "&from=2026-03-01&to=2026-03-31&by=channel");
        assertThat(browser.text(".total td")).isEqualTo("2");
    }

    @Test
    void frozen_reports_are_found_by_the_days_of_their_periods() {
        browser.open("/bao-cao?unit=PE&from=2023-03-01&to=2023-03-31").choose("Chốt báo cáo này");
        String march = browser.path();
        browser.open("/bao-cao?unit=PE&from=2023-05-01&to=2023-05-31").choose("Chốt báo cáo này");
        String may = browser.path();

        browser.open("/da-chot?unit=PE")
                .fill("input[name=from]", "2023-04-01")
                .fill("input[name=to]", "2023-06-01")
                .choose("Lọc");
        assertThat(browser.texts(".list tbody th")).containsExactly(may.substring("/da-chot/".length()));

        browser.fill("input[name=from]", "2023-03-31").choose("Lọc");
        assertThat(browser.texts(".list tbody th"))
                .isEqualTo(List.of(may, march).stream()
                        .map(path -> path.substring("/da-chot/".length()))
                        .toList());

        browser.fill("input[name=from]", "2023-06-01").choose("Lọc");
        assertThat(browser.text(".empty")).isEqualTo("Không có báo cáo nào như vậy được chốt.");
    }
}
