package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Role;
import hoso.edge.Scope;
import hoso.house.DeskClient.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page of the desk offers or leads to is done for whom it is shown, and shown to nobody else. */
@InSharedHouse
class DeskOffersTest {

    private static final String ADDRESS = "(?:href|hx-get|data-replay)=\"(/[^\"]*)\"";

    private static Wire wire;
    private static DeskHolders holders;
    private static Province province;

    @BeforeAll
    static void found() {
        wire = new Wire(SharedHouse.house());
        holders = new DeskHolders("DRO");
        province = holders.province();
    }

    @Test
    void tabs_are_offered_to_whom_they_are_answered() {
        List<String> read = List.of("/bao-cao", "/da-chot", "/viec", "/lich");
        List<String> audited = List.of("/bao-cao", "/ho-so", "/da-chot", "/viec", "/lich");
        List<String> all = List.of("/bao-cao", "/ho-so", "/da-chot", "/viec", "/lich", "/may");
        assertThat(tabs(Role.READER.scopes())).isEqualTo(read);
        assertThat(tabs(Role.AUDITOR.scopes())).isEqualTo(audited);
        assertThat(tabs(DeskHolders.BOTH)).isEqualTo(audited);
        assertThat(tabs(Role.ADMIN.scopes())).isEqualTo(all);
        for (Set<Scope> scopes :
                List.of(DeskHolders.NONE, Role.PUBLISHER.scopes(), Role.REGISTRAR.scopes(), Role.MONITOR.scopes()))
            assertThat(tabs(scopes)).isEmpty();
    }

    private static List<String> tabs(Set<Scope> scopes) {
        return DeskClient.found(
                "<li><a href=\"(/[a-z-]+)\"",
                holders.browser(scopes, "own", "").arrive("/").body());
    }

    @Test
    void what_somebody_may_not_do_is_not_offered() {
        isOffered("action=\"/bao-cao/chot\"", "GET /bao-cao", "admin");
        isOffered("href=\"/ho-so/DRO-", "GET /bao-cao/ho-so", "auditor both admin");
        isOffered("href=\"/ho-so/DRO-", "GET /viec qua-han", "auditor both admin");
        isOffered("viec=han-5", "GET /viec qua-han", "reader auditor both admin");
        for (String list : List.of("xin-loi", "hen", "lo-hen", "cong"))
            isOffered("viec=" + list, "GET /viec qua-han", "auditor both admin");
        isOffered("/dinh-chinh?vi-tri=", "GET /ho-so/{id}", "both admin");
        isOffered("/huy?vi-tri=", "GET /ho-so/{id}", "both admin");
        isOfferedAt("/ket-luan?vi-tri=", "/ho-so/DRO-late", "both admin");
        isOffered("Đính chính<", "GET /ho-so/{id}", "both admin");
        isOffered("Tải chứng cứ", "GET /ho-so/{id}", "auditor both admin");
        isOffered("Dựng lại từ kho sự kiện", "GET /da-chot/{id}", "auditor both admin");
        isOffered("data-replay=", "GET /da-chot/{id}", "auditor both admin");
        isOffered("/so-sanh\"", "GET /da-chot/{id}", "reader auditor both admin");
        // a calendar holds for all units of a tree: it needs the right to the root
        String publishing = "<form method=\"post\" action=\"/lich\"";
        isOffered(publishing, "GET /lich", "");
        isOfferedAt(publishing, holders.address("/lich", "", "all"), "all", "both admin");
    }

    @Test
    void the_signing_of_what_nobody_signed_is_offered_to_whom_it_is_answered() {
        String unsigned = holders.browser(Role.ADMIN.scopes(), "own", "")
                .post(
                        "/bao-cao/chot",
                        DeskHolders.form(
                                "unit", province.communeA(), "from", "2026-02-01", "to", "2026-02-28", "kind", "MONTH"))
                .location();

        isOfferedAt("action=\"" + unsigned + "/ky\"", unsigned, "admin");
    }

    @Test
    void dossiers_that_a_calendar_would_move_are_opened_and_decided_anew_by_whom_it_is_answered() {
        Event procedure = province.procedureEvent("long", 3650, "2020-01-01");
        Event receipt = province.receipt("long-one", province.communeA()).withData("procedure", procedure.subject());
        province.publish(List.of(procedure, receipt));
        String id = receipt.subject();
        String year = wire.get("/api/v1/dossiers/" + id, wire.admin())
                .isOk()
                .json()
                .get("dueAt")
                .asString()
                .substring(0, 4);
        List<String> holidays = new ArrayList<>();
        for (int day = 1; day <= 9; day++) holidays.add(year + "-01-0" + day);
        province.publish(Event.of("calendar.published", year, "holidays", holidays, "makeUpDays", List.of()));
        String affected = "/lich/anh-huong?nam=" + year;

        isOfferedAt(id, affected, "reader auditor both admin");
        isOfferedAt("href=\"/ho-so/" + id, affected, "auditor both admin");
        isOfferedAt("action=\"/lich/tinh-lai\"", affected, "admin");
        assertThat(holders.browser(Role.ADMIN.scopes(), "foreign", "")
                        .get(affected)
                        .body())
                .doesNotContain(id);
    }

