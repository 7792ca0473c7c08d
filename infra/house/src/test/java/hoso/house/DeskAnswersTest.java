package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Caller;
import hoso.edge.ProblemCode;
import hoso.edge.Role;
import hoso.house.DeskClient.Page;
import hoso.vocabulary.UnitRights;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the desk says to a browser on every page: what it may do, where it may go, and in which language. */
@InSharedHouse
class DeskAnswersTest {

    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private static Wire wire;
    private static DeskVisitors visitors;

    @BeforeAll
    static void found() {
        wire = new Wire(SharedHouse.house());
        visitors = new DeskVisitors(Province.found("VA", wire));
    }

    // ways that lead elsewhere

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example",
                "/\\evil",
                "\\\\evil",
                "///evil.example",
                "http:/evil",
                "javascript:alert(1)",
                "evil",
                " /bao-cao",
                ""
            })
    void nobody_is_sent_to_another_server(String elsewhere) {
        String back = "ve=" + DeskClient.encoded(elsewhere);

        assertThat(DeskVisitors.nobody().get(visitors.link() + "&" + back).goesOnTo())
                .isEqualTo("/");
        Page language = DeskVisitors.nobody().get("/ngon-ngu?tieng=en&" + back);
        assertThat(language.status()).isEqualTo(303);
        assertThat(language.location()).isEqualTo("/");
    }

    // what pages say to a browser

    static Stream<String> addresses() {
        return Stream.of(
                "/",
                "/vao",
                "/vao?ma=unknown",
                "/bao-cao",
                visitors.report(),
                "/ho-so",
                "/bao-cao/nothing",
                "/vao/nothing");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void a_browser_is_told_to_take_nothing_from_elsewhere_and_to_keep_no_page(String address) {
        for (DeskClient browser :
                List.of(DeskVisitors.nobody(), visitors.admin(), DeskVisitors.signedIn(visitors.caller()))) {
            Page page = browser.get(address);
            isShielded(page);
            assertThat(page.header("Cache-Control")).as(address).contains("no-store");
            assertThat(page.cookiesSet()).as(address).isEmpty();
        }
    }

    private static void isShielded(Page page) {
        assertThat(page.header("Content-Security-Policy")).isEqualTo(POLICY);
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void no_page_has_a_script_or_a_style_of_its_own(String address) {
        for (DeskClient browser : List.of(DeskVisitors.nobody(), visitors.admin()))
            assertThat(browser.get(address).body())
                    .doesNotContainPattern("(?i)<script(?![^>]*\\ssrc=\"/tinh/)")
                    .doesNotContainPattern("(?i)<style")
                    .doesNotContainPattern("(?i)<[^>]*\\sstyle\\s*=")
                    .doesNotContainPattern("(?i)<[^>]*\\s(on|hx-on)[\\w:-]*\\s*=")
                    .doesNotContainPattern("(?i)javascript:");
    }

    @Test
    void what_pages_are_drawn_with_is_kept_for_ever_under_an_address_that_tells_its_content() {
        Set<String> assets = new TreeSet<>(DeskClient.found(
                "(?:src|href)=\"(/tinh/[^\"]+)\"",
                visitors.admin().get(visitors.report()).body()));
        assertThat(assets)
                .hasSizeGreaterThanOrEqualTo(5)
                .allMatch(asset -> asset.matches("/tinh/[0-9a-f]{12}/[a-z.]+"));

        for (String address : assets) {
            Page asset = DeskVisitors.nobody().get(address);
            assertThat(asset.status()).as(address).isEqualTo(200);
            assertThat(asset.body()).isNotBlank();
            assertThat(asset.header("Content-Type")).matches("text/(css|javascript);charset=UTF-8|image/svg\\+xml");
            assertThat(asset.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
            assertThat(asset.cookiesSet()).isEmpty();
            isShielded(asset);

            Page wrong = DeskVisitors.nobody().get(address.replaceAll("[0-9a-f]{12}", "000000000000"));
            assertThat(wrong.status()).as(address).isEqualTo(404);
            assertThat(wrong.header("Cache-Control")).contains("no-store");
            isShielded(wrong);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bao-cao/nothing", "/vao/nothing", "/ho-so/1/2/3", "/tinh/nothing", "/tinh/1/2.css"})
    void where_there_is_nothing_a_page_says_so(String address) {
        DeskVisitors.isPageOf(visitors.admin().get(address), 404, "Không có gì ở địa chỉ này");
    }

    @Test
    void where_a_method_is_not_taken_a_page_says_so() {
        DeskClient browser = visitors.admin();

        DeskVisitors.isPageOf(browser.post("/bao-cao", Map.of()), 405, "Địa chỉ này không nhận cách gọi đó");
        DeskVisitors.isPageOf(browser.get("/ra"), 405, "Địa chỉ này không nhận cách gọi đó");
    }

    @Test
    void programs_are_answered_with_documents_as_ever() {
        wire.get("/api/v1/nothing", wire.admin()).isProblem(ProblemCode.NOT_FOUND);
    }

    // what is refused

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /bao-cao?unit=VA&preset=month&of=2090-01                         | Kỳ này chưa bắt đầu
            /bao-cao?unit=VA&preset=month&of=xuân                            | không phải tên một kỳ
            /bao-cao?unit=VA&from=2026-03-31&to=2026-03-01                   | Ngày đầu kỳ sau ngày cuối kỳ
            /bao-cao?unit=VA&from=2026-03-01                                 | Ngày cuối kỳ còn để trống
            /bao-cao?unit=VA&from=1901-01-01&to=2026-03-01                   | Kỳ dài hơn
            /bao-cao?unit=VA.no&from=2026-03-01&to=2026-03-31                | chưa ghi nhận đơn vị nào mã VA.no
            /bao-cao?unit=VA&from=2026-03-01&to=2026-03-31&at=hom%20qua      | “hom qua” không phải là thời điểm
            /bao-cao?unit=VA&from=2026-03-01&to=2026-03-31&at=2026-02-01     | “2026-02-01” không phải là thời điểm
            /bao-cao?unit=VA&from=2026-03-01&to=2026-03-31&at=01/02/2026     | Thời điểm xét ở trước ngày đầu kỳ
            /bao-cao?unit=VA&from=2026-03-01&to=2026-03-31&asOf=123456789012 | Sổ cái chưa có đến sự kiện số đó
            /bao-cao?unit=VA&from=2026-03-01&to=2026-03-31&by=moon           | không phải là một trong
            /bao-cao/ho-so?unit=VA&from=2026-03-01&to=2026-03-31&cell=moon   | Báo cáo không có ô nào tên là moon
            /viec?unit=VA&from=2026-03-01&to=2026-03-31&viec=moon            | Không có danh sách việc nào
            /ho-so?ma=%21%21                                                 | Không có hồ sơ nào mã “!!”
            /bao-cao?unit=VA&from=2026-03-01&to=2026-03-31&asOf=%2B999999999-12-31T23%3A59%3A59-18%3A00 | không phải là thời điểm
            /bao-cao?unit=VA&from=2026-03-01&to=2026-03-31&asOf=to           | “to” không phải là thời điểm
            /bao-cao/ho-so?unit=VA&from=2026-03-01&to=2026-03-31&cell=received.new&at=01/02/2026 | Thời điểm xét ở trước
            /bao-cao/nothing                                                 | Không có trang nào ở địa chỉ này
            /ra                                                              | Trang này không nhận cách gọi đó
            /lich?nam=1889                                                   | Năm là một số từ 1990 đến 2100
            /ho-so/VA-nobody                                                 | Không có hồ sơ nào mã “VA-nobody”
            /da-chot/nothing                                                 | Không có báo cáo đã chốt nào như vậy
            """)
    void what_is_refused_says_why_in_vietnamese(String address, String why) {
        DeskClient browser = DeskVisitors.signedIn(visitors.everywhere());
        Page page = browser.get(address);
        while (page.status() == 303) page = browser.get(page.location());

        assertThat(page.status()).as(address).isBetween(400, 499);
        assertThat(page.body()).contains(why).doesNotContain("<span lang=\"en\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bao-cao", "/viec"})
    void a_question_that_is_refused_is_drawn_once_more_so_that_it_can_be_asked_otherwise(String path) {
        Page page = visitors.admin().get(path + "?unit=VA&from=2026-03-01&to=2026-02-01" + work(path));

        DeskVisitors.isPageOf(page, 400, "Yêu cầu không đúng dạng");
        assertThat(page.body()).contains("action=\"" + path + "\"", "value=\"2026-03-01\"", "value=\"2026-02-01\"");
    }

    @Test
    void a_list_of_work_that_there_is_not_can_be_asked_otherwise() {
        Page page = visitors.admin().get("/viec?unit=VA&from=2026-03-01&to=2026-03-31&viec=moon");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("action=\"/viec\"").doesNotContain("value=\"moon\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'x-y', 'Giờ làm việc: “x” không phải là giờ'",
        "'13:00-12:00', 'Giờ làm việc: 13:00 không trước 12:00'",
        "'13:00-17:00, 08:00-12:00', 'Giờ làm việc: các khoảng phải nối tiếp nhau'"
    })
    void hours_that_could_not_be_published_are_refused_in_vietnamese(String hours, String why) {
        DeskClient browser = visitors.admin();
        browser.get("/lich?nam=2072");
        Page page = browser.post(
                "/lich/anh-huong", Map.of("nam", "2072", "hours", hours, "holidays", "", "makeUpDays", "", "khi", "x"));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains(why);
    }

    private static String work(String path) {
        return path.equals("/viec") ? "&viec=han-3" : "";
    }

    @Test
    void a_time_that_is_typed_as_people_do_leads_to_the_address_that_the_api_takes() {
        Page page = visitors.admin().get(visitors.report() + "&at=17%3A00%2020%2F03%2F2026");

        assertThat(page.location()).contains("at=2026-03-20T17%3A00%3A00%2B07%3A00");
        assertThat(visitors.admin().get(page.location()).body())
                .contains("Đang xem lại quá khứ", "17:00:00 20/03/2026");
    }

    @Test
    void a_month_that_is_typed_as_people_do_is_the_one_of_the_regulation() {
        assertThat(visitors.admin()
                        .get("/bao-cao?unit=VA&preset=month_644&of=3%2F2024")
                        .location())
                .isEqualTo("/bao-cao?unit=VA&preset=month_644&of=2024-03");
    }

    @Test
    void a_dossier_that_there_is_not_can_be_searched_for_otherwise() {
        Page page = DeskVisitors.signedIn(visitors.everywhere()).get("/ho-so/VA-nobody");

        DeskVisitors.isPageOf(page, 404, "Tìm hồ sơ", "name=\"ma\"", "value=\"VA-nobody\"");
    }

    @Test
    void an_answer_says_which_language_it_is_in() {
        DeskClient browser = visitors.admin();
        assertThat(browser.get("/vao").header("Content-Language")).isEqualTo("vi");
        browser.get("/ngon-ngu?tieng=en");
        assertThat(browser.get(visitors.report()).header("Content-Language")).isEqualTo("en");
    }

    // ways that lead nowhere

    @Test
    void whoever_is_led_where_there_is_nothing_is_answered_with_a_page_and_a_program_with_a_document() {
        DeskVisitors.isPageOf(
                visitors.admin().get("/khong-co", "Accept", "text/html"), 404, "Không có gì ở địa chỉ này");
        assertThat(DeskVisitors.nobody().get("/khong-co", "Accept", "text/html").location())
                .isEqualTo("/vao?ve=%2Fkhong-co");
        assertThat(DeskVisitors.nobody()
                        .get("/khong-co", "Accept", "application/json")
                        .body())
                .contains("\"code\":\"unauthorized\"");
        assertThat(visitors.admin().get("/api/v1/report", "Accept", "text/html").body())
                .contains("\"code\":\"unauthorized\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%61ctuator/prometheus",
                "/actuator/%70rometheus",
                "/%61ctuator/rebuild",
                "/%61pi/v1/status",
                "/api/v1/st%61tus",
                "/%73chemas",
                "//api/v1/status",
                "/error"
            })
    void a_session_opens_nothing_that_programs_are_answered_however_the_address_is_spelt(String address) {
        for (DeskClient browser : List.of(DeskVisitors.nobody(), DeskVisitors.signedIn(visitors.everywhere()))) {
            Page page = browser.get(address, "Accept", "text/html,*/*");

            assertThat(page.status()).as(address).isIn(303, 400, 401, 404);
            assertThat(page.body()).doesNotContain("projected", "hoso_", "$schema");
        }
    }

    @Test
    void the_picture_of_the_site_is_where_browsers_look_for_it() {
        Page page = DeskVisitors.nobody().get("/favicon.ico");

        assertThat(page.status()).isEqualTo(302);
        assertThat(DeskVisitors.nobody().get(page.location()).header("Content-Type"))
                .isEqualTo("image/svg+xml");
    }

    // the tree of a day

    @Test
    void a_unit_is_found_where_it_stood_in_the_tree_of_the_day() {
        Province province = visitors.province();
        Event moving = Province.unit("VA.moving", "COMMUNE", province.districtA());
        Event moved = Event.of("unit.moved", "VA.moving", "parent", province.districtB(), "validFrom", "2025-07-01");
        province.publish(List.of(moving, moved));
        DeskClient browser = visitors.admin();
        String search = "/don-vi?trang=%2Fbao-cao&tim=VA.moving";

        assertThat(browser.get(search).body()).contains("Đơn vị VA › Đơn vị " + province.districtB());
        assertThat(browser.get(search + "&ngay=2025-06-30").body())
                .contains("Đơn vị VA › Đơn vị " + province.districtA())
                .doesNotContain("ngay=");
        DeskVisitors.isPageOf(browser.get("/don-vi?trang=%2Fbao-cao&ngay=moon"), 400, "không phải là ngày");
    }

    /** Its report would be refused: a unit below it is not theirs by either tree. */
    @Test
    void a_unit_is_not_found_by_whom_its_report_is_refused() {
        Province province = visitors.province();
        String left = province.districtA();
        String right = province.districtB();
        province.publish(List.of(
                Province.unit("VA.root", "DISTRICT", right),
                Province.unit("VA.root.leaf", "COMMUNE", "VA.root"),
                Event.of("unit.moved", "VA.root", "parent", left, "validFrom", "2025-07-01"),
                Event.of("unit.moved", "VA.root.leaf", "parent", right, "validFrom", "2025-07-01")));
        DeskClient clerk = DeskVisitors.signedIn(
                new Caller("a clerk", Role.READER.scopes(), Set.of(), new UnitRights(Set.of(left))));
        String search = "/don-vi?trang=%2Fbao-cao&tim=VA.root";

        assertThat(clerk.get(search).body()).contains("unit=VA.root\"").doesNotContain("VA.root.leaf");
        assertThat(clerk.get(search + "&ngay=2025-06-30").body()).doesNotContain("unit=VA.root");
        assertThat(clerk.get("/bao-cao?unit=VA.root&from=2025-06-01&to=2025-06-30")
                        .status())
                .isEqualTo(403);
    }

    // the language

    @Test
    void pages_are_in_vietnamese_until_english_is_chosen() {
        DeskClient browser = visitors.admin();
        assertThat(browser.get(visitors.report()).body())
                .contains("<html lang=\"vi\">", "Báo cáo")
                .doesNotContain(">Reports<");

        Page chosen = browser.get("/ngon-ngu?tieng=en&ve=" + DeskClient.encoded(visitors.report()));

        assertThat(chosen.status()).isEqualTo(303);
        assertThat(chosen.location()).isEqualTo(visitors.report());
        assertThat(chosen.cookiesSet())
                .singleElement()
                .asString()
                .startsWith("hoso-tieng=en; ")
                .contains("Path=/", "HttpOnly", "SameSite=Strict")
                .doesNotContain("Secure");
        assertThat(browser.get(visitors.report()).body()).contains("<html lang=\"en\">", ">Reports<");
        DeskVisitors.isPageOf(browser.get("/bao-cao/nothing"), 404, "There is nothing here");

        browser.get("/ngon-ngu?tieng=vi");
        assertThat(browser.get("/vao").body()).contains("<html lang=\"vi\">");
    }

    @Test
    void a_language_that_is_none_of_both_is_vietnamese() {
        DeskClient browser = DeskVisitors.nobody();

        Page chosen = browser.get("/ngon-ngu?tieng=%22%3E");

        assertThat(chosen.cookiesSet()).singleElement().asString().startsWith("hoso-tieng=vi; ");
        assertThat(DeskVisitors.nobody().get("/vao", "Cookie", "hoso-tieng=xx").body())
                .contains("<html lang=\"vi\">");
    }
}
