package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Caller;
import hoso.edge.Role;
import hoso.edge.Scope;
import hoso.house.DeskClient.Page;
import hoso.vocabulary.UnitRights;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes in at the desk and who does not, who goes, and whose forms are taken. */
@InSharedHouse
class DeskEntranceTest {

    /** Of which the rest is for everybody. */
    private static final Set<String> OPEN =
            Set.of("GET /", "GET /vao", "POST /ra", "GET /ngon-ngu", "GET /favicon.ico", "GET /tinh/{hash}/{name}");

    private static Wire wire;
    private static Province province;
    private static DeskVisitors visitors;

    @BeforeAll
    static void found() {
        wire = new Wire(SharedHouse.house());
        province = Province.found("V", wire);
        visitors = new DeskVisitors(province);
    }

    // the link

    @Test
    void a_link_signs_in_whoever_follows_it_first() {
        DeskClient browser = DeskVisitors.nobody();
        String link = visitors.link();

        Page arrived = browser.get(link);

        assertThat(arrived.status()).as(arrived.body()).isEqualTo(200);
        assertThat(arrived.goesOnTo()).isEqualTo("/");
        assertThat(browser.get("/").location()).isEqualTo("/bao-cao");
        assertThat(browser.get(visitors.report()).body()).contains("an official");
        DeskVisitors.isNobody(DeskVisitors.nobody());
    }

    @Test
    void the_session_is_a_cookie_that_no_script_sees_and_no_other_site_has_sent() {
        List<String> cookies = DeskVisitors.nobody().get(visitors.link()).cookiesSet();

        assertThat(cookies).singleElement().asString().matches(DeskClient.SESSION + "=[\\w-]{43}; .*");
        assertThat(cookies.getFirst().split("; "))
                .contains("Path=/", "HttpOnly", "SameSite=Strict")
                .as("over plain HTTP a secure cookie would not come back")
                .doesNotContain("Secure")
                .noneMatch(part -> part.startsWith("Domain="));
    }

    @Test
    void a_link_that_was_followed_signs_nobody_in_again() {
        String link = visitors.link();
        DeskVisitors.nobody().get(link);

        isSpent(link);
    }

    @Test
    void a_link_that_was_never_given_signs_nobody_in() {
        isSpent("/vao?ma=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        isSpent("/vao?ma=%22%3E%3Cscript%3E");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For: 203.0.113.7", "Forwarded: for=203.0.113.7", "X-Forwarded-For: 127.0.0.1"})
    void a_link_is_not_taken_from_elsewhere_and_remains_good(String header) {
        String link = visitors.link();

        isSpent(link, header.split(": "));

        assertThat(DeskVisitors.nobody().get(link).status()).isEqualTo(200);
    }