    @Test
    void nothing_is_offered_that_looks_back_and_would_be_done_now() {
        DeskClient admin = holders.browser(Role.ADMIN.scopes(), "own", "");
        String then = "asOf=" + holders.dispute();

        assertThat(admin.get("/ho-so/" + holders.dossier("own") + "?" + then).body())
                .doesNotContain("/nhap/");
        assertThat(admin.get("/bao-cao?unit=DRO.A.1" + DeskHolders.PERIOD + "&" + then)
                        .body())
                .contains("DRO.A.1")
                .doesNotContain("/bao-cao/chot");
    }

    @Test
    void a_form_is_taken_as_it_was_drawn() {
        DeskClient admin = holders.browser(Role.ADMIN.scopes(), "own", "");
        String drawn = DeskClient.found(
                        "name=\"khi\" value=\"([^\"]+)\"",
                        admin.get(holders.address("/nhap/{id}/{kind}", "ket-luan", "own"))
                                .body())
                .getFirst();

        Page answer = admin.post(
                "/nhap/" + holders.dossier("own") + "/ket-luan",
                DeskHolders.form(
                        "vi-tri",
                        holders.dispute(),
                        "khi",
                        drawn,
                        "verdict",
                        "DISMISSED",
                        "reason",
                        "sai",
                        "authority",
                        "QĐ 3",
                        "buoc",
                        "gui"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    }

    @Test
    void units_are_offered_to_whom_their_reports_are_answered() {
        String offered = holders.get(Role.READER.scopes(), "own", "GET /don-vi");

        assertThat(offered).contains("unit=DRO.A\"", "unit=DRO.A.1\"").doesNotContain("DRO.B", "unit=DRO\"");
        assertThat(holders.get(Role.READER.scopes(), "no", "GET /don-vi")).doesNotContain("unit=");
    }

    /** @param whom of reader, auditor, both and admin */
    private static void isOffered(String offer, String listed, String whom) {
        String[] words = listed.split(" ");
        isOfferedAt(offer, holders.address(words[1], words.length > 2 ? words[2] : "", "own"), whom);
    }

    private static void isOfferedAt(String offer, String address, String whom) {
        isOfferedAt(offer, address, "own", whom);
    }

    private static void isOfferedAt(String offer, String address, String holder, String whom) {
        String offered = readers().entrySet().stream()
                .filter(one -> {
                    Page page = holders.browser(one.getValue(), holder, "").get(address);
                    return page.status() == 200 && page.body().contains(offer);
                })
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" "));
        assertThat(offered).as("%s at %s", offer, address).isEqualTo(whom);
    }

    /** Those that see anything at all at the desk. */
    private static Map<String, Set<Scope>> readers() {
        Map<String, Set<Scope>> readers = new LinkedHashMap<>();
        readers.put("reader", Role.READER.scopes());
        readers.put("auditor", Role.AUDITOR.scopes());
        readers.put("both", DeskHolders.BOTH);
        readers.put("admin", Role.ADMIN.scopes());
        return readers;
    }

    static Stream<String> linking() {
        return Stream.of(
                "GET /bao-cao",
                "GET /bao-cao/ho-so",
                "GET /bao-cao/xu-huong",
                "GET /don-vi",
                "GET /ho-so",
                "GET /ho-so/{id}",
                "GET /da-chot",
                "GET /da-chot/{id}",
                "GET /da-chot/{id}/so-sanh",
                "GET /viec qua-han",
                "GET /viec xin-loi",
                "GET /viec cong",
                "GET /lich",
                "GET /nhap/{id}/{kind} huy",
                "GET /may");
    }

    @ParameterizedTest
    @MethodSource("linking")
    void whatever_a_page_leads_to_is_answered_to_whom_it_is_shown(String listed) {
        String[] words = listed.split(" ");
        readers().forEach((name, scopes) -> {
            DeskClient browser = holders.browser(scopes, "own", "");
            Page page = browser.get(holders.address(words[1], words.length > 2 ? words[2] : "", "own"));
            if (page.status() == 403) return;
            Set<String> addresses = new LinkedHashSet<>(DeskClient.found(ADDRESS, page.body()));
            addresses.removeIf(address -> address.startsWith("/tinh/") || address.startsWith("/ngon-ngu"));
            assertThat(addresses).isNotEmpty();
            for (String address : addresses)
                assertThat(browser.get(address.replace("&amp;", "&")).status())
                        .as("%s leads the %s to %s", listed, name, address)
                        .isIn(200, 303);
        });
    }
}
