package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Caller;
import hoso.edge.ProblemCode;
import hoso.edge.Role;
import hoso.vocabulary.UnitRights;
import hoso.vocabulary.VietnamTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an official does at the desk by clicking and typing, and what comes of it. */
@InSharedHouse
@InBrowser
class DeskWorkTest {

    private static final int SCREEN = 1366;
    private static final int TELEPHONE = 360;

    private static DeskBrowser browser;
    private static DeskWorld world;

    @BeforeAll
    static void found() {
        world = DeskWorld.found("PW", new Wire(SharedHouse.house()));
        browser = DeskBrowser.of(SharedHouse.house()).signIn(world.province().official());
    }

    @AfterAll
    static void close() {
        if (browser != null) browser.close();
    }

    @BeforeEach
    void speakVietnamese() {
        browser.width(SCREEN).speak("vi");
    }

    @Test
    void a_dossier_is_drawn_as_it_would_be_without_a_fact_and_again_as_it_was() {
        browser.open(world.said("/ho-so/{late}"));
        String recorded = browser.text(".verdicts");
        browser.click("details:has(.suppose) > summary");

        browser.click("input[name=bo]");

        assertThat(browser.text("#tai-khoan")).startsWith("Giả định:").contains("Như đã ghi nhận", "Nếu như giả định");

        browser.click("button[type=reset]");

        assertThat(browser.text("#tai-khoan")).doesNotContain("Giả định:");
        assertThat(browser.text(".verdicts")).isEqualTo(recorded);
    }

    @Test
    void a_dossier_is_drawn_as_it_would_be_had_a_fact_happened_at_another_time() {
        browser.open(world.said("/ho-so/{extended}")).click("details:has(.suppose) > summary");

        browser.fill("input[data-name='doi-" + world.said("{extended.received}") + "']", "2026-03-03T08:00:00")
                .await(".notice");

        assertThat(browser.text("#tai-khoan")).startsWith("Giả định:");
        assertThat(browser.faults().consoleErrors()).isEmpty();
    }

    @Test
    void the_same_question_is_asked_about_a_unit_that_is_found_by_a_name_without_its_marks() {
        browser.open(world.said("/bao-cao?unit={unit}&" + DeskWorld.MARCH + "&by=channel"))
                .click(".choice > summary");

        browser.type(".choice input", "phuong my phuoc tay").await(".found li:only-child a");
        browser.click(".found a");

        assertThat(browser.path())
                .startsWith("/bao-cao?")
                .contains("unit=PW.A.2", "from=2026-03-01", "to=2026-03-31", "by=channel")
                .doesNotContain("tim=", "trang=");
        assertThat(browser.text("h1")).contains("Mỹ Phước Tây");
    }

    @Test
    void a_page_is_read_in_the_other_language_and_back() {
        String page = world.said("/viec?unit={unit}&" + DeskWorld.MARCH + "&viec=cong");
        browser.open(page);
        String asked = browser.path();

        browser.click(".who a[hreflang=en]");

        assertThat(browser.language()).isEqualTo("en");
        assertThat(browser.path()).isEqualTo(asked);
        assertThat(browser.text("h1")).startsWith("The portal differs");

        browser.click(".who a[hreflang=vi]");

        assertThat(browser.language()).isEqualTo("vi");
        assertThat(browser.text("h1")).startsWith("Cổng cho kết quả khác");
    }

    @Test
    void a_frozen_report_is_made_once_more_while_a_bar_tells_how_far_it_is() {
        browser.open(world.said("/da-chot/{snapshot}")).watch("#dung-lai progress");

        browser.click("button[data-replay]");

        assertThat(browser.text("#dung-lai .outcome")).startsWith("✓ Khớp.").contains("SHA-256");
        assertThat(browser.watched()).as("%s", browser.watched()).hasSizeGreaterThan(1);
        String last = browser.watched().getLast();
        assertThat(last).matches("([1-9][0-9]*) of \\1");
        assertThat(browser.count("#dung-lai progress:not([hidden])")).isZero();
        assertThat(browser.count("button[data-replay]:enabled")).isOne();
    }