    private static void isSpent(String link, String... headers) {
        DeskClient browser = DeskVisitors.nobody();
        Page answer = browser.get(link, headers);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.isPage()).as(answer.body()).isTrue();
        assertThat(answer.body()).contains("Đường dẫn này đã được dùng").doesNotContain("<script>");
        assertThat(answer.cookiesSet()).isEmpty();
        DeskVisitors.isNobody(browser);
    }

    @Test
    void an_administrator_asks_for_a_link_with_a_token() {
        String link = wire.post("/actuator/desk", "application/json", Wire.bytes("{}"), wire.admin())
                .isOk()
                .json()
                .get("link")
                .asString();
        DeskClient browser = DeskVisitors.nobody();
        browser.get(link);

        assertThat(browser.get(visitors.report()).body()).contains(">" + Role.ADMIN.code() + "<");
        assertThat(wire.post("/actuator/desk", "application/json", Wire.bytes("{}"), wire.token(Role.AUDITOR, "*"))
                        .status())
                .isEqualTo(403);
    }

    // who is not signed in

    static Stream<String> closedPages() {
        return pages().filter(page -> page.startsWith("GET ")).map(page -> page.split(" ")[1]);
    }

    static Stream<String> closedForms() {
        return pages().filter(page -> page.startsWith("POST ")).map(page -> page.split(" ")[1]);
    }

    private static Stream<String> pages() {
        Set<String> pages = new TreeSet<>(Endpoints.pages(SharedHouse.house()));
        assertThat(pages).containsAll(OPEN);
        pages.removeAll(OPEN);
        return pages.stream().map(page -> page.replaceAll("\\{\\w+}", "1"));
    }

    @ParameterizedTest
    @MethodSource("closedPages")
    void whoever_asks_for_a_page_signs_in_first_and_comes_back_to_it(String path) {
        String address = path + "?unit=V.A&tim=a%20b%26c";

        Page answer = DeskVisitors.nobody().get(address);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/vao?ve=" + DeskClient.encoded(address));
        assertThat(answer.body()).isEmpty();
        Page arrived = DeskVisitors.nobody()
                .get(visitors.link() + "&" + answer.location().substring("/vao?".length()));
        assertThat(arrived.goesOnTo()).isEqualTo(address);
    }

    @ParameterizedTest
    @MethodSource("closedPages")
    void a_part_of_a_page_says_that_nobody_is_signed_in(String path) {
        Page part = DeskVisitors.nobody().get(path, "HX-Request", "true");

        assertThat(part.status()).isEqualTo(401);
        assertThat(part.isPage()).as(part.body()).isTrue();
        assertThat(part.body()).contains("Cần đăng nhập").doesNotContain("<html");
    }

    @ParameterizedTest
    @MethodSource("closedForms")
    void a_form_says_that_nobody_is_signed_in(String path) {
        DeskVisitors.isPageOf(DeskVisitors.nobody().post(path, Map.of()), 401, "Cần đăng nhập");
    }

    @ParameterizedTest
    @MethodSource("closedPages")
    void whoever_has_no_scope_is_refused_every_page(String path) {
        DeskVisitors.isPageOf(DeskVisitors.signedIn(visitors.caller()).get(path), 403, "Không có quyền");
    }

    @ParameterizedTest
    @MethodSource("closedForms")
    void whoever_has_no_scope_is_refused_every_form(String path) {
        DeskClient browser = DeskVisitors.signedIn(visitors.caller());

        DeskVisitors.isPageOf(browser.post(path, Map.of()), 403, "Không có quyền", "Việc này cần quyền ");
    }

    @Test
    void whoever_has_no_scope_is_told_so() {
        Page home = DeskVisitors.signedIn(visitors.caller()).get("/");

        DeskVisitors.isPageOf(home, 200, "report:read");
        assertThat(home.body()).doesNotContain("<nav");
    }

    @Test
    void tabs_are_offered_by_scope() {
        assertThat(tabs(visitors.caller(Scope.REPORT_READ)))
                .contains("/bao-cao")
                .doesNotContain("/ho-so", "/may");
        assertThat(tabs(visitors.caller(Scope.AUDIT_READ))).contains("/ho-so").doesNotContain("/bao-cao", "/may");
        assertThat(tabs(visitors.caller(Scope.ADMIN))).contains("/bao-cao", "/ho-so", "/may");
    }

    private static List<String> tabs(Caller caller) {
        return DeskClient.found(
                "<li><a href=\"(/[a-z-]+)\"",
                DeskVisitors.signedIn(caller).arrive("/").body());
    }

    @Test
    void a_page_shows_nothing_of_the_units_of_others() {
        Caller caller = new Caller(
                "reader", Set.of(Scope.REPORT_READ), Set.of("*"), new UnitRights(Set.of(province.districtA())));

        DeskVisitors.isPageOf(
                DeskVisitors.signedIn(caller).get(visitors.report().replace("unit=V", "unit=V.A")), 200, "V.A");
        DeskVisitors.isPageOf(
                DeskVisitors.signedIn(caller).get(visitors.report().replace("unit=V", "unit=V.B")),
                403,
                "Không có quyền");
    }

    @Test
    void the_cookie_opens_no_endpoint_of_the_api_and_a_token_no_page() {
        Page api = visitors.admin().get("/api/v1/report?unit=V&from=2026-03-01&to=2026-03-31");
        assertThat(api.status()).isEqualTo(401);
        assertThat(api.header("Content-Type")).startsWith("application/problem+json");
        assertThat(api.header("WWW-Authenticate")).isEqualTo("Bearer");
        for (String path : List.of("/actuator/prometheus", "/actuator/rebuild", "/api/v1/status"))
            assertThat(visitors.admin().get(path).status()).as(path).isEqualTo(401);

        Page page = DeskVisitors.nobody().get("/bao-cao", "Authorization", "Bearer " + wire.admin());
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.location()).isEqualTo("/vao?ve=%2Fbao-cao");
    }

    @Test
    void a_made_up_cookie_signs_nobody_in() {
        for (String value : List.of("", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))
            assertThat(DeskVisitors.nobody()
                            .get("/bao-cao", "Cookie", DeskClient.SESSION + "=" + value)
                            .location())
                    .isEqualTo("/vao?ve=%2Fbao-cao");
    }

    // the way out

    @Test
    void who_signs_out_leaves_nothing_that_would_be_good_for_anything() {
        DeskClient browser = visitors.admin();
        DeskClient thief = browser.copy();
        assertThat(thief.get(visitors.report()).status()).isEqualTo(200);

        Page left = browser.post("/ra", Map.of());

        assertThat(left.status()).isEqualTo(303);
        assertThat(left.location()).isEqualTo("/vao");
        assertThat(left.cookiesSet())
                .singleElement()
                .asString()
                .startsWith(DeskClient.SESSION + "=; ")
                .contains("Max-Age=0");
        DeskVisitors.isNobody(browser);
        DeskVisitors.isNobody(thief);
        DeskVisitors.isPageOf(thief.post("/ra", Map.of()), 401, "Cần đăng nhập");
    }

    // forms

    /** Fields that make a token, or none. */
    static Stream<Map<String, String>> wrongTokens() {
        return Stream.of(
                Map.of(),
                Map.of("_csrf", ""),
                Map.of("_csrf", "x"),
                Map.of("_csrf", visitors.admin().csrf()));
    }

    @ParameterizedTest
    @MethodSource("wrongTokens")
    void a_form_that_is_none_of_the_session_changes_nothing(Map<String, String> token) {
        DeskClient browser = visitors.admin();
        String frozen = snapshots();

        DeskVisitors.isPageOf(browser.postAsItIs("/bao-cao/chot", freezing(token)), 403, "hãy mở lại trang");
        DeskVisitors.isPageOf(browser.postAsItIs("/ra", token), 403, "hãy mở lại trang");

        assertThat(snapshots()).isEqualTo(frozen);
        assertThat(browser.get(visitors.report()).status()).isEqualTo(200);
    }

    @Test
    void a_form_of_the_session_does_what_it_says() {
        DeskClient browser = visitors.admin();
        String frozen = snapshots();

        Page answer = browser.post("/bao-cao/chot", freezing(Map.of()));

        assertThat(answer.location()).as(answer.body()).matches("/da-chot/S\\d+");
        assertThat(snapshots()).isNotEqualTo(frozen);
    }

    private static Map<String, String> freezing(Map<String, String> token) {
        Map<String, String> form = new TreeMap<>(token);
        form.putAll(Map.of("unit", province.code(), "from", "2026-03-01", "to", "2026-03-31", "kind", "MONTH"));
        return form;
    }

    private static String snapshots() {
        return wire.get("/api/v1/snapshots?unit=" + province.code(), wire.admin())
                .isOk()
                .json()
                .get("snapshots")
                .toString();
    }

    @Test
    void a_form_that_is_too_large_is_refused_on_a_page() {
        Page refused = visitors.admin().post("/ra", Map.of("x", "x".repeat(100_000)));

        assertThat(refused.status()).isBetween(400, 413);
        assertThat(refused.isPage()).as(refused.body()).isTrue();
    }
}
