package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Caller;
import hoso.edge.ProblemCode;
import hoso.edge.Role;
import hoso.edge.Scope;
import hoso.house.DeskClient.Page;
import hoso.vocabulary.UnitRights;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes in at the desk by a link, who does not, and what its pages let a browser do. */
@InSharedHouse
class DeskEntranceTest {

    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    /** Of which the rest is for everybody. */
    private static final Set<String> OPEN =
            Set.of("GET /", "GET /vao", "POST /ra", "GET /ngon-ngu", "GET /tinh/{hash}/{name}");

    private static Wire wire;
    private static Province province;

    @BeforeAll
    static void found() {
        wire = new Wire(SharedHouse.house());
        province = Province.found("V", wire);
    }

    private static DeskClient nobody() {
        return DeskClient.at(SharedHouse.house());
    }

    private static DeskClient signedIn(Caller caller) {
        return DeskClient.signedIn(SharedHouse.house(), caller);
    }

    private static DeskClient admin() {
        return signedIn(caller(Scope.ADMIN));
    }

    private static Caller caller(Scope... scopes) {
        return new Caller("an official", Set.of(scopes), Set.of("*"), new UnitRights(Set.of(province.code())));
    }

    private static String link() {
        return DeskClient.link(SharedHouse.house(), caller(Scope.ADMIN));
    }

    private static String report() {
        return "/bao-cao?unit=" + province.code() + "&from=2026-03-01&to=2026-03-31";
    }

    /** Holds that nobody is signed in there. */
    private static void isNobody(DeskClient browser) {
        assertThat(browser.get("/bao-cao").location()).isEqualTo("/vao?ve=%2Fbao-cao");
    }

    // the link

    @Test
    void a_link_signs_in_whoever_follows_it_first() {
        DeskClient browser = nobody();
        String link = link();

        Page arrived = browser.get(link);

        assertThat(arrived.status()).as(arrived.body()).isEqualTo(200);
        assertThat(arrived.goesOnTo()).isEqualTo("/");
        assertThat(browser.get("/").location()).isEqualTo("/bao-cao");
        assertThat(browser.get(report()).body()).contains("an official");
        isNobody(nobody());
    }

    @Test
    void the_session_is_a_cookie_that_no_script_sees_and_no_other_site_has_sent() {
        List<String> cookies = nobody().get(link()).cookiesSet();

        assertThat(cookies).singleElement().asString().matches(DeskClient.SESSION + "=[\\w-]{43}; .*");
        assertThat(cookies.getFirst().split("; "))
                .contains("Path=/", "HttpOnly", "SameSite=Strict")
                .as("over plain HTTP a secure cookie would not come back")
                .doesNotContain("Secure")
                .noneMatch(part -> part.startsWith("Domain="));
    }

    @Test
    void a_link_that_was_followed_signs_nobody_in_again() {
        String link = link();
        nobody().get(link);

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
        String link = link();

        isSpent(link, header.split(": "));

        assertThat(nobody().get(link).status()).isEqualTo(200);
    }