    @Test
    void a_calendar_is_published_by_the_form_as_it_stands() {
        browser.open("/lich?nam=2041");
        assertThat(browser.text(".notice")).contains("Chưa ai công bố lịch năm này");

        browser.choose("Xem trước khi công bố");
        assertThat(browser.text("main")).contains("Lịch này giống hệt lịch đang có.");
        browser.choose("Công bố");

        assertThat(browser.text("h1")).isEqualTo("Lịch làm việc năm 2041");
        assertThat(browser.texts(".notice")).singleElement().asString().startsWith("Đã ghi vào kho sự kiện:");
        assertThat(SharedHouse.house().get("/api/v1/calendars/2041", Map.of()).get("holidays"))
                .hasSizeGreaterThan(1);
    }

    @Test
    void a_period_that_has_no_such_name_is_refused_and_not_guessed() {
        for (String name : List.of("abc", "2026-13")) {
            browser.open(world.said("/bao-cao?unit={unit}&preset=month_644&of=" + name));
            assertThat(browser.status()).as(name).isEqualTo(400);
        }
    }

    @Test
    void from_a_month_one_goes_to_the_quarter_that_it_lies_in() {
        browser.open(world.said("/bao-cao?unit={unit}&preset=month_644&of=2026-03"))
                .fill("select[name=preset]", "quarter")
                .choose("Xem");

        assertThat(browser.text(".when")).contains("Từ ngày 15/12/2025 đến ngày 14/03/2026");
    }

    @Test
    void what_was_corrected_once_is_corrected_again_from_where_it_stands() {
        browser.open(world.said("/nhap/{mended}/dinh-chinh?vi-tri={mended.resolved}"));
        assertThat(browser.value("input[name=luc]")).startsWith("2026-03-09T08:30");

        browser.fill("input[name=luc]", "2026-03-10T08:30:00")
                .fill("textarea[name=reason]", "nhầm lần nữa")
                .fill("input[name=authority]", "QĐ 17")
                .click("button[value=xem]");
        assertThat(browser.text("main table.list")).contains("08:30:00 09/03/2026 08:30:00 10/03/2026");

        browser.click("button[value=gui]");
        assertThat(browser.text(".facts")).contains("08:30:00 10/03/2026");
        assertThat(browser.text(".events > li:last-child dl")).contains("08:30:00 09/03/2026 → 08:30:00 10/03/2026");
    }

    @Test
    void a_correction_is_looked_at_changed_once_more_and_sent() {
        browser.open(world.said("/nhap/{in-time-elsewhere}/dinh-chinh?vi-tri={in-time-elsewhere.resolved}"));
        browser.fill("input[name=luc]", "2026-03-04T10:00:00")
                .fill("textarea[name=reason]", "ghi nhầm ngày\nvà giờ")
                .fill("input[name=authority]", "QĐ 15")
                .click("button[value=xem]");

        assertThat(browser.text("main table.list")).contains("Thời điểm", "16:00:00 02/03/2026", "10:00:00 04/03/2026");
        assertThat(browser.text(".verdicts")).contains("Hạn và kết luận bây giờ", "Hạn và kết luận sau khi gửi");

        browser.click("button[value=sua]");

        assertThat(browser.value("textarea[name=reason]")).isEqualTo("ghi nhầm ngày\nvà giờ");
        browser.fill("input[name=luc]", "2026-03-05T10:00:00")
                .click("button[value=xem]")
                .click("button[value=gui]");

        assertThat(browser.path())
                .as(browser.text("main"))
                .startsWith(world.said("/ho-so/{in-time-elsewhere}?minPosition="));
        assertThat(browser.text("h1")).contains("Quá hạn");
        assertThat(browser.text(".facts")).contains("10:00:00 05/03/2026");
    }

