package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.house.DeskClient.Page;
import hoso.house.SignInIssuer.Grant;
import hoso.testkit.database.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in at the desk with an OpenID Connect issuer: what its access token gives, and nothing where it gives none. */
class DeskSignInTest {

    private static final String MARCH = "&from=2026-03-01&to=2026-03-31";

    private static TestDatabase database;
    private static SignInIssuer issuer;
    private static RunningHouse house;
    private static Province province;

    /** What was answered before the issuer was there. */
    private static Page early;

    private static Page earlyEntrance;

    private DeskClient browser;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
        issuer = new SignInIssuer();
        issuer.away(true);
        house = RunningHouse.on(
                database,
                Map.of("hoso.tokens.external.issuer-uri", issuer.uri(), "hoso.desk.client-id", SignInIssuer.CLIENT));
        earlyEntrance = DeskClient.at(house).get("/vao");
        early = DeskClient.at(house).get("/vao/di/oidc?ve=%2Fbao-cao");
        issuer.away(false);
        province = Province.found("O", new Wire(house));
    }

    @BeforeEach
    void come() {
        browser = DeskClient.at(house);
        issuer.grant(Grant.of("report:read", province.districtA()));
    }

    @AfterAll
    static void stop() {
        house.close();
        issuer.close();
        database.close();
    }

    private static String report(String unit) {
        return "/bao-cao?unit=" + unit + MARCH;
    }

    /** Where the issuer sends the browser to, once somebody has signed in there. */
    private String signInAtIssuer(String back) {
        Page begun = browser.get("/vao/di/oidc?ve=" + DeskClient.encoded(back));
        assertThat(begun.status()).as(begun.body()).isEqualTo(302);
        URI address = issuer.signIn(URI.create(begun.location()));
        assertThat(address.toString()).startsWith(house.uri("/vao/ve?").toString());
        return address.getRawPath() + "?" + address.getRawQuery();
    }

    private Page signIn(String back) {
        return browser.get(signInAtIssuer(back));
    }

    private void isSignedIn(Page arrived) {
        assertThat(arrived.status()).as(arrived.body()).isEqualTo(200);
        assertThat(arrived.cookiesSet()).anyMatch(cookie -> cookie.startsWith(DeskClient.SESSION + "="));
    }

    /** Holds it to be a page that says what is the matter, and nobody to be signed in. */
    private void isRefused(Page answer, int status, String... words) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.isPage()).as(answer.body()).isTrue();
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'self';");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.body()).contains("<html lang=\"vi\">").contains(words).doesNotContain("Exception", "\tat ");
        assertThat(answer.cookiesSet()).noneMatch(cookie -> cookie.startsWith(DeskClient.SESSION + "="));
        assertThat(browser.get("/bao-cao").location()).isEqualTo("/vao?ve=%2Fbao-cao");
    }

    @Test
    void the_entrance_offers_it_and_keeps_where_to_go() {
        assertThat(browser.get("/vao?ve=" + DeskClient.encoded(report("O.A"))).body())
                .contains("href=\"/vao/di/oidc?ve=" + DeskClient.encoded(report("O.A")) + "\"");
        assertThat(browser.get("/vao?ve=https://evil.example").body()).contains("href=\"/vao/di/oidc?ve=%2F\"");
    }

    @Test
    void it_leads_to_where_one_wanted_to_be() {
        Page arrived = signIn(report(province.districtA()));

        isSignedIn(arrived);
        assertThat(arrived.goesOnTo()).isEqualTo(report(province.districtA()));
        assertThat(browser.get(arrived.goesOnTo()).body()).contains("cán bộ", province.districtA());
    }

    @Test
    void it_leads_to_no_other_server() {
        for (String elsewhere : new String[] {"//evil.example", "https://evil.example", "/\\evil"})
            assertThat(signIn(elsewhere).goesOnTo()).isEqualTo("/");
    }

    @Test
    void the_session_has_the_rights_of_the_access_token_and_no_others() {
        isSignedIn(signIn("/"));

        Page own = browser.get(report(province.districtA()));
        assertThat(own.status()).as(own.body()).isEqualTo(200);
        assertThat(own.body())
                .contains("href=\"/bao-cao\"")
                .doesNotContain("href=\"/may\"", "href=\"/ho-so\"", "/bao-cao/chot");
        assertThat(browser.get(report(province.communeA())).status()).isEqualTo(200);
        for (String foreign : new String[] {province.districtB(), province.communeB(), province.code()})
            isForbidden(browser.get(report(foreign)));
        isForbidden(browser.get("/ho-so"));
        isForbidden(browser.post(
                "/bao-cao/chot",
                Map.of("unit", province.districtA(), "from", "2026-03-01", "to", "2026-03-31", "kind", "MONTH")));
    }

    @Test
    void an_administrator_of_one_unit_is_none_of_another() {
        issuer.grant(Grant.of("admin", province.districtA()));
        isSignedIn(signIn("/"));

        assertThat(browser.get(report(province.districtA())).body()).contains("href=\"/may\"", "/bao-cao/chot");
        isForbidden(browser.get(report(province.districtB())));
    }

    @Test
    void a_token_that_gives_nothing_leads_to_a_page_that_says_so() {
        issuer.grant(Grant.of("profile email"));
        isSignedIn(signIn("/"));

        assertThat(browser.get("/").body()).contains("Tài khoản này chưa được cấp quyền");
        isForbidden(browser.get(report(province.districtA())));
    }

    private static void isForbidden(Page page) {
        assertThat(page.status()).as(page.body()).isEqualTo(403);
        assertThat(page.body()).contains("<html lang=\"vi\">", "Không có quyền");
    }

    @Test
    void what_was_asked_of_the_issuer_is_kept_for_the_browser_that_asked() {
        Page begun = browser.get("/vao/di/oidc");

        assertThat(begun.cookiesSet()).singleElement().asString().startsWith("hoso-desk-vao=");
        assertThat(begun.cookiesSet().getFirst().split("; "))
                .contains("Path=/vao", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
        assertThat(browser.get("/vao/di/oidc").location())
                .as("state, nonce and challenge are new")
                .isNotEqualTo(begun.location());
    }

    @Test
    void an_answer_with_another_state_signs_nobody_in() {
        String back = signInAtIssuer("/");

        isRefused(browser.get(back.replaceAll("state=[^&]+", "state=x")), 401, "authorization_request_not_found");
        isRefused(browser.get(back), 401, "authorization_request_not_found");
    }

    @Test
    void an_answer_brought_by_another_browser_signs_nobody_in() {
        String back = signInAtIssuer("/");
        browser = DeskClient.at(house);

        isRefused(browser.get(back), 401, "authorization_request_not_found");
    }

    @Test
    void an_answer_signs_in_once() {
        String back = signInAtIssuer("/");
        DeskClient thief = browser.copy();
        isSignedIn(browser.get(back));
        browser = thief;

        isRefused(browser.get(back), 401, "authorization_request_not_found");
    }

    @Test
    void an_answer_that_is_none_signs_nobody_in() {
        isRefused(browser.get("/vao/ve"), 401, "invalid_request");
        isRefused(browser.get("/vao/ve?code=x&state=x"), 401, "authorization_request_not_found");
    }

    @Test
    void who_is_refused_at_the_issuer_is_told_so() {
        String state = signInAtIssuer("/").replaceAll(".*(state=[^&]+).*", "$1");

        isRefused(browser.get("/vao/ve?error=access_denied&" + state), 401, "access_denied");
    }

    @Test
    void a_code_that_the_issuer_refuses_signs_nobody_in() {
        issuer.refuseCodes(true);
        try {
            isRefused(signIn("/"), 401, "invalid_grant");
        } finally {
            issuer.refuseCodes(false);
        }
    }

    @Test
    void an_id_token_that_was_made_for_another_sign_in_signs_nobody_in() {
        issuer.forgetNonce(true);
        try {
            isRefused(signIn("/"), 401, "invalid_nonce");
        } finally {
            issuer.forgetNonce(false);
        }
    }

    @Test
    void an_access_token_for_another_audience_signs_nobody_in() {
        issuer.grant(Grant.of("admin", "*").forAudience("another"));

        isRefused(signIn("/"), 401, "it is for another audience");
    }

    @Test
    void an_access_token_that_has_ended_signs_nobody_in() {
        issuer.grant(Grant.of("admin", "*").lasting(Duration.ofMinutes(-1)));

        isRefused(signIn("/"), 401, "it has expired");
    }

    @Test
    void a_house_starts_while_its_issuer_is_away_and_says_so() {
        assertThat(earlyEntrance.status()).isEqualTo(200);
        assertThat(earlyEntrance.body()).contains("href=\"/vao/di/oidc?ve=%2F\"");
        isRefused(early, 503, "Nơi cấp tài khoản tạm thời không trả lời", "Hãy thử lại");
    }

    @Test
    void an_issuer_that_goes_away_meanwhile_signs_nobody_in() {
        String back = signInAtIssuer("/");
        issuer.away(true);
        try {
            isRefused(browser.get(back), 401, "invalid_token_response");
        } finally {
            issuer.away(false);
        }
        isSignedIn(signIn("/"));
    }

    @Test
    void there_is_one_issuer() {
        isRefused(browser.get("/vao/di/other"), 404, "nobody of this name");
    }

    @Test
    void the_session_ends_with_the_access_token() {
        issuer.grant(Grant.of("report:read", province.districtA()).lasting(Duration.ofSeconds(5)));
        String page = report(province.districtA());
        isSignedIn(signIn(page));

        await().atMost(Duration.ofMinutes(1)).until(() -> browser.get(page).status() == 303);

        assertThat(browser.get(page).location()).isEqualTo("/vao?ve=" + DeskClient.encoded(page));
        assertThat(browser.post("/ra", Map.of()).status()).isEqualTo(401);
    }
}