    private static void isSpent(String link, String... headers) {
        DeskClient browser = nobody();
        Page answer = browser.get(link, headers);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.isPage()).as(answer.body()).isTrue();
        assertThat(answer.body()).contains("Đường dẫn này đã được dùng").doesNotContain("<script>");
        assertThat(answer.cookiesSet()).isEmpty();
        isNobody(browser);
    }

    @Test
    void an_administrator_asks_for_a_link_with_a_token() {
        String link = wire.post("/actuator/desk", "application/json", Wire.bytes("{}"), wire.admin())
                .isOk()
                .json()
                .get("link")
                .asString();
        DeskClient browser = nobody();
        browser.get(link);

        assertThat(browser.get(report()).body()).contains(">" + Role.ADMIN.code() + "<");
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

        Page answer = nobody().get(address);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/vao?ve=" + DeskClient.encoded(address));
        assertThat(answer.body()).isEmpty();
        Page arrived = nobody().get(link() + "&" + answer.location().substring("/vao?".length()));
        assertThat(arrived.goesOnTo()).isEqualTo(address);
    }

    @ParameterizedTest
    @MethodSource("closedPages")
    void a_part_of_a_page_says_that_nobody_is_signed_in(String path) {
        Page part = nobody().get(path, "HX-Request", "true");

        assertThat(part.status()).isEqualTo(401);
        assertThat(part.isPage()).as(part.body()).isTrue();
        assertThat(part.body()).contains("Cần đăng nhập").doesNotContain("<html");
    }

    @ParameterizedTest
    @MethodSource("closedForms")
    void a_form_says_that_nobody_is_signed_in(String path) {
        isPageOf(nobody().post(path, Map.of()), 401, "Cần đăng nhập");
    }

    @ParameterizedTest
    @MethodSource("closedPages")
    void whoever_has_no_scope_is_refused_every_page(String path) {
        isPageOf(signedIn(caller()).get(path), 403, "Không có quyền");
    }

    @ParameterizedTest
    @MethodSource("closedForms")
    void whoever_has_no_scope_is_refused_every_form(String path) {
        DeskClient browser = signedIn(caller());

        isPageOf(browser.post(path, Map.of()), 403, "Không có quyền", "needs the scope");
    }

    @Test
    void whoever_has_no_scope_is_told_so() {
        Page home = signedIn(caller()).get("/");

        isPageOf(home, 200, "report:read");
        assertThat(home.body()).doesNotContain("<nav");
    }

    @Test
    void tabs_are_offered_by_scope() {
        assertThat(tabs(caller(Scope.REPORT_READ))).contains("/bao-cao").doesNotContain("/ho-so", "/may");
        assertThat(tabs(caller(Scope.AUDIT_READ))).contains("/ho-so").doesNotContain("/bao-cao", "/may");
        assertThat(tabs(caller(Scope.ADMIN))).contains("/bao-cao", "/ho-so", "/may");
    }

    private static List<String> tabs(Caller caller) {
        return found("<li><a href=\"(/[a-z-]+)\"", signedIn(caller).arrive("/").body());
    }

    @Test
    void a_page_shows_nothing_of_the_units_of_others() {
        Caller caller = new Caller(
                "reader", Set.of(Scope.REPORT_READ), Set.of("*"), new UnitRights(Set.of(province.districtA())));

        isPageOf(signedIn(caller).get(report().replace("unit=V", "unit=V.A")), 200, "V.A");
        isPageOf(signedIn(caller).get(report().replace("unit=V", "unit=V.B")), 403, "Không có quyền");
    }

    @Test
    void the_cookie_opens_no_endpoint_of_the_api_and_a_token_no_page() {
        Page api = admin().get("/api/v1/report?unit=V&from=2026-03-01&to=2026-03-31");
        assertThat(api.status()).isEqualTo(401);
        assertThat(api.header("Content-Type")).startsWith("application/problem+json");
        assertThat(api.header("WWW-Authenticate")).isEqualTo("Bearer");
        for (String path : List.of("/actuator/prometheus", "/actuator/rebuild", "/api/v1/status"))
            assertThat(admin().get(path).status()).as(path).isEqualTo(401);

        Page page = nobody().get("/bao-cao", "Authorization", "Bearer " + wire.admin());
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.location()).isEqualTo("/vao?ve=%2Fbao-cao");
    }

    @Test
    void a_made_up_cookie_signs_nobody_in() {
        for (String value : List.of("", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))
            assertThat(nobody().get("/bao-cao", "Cookie", DeskClient.SESSION + "=" + value)
                            .location())
                    .isEqualTo("/vao?ve=%2Fbao-cao");
    }

    // the way out

    @Test
    void who_signs_out_leaves_nothing_that_would_be_good_for_anything() {
        DeskClient browser = admin();
        DeskClient thief = browser.copy();
        assertThat(thief.get(report()).status()).isEqualTo(200);

        Page left = browser.post("/ra", Map.of());

        assertThat(left.status()).isEqualTo(303);
        assertThat(left.location()).isEqualTo("/vao");
        assertThat(left.cookiesSet())
                .singleElement()
                .asString()
                .startsWith(DeskClient.SESSION + "=; ")
                .contains("Max-Age=0");
        isNobody(browser);
        isNobody(thief);
        isPageOf(thief.post("/ra", Map.of()), 401, "Cần đăng nhập");
    }

    // forms

    /** Fields that make a token, or none. */
    static Stream<Map<String, String>> wrongTokens() {
        return Stream.of(Map.of(), Map.of("_csrf", ""), Map.of("_csrf", "x"), Map.of("_csrf", admin().csrf()));
    }

    @ParameterizedTest
    @MethodSource("wrongTokens")
    void a_form_that_is_none_of_the_session_changes_nothing(Map<String, String> token) {
        DeskClient browser = admin();
        String frozen = snapshots();

        isPageOf(browser.postAsItIs("/bao-cao/chot", freezing(token)), 403, "open the page again");
        isPageOf(browser.postAsItIs("/ra", token), 403, "open the page again");

        assertThat(snapshots()).isEqualTo(frozen);
        assertThat(browser.get(report()).status()).isEqualTo(200);
    }

    @Test
    void a_form_of_the_session_does_what_it_says() {
        DeskClient browser = admin();
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
        Page refused = admin().post("/ra", Map.of("x", "x".repeat(100_000)));

        assertThat(refused.status()).isBetween(400, 413);
        assertThat(refused.isPage()).as(refused.body()).isTrue();
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

        assertThat(nobody().get(link() + "&" + back).goesOnTo()).isEqualTo("/");
        Page language = nobody().get("/ngon-ngu?tieng=en&" + back);
        assertThat(language.status()).isEqualTo(303);
        assertThat(language.location()).isEqualTo("/");
    }

    // what pages say to a browser

    static Stream<String> addresses() {
        return Stream.of(
                "/", "/vao", "/vao?ma=unknown", "/bao-cao", report(), "/ho-so", "/bao-cao/nothing", "/vao/nothing");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void a_browser_is_told_to_take_nothing_from_elsewhere_and_to_keep_no_page(String address) {
        for (DeskClient browser : List.of(nobody(), admin(), signedIn(caller()))) {
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
        for (DeskClient browser : List.of(nobody(), admin()))
            assertThat(browser.get(address).body())
                    .doesNotContainPattern("(?i)<script(?![^>]*\\ssrc=\"/tinh/)")
                    .doesNotContainPattern("(?i)<style")
                    .doesNotContainPattern("(?i)<[^>]*\\sstyle\\s*=")
                    .doesNotContainPattern("(?i)<[^>]*\\s(on|hx-on)[\\w:-]*\\s*=")
                    .doesNotContainPattern("(?i)javascript:");
    }

    @Test
    void what_pages_are_drawn_with_is_kept_for_ever_under_an_address_that_tells_its_content() {
        Set<String> assets = new TreeSet<>(
                found("(?:src|href)=\"(/tinh/[^\"]+)\"", admin().get(report()).body()));
        assertThat(assets)
                .hasSizeGreaterThanOrEqualTo(5)
                .allMatch(asset -> asset.matches("/tinh/[0-9a-f]{12}/[a-z.]+"));

        for (String address : assets) {
            Page asset = nobody().get(address);
            assertThat(asset.status()).as(address).isEqualTo(200);
            assertThat(asset.body()).isNotBlank();
            assertThat(asset.header("Content-Type")).matches("text/(css|javascript);charset=UTF-8|image/svg\\+xml");
            assertThat(asset.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
            assertThat(asset.cookiesSet()).isEmpty();
            isShielded(asset);

            Page wrong = nobody().get(address.replaceAll("[0-9a-f]{12}", "000000000000"));
            assertThat(wrong.status()).as(address).isEqualTo(404);
            assertThat(wrong.header("Cache-Control")).contains("no-store");
            isShielded(wrong);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bao-cao/nothing", "/vao/nothing", "/ho-so/1/2/3", "/tinh/nothing", "/tinh/1/2.css"})
    void where_there_is_nothing_a_page_says_so(String address) {
        isPageOf(admin().get(address), 404, "Không có gì ở địa chỉ này");
    }

    @Test
    void where_a_method_is_not_taken_a_page_says_so() {
        DeskClient browser = admin();

        isPageOf(browser.post("/bao-cao", Map.of()), 405, "Địa chỉ này không nhận cách gọi đó");
        isPageOf(browser.get("/ra"), 405, "Địa chỉ này không nhận cách gọi đó");
    }

    @Test
    void programs_are_answered_with_documents_as_ever() {
        wire.get("/api/v1/nothing", wire.admin()).isProblem(ProblemCode.NOT_FOUND);
    }

    // the language

    @Test
    void pages_are_in_vietnamese_until_english_is_chosen() {
        DeskClient browser = admin();
        assertThat(browser.get(report()).body())
                .contains("<html lang=\"vi\">", "Báo cáo")
                .doesNotContain(">Reports<");

        Page chosen = browser.get("/ngon-ngu?tieng=en&ve=" + DeskClient.encoded(report()));

        assertThat(chosen.status()).isEqualTo(303);
        assertThat(chosen.location()).isEqualTo(report());
        assertThat(chosen.cookiesSet())
                .singleElement()
                .asString()
                .startsWith("hoso-tieng=en; ")
                .contains("Path=/", "HttpOnly", "SameSite=Strict")
                .doesNotContain("Secure");
        assertThat(browser.get(report()).body()).contains("<html lang=\"en\">", ">Reports<");
        isPageOf(browser.get("/bao-cao/nothing"), 404, "There is nothing here");

        browser.get("/ngon-ngu?tieng=vi");
        assertThat(browser.get("/vao").body()).contains("<html lang=\"vi\">");
    }

    @Test
    void a_language_that_is_none_of_both_is_vietnamese() {
        DeskClient browser = nobody();

        Page chosen = browser.get("/ngon-ngu?tieng=%22%3E");

        assertThat(chosen.cookiesSet()).singleElement().asString().startsWith("hoso-tieng=vi; ");
        assertThat(nobody().get("/vao", "Cookie", "hoso-tieng=xx").body()).contains("<html lang=\"vi\">");
    }

    private static void isPageOf(Page page, int status, String... words) {
        assertThat(page.status()).as(page.body()).isEqualTo(status);
        assertThat(page.isPage()).as(page.body()).isTrue();
        assertThat(page.body()).contains("<html lang=").contains(words);
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