    @Test
    void a_list_of_work_is_downloaded_as_a_workbook_with_the_rows_that_the_page_lists() throws IOException {
        String list = "viec=qua-han&" + world.said("unit={unit}&{lately}");
        browser.open("/viec?" + list);
        List<String> shown = browser.texts(".list tbody th a");
        JsonNode answer = SharedHouse.house().get("/api/v1/dossiers/" + world.said("{overdue}"), Map.of());

        try (XSSFWorkbook book = workbook("/viec.xlsx?" + list)) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("Quá hạn lâu nhất – Đơn vị PW (PW)");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue())
                    .matches("Kỳ từ ngày [\\d/]{10} đến ngày [\\d/]{10}");
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue())
                    .matches("Xét đến [\\d: /]+, theo sổ cái đến sự kiện số [\\d.]+");
            assertThat(words(sheet.getRow(4)))
                    .containsExactly(
                            "Mã hồ sơ",
                            "Mã đơn vị",
                            "Đơn vị",
                            "Mã thủ tục",
                            "Thủ tục",
                            "Tiếp nhận",
                            "Hạn",
                            "Kết thúc",
                            "Kết thúc sau lúc xét");
            List<Row> rows =
                    StreamSupport.stream(sheet.spliterator(), false).skip(4).toList(); // the title and the head
            assertThat(rows.stream().map(row -> row.getCell(0).getStringCellValue()))
                    .isNotEmpty()
                    .containsExactlyElementsOf(shown)
                    .contains(world.said("{overdue}"));
            Row overdue = rows.stream()
                    .filter(row -> row.getCell(0).getStringCellValue().equals(world.said("{overdue}")))
                    .findAny()
                    .orElseThrow();
            assertThat(words(overdue)).contains("Đơn vị " + answer.get("unit").asString(), "Cấp bản sao");
            assertThat(DateUtil.isCellDateFormatted(overdue.getCell(6))).isTrue();
            assertThat(overdue.getCell(6).getLocalDateTimeCellValue())
                    .isEqualTo(inVietnam(answer.get("dueAt").asString()));
        }
    }

    @Test
    void a_list_says_of_which_days_it_is_and_at_which_moment_it_stands() {
        browser.open(world.said("/viec?unit={unit}&preset=month_644&of=2026-03&viec=qua-han"));

        assertThat(browser.text(".when")).isEqualTo("21/02/2026 – 20/03/2026 (Tháng (21–20), Công điện 644)");
        assertThat(browser.text(".position"))
                .contains("Tính theo sổ cái đến sự kiện số", "xét đến hết ngày 20/03/2026");
    }

    @Test
    void what_was_closed_since_is_told_as_since_and_not_as_the_lists_own() {
        String id = world.province().receive("closed-since", "PW.B.1");
        world.province()
                .publish(Event.of("dossier.resolved", id, "outcome", "APPROVED").at("2026-03-20T08:00:00+07:00"));

        browser.open("/bao-cao/ho-so?unit=PW.B.1&from=2026-03-01&to=2026-03-10&cell=pending.total");
        assertThat(browser.text(".list tbody")).contains(id, "– sau lúc xét: 08:00 20/03/2026");
        assertThat(browser.count(".list .mark")).isZero();

        browser.open("/bao-cao/ho-so?unit=PW.B.1&from=2026-03-01&to=2026-03-31&cell=resolved.total");
        assertThat(browser.text(".list tbody")).contains(id, "08:00 20/03/2026").doesNotContain("sau lúc xét");
    }

    @Test
    void a_long_list_is_read_on_from_page_to_page_and_from_its_beginning() {
        browser.open(world.said("/bao-cao/ho-so?unit={unit}&" + DeskWorld.MARCH + "&cell=received.total&limit=2"));
        String first = browser.text(".list tbody");
        assertThat(browser.text("main")).contains("Các dòng 1–2 trên ");
        assertThat(browser.texts(".sorts [aria-current]")).containsExactly("mã");

        browser.choose("Trang sau ›");

        assertThat(browser.text("main")).contains("Các dòng 3–4 trên ");
        assertThat(browser.text(".list tbody")).isNotEqualTo(first);

        browser.choose("« Về đầu danh sách");

        assertThat(browser.text(".list tbody")).isEqualTo(first);

        browser.choose("hạn");

        assertThat(browser.texts(".sorts [aria-current]")).containsExactly("hạn");
    }

    @Test
    void a_table_that_is_wider_than_a_telephone_says_so() {
        String list = world.said("/viec?unit={unit}&" + DeskWorld.MARCH + "&viec=cong");
        assertThat(browser.width(TELEPHONE).open(list).count(".scroll.wide")).isEqualTo(1);
        assertThat(browser.width(SCREEN).open(list).count(".scroll.wide")).isZero();
    }

    @Test
    void the_workbook_of_what_the_portal_shows_otherwise_says_why() throws IOException {
        try (XSSFWorkbook book = workbook(world.said("/viec.xlsx?unit={unit}&" + DeskWorld.MARCH + "&viec=cong"))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).startsWith("Xét đến hết ngày 31/03/2026, ");
            assertThat(words(sheet.getRow(4))).endsWith("Hệ thống này", "Cổng", "Vì sao");
            assertThat(sheet.getRow(5).getCell(11).getStringCellValue()).isNotBlank();
        }
    }

    @Test
    void how_many_of_what_falls_due_each_unit_below_has_leads_to_that_units_own_list() {
        browser.open(world.said("/viec?unit={unit}&{lately}&viec=han-5"));
        assertThat(browser.text("h1")).isEqualTo("Đến hạn trong 5 ngày: 2");
        assertThat(browser.texts(".rates tr")).containsExactly("Đơn vị PW.A 2");

        browser.click(".rates a");

        assertThat(browser.text("h1")).isEqualTo("Đến hạn trong 5 ngày: 2");
        assertThat(browser.texts(".rates td")).containsExactly("1", "1");
        assertThat(browser.texts(".rates a"))
                .first(InstanceOfAssertFactories.STRING)
                .isEqualTo("Đơn vị PW.A.1");

        browser.choose("Đơn vị PW.A.1");

        assertThat(browser.texts(".list tbody th a")).containsExactly(world.said("{soon}"));
        assertThat(browser.texts(".rates tr")).containsExactly("Đơn vị PW.A.1 1");
        assertThat(browser.count(".rates a")).as("it leads nowhere else").isZero();
    }

    @Test
    void how_many_the_portal_shows_otherwise_is_told_of_each_unit_below_and_adds_up() {
        browser.open(world.said("/viec?unit={unit}&" + DeskWorld.MARCH + "&viec=cong"));
        String whole = browser.text("h1");
        List<String> parts = browser.texts(".rates td");
        assertThat(parts).isNotEmpty();
        assertThat(whole)
                .isEqualTo("Cổng cho kết quả khác: "
                        + parts.stream().mapToInt(Integer::parseInt).sum());

        browser.click(".rates a");

        assertThat(browser.text("h1")).isEqualTo("Cổng cho kết quả khác: " + parts.getFirst());
    }

    @Test
    void what_is_refused_stands_at_the_machine_with_its_code_and_whoever_published_it() {
        Wire wire = world.province().wire();
        String name = "Một cửa phường Mỹ Phước Tây https://motcua.example/" + "phuong-my-phuoc-tay-".repeat(4);
        String office = wire.house()
                .token(new Caller(name, Role.PUBLISHER.scopes(), Set.of("*"), new UnitRights(Set.of("PW"))));
        Event nowhere = world.province().receipt("nowhere", "PW.nowhere");
        Event foreign = Event.of("dossier.received", "PW-foreign", "unit", "Q").withData("channel", "FAX");
        wire.publish(nowhere, office).isProblem(ProblemCode.UNKNOWN_UNIT);
        wire.publish(nowhere, office).isProblem(ProblemCode.UNKNOWN_UNIT);
        wire.publish(foreign, office).isProblem(ProblemCode.MALFORMED);

        browser.width(TELEPHONE).open("/may");

        List<String> refused = browser.texts("[aria-labelledby=tu-choi] .list tbody tr");
        assertThat(refused).contains("unknown-unit " + name + " 2", "malformed " + name + " 1");
        assertThat(refused.stream()
                        .map(row -> Integer.valueOf(row.substring(row.lastIndexOf(' ') + 1)))
                        .toList())
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(browser.faults().overflows()).isEmpty();
        assertThat(browser.faults().violations()).isEmpty();

        browser.speak("en").open("/may");

        assertThat(browser.text("[aria-labelledby=tu-choi] .list thead")).isEqualTo("Code Publisher Events");
    }

    private static XSSFWorkbook workbook(String path) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(
                DeskClient.signedIn(SharedHouse.house(), world.province().official())
                        .download(path)));
    }

    private static List<String> words(Row row) {
        var format = new DataFormatter();
        return StreamSupport.stream(row.spliterator(), false)
                .map((Cell cell) -> format.formatCellValue(cell))
                .toList();
    }

    private static LocalDateTime inVietnam(String instant) {
        return LocalDateTime.ofInstant(Instant.parse(instant), VietnamTime.OFFSET);
    }
}
