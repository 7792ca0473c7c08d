package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Caller;
import hoso.edge.Role;
import hoso.edge.Scope;
import hoso.house.DeskClient.Page;
import hoso.vocabulary.UnitRights;
import java.util.Set;

/** Those who come to the desk of the shared house, signed in or not, and what they see there of a province. */
record DeskVisitors(Province province) {

    static DeskClient nobody() {
        return DeskClient.at(SharedHouse.house());
    }

    static DeskClient signedIn(Caller caller) {
        return DeskClient.signedIn(SharedHouse.house(), caller);
    }

    DeskClient admin() {
        return signedIn(caller(Scope.ADMIN));
    }

    Caller caller(Scope... scopes) {
        return new Caller("an official", Set.of(scopes), Set.of("*"), new UnitRights(Set.of(province.code())));
    }

    /** One who may see every unit, so that what there is not is told to be nothing. */
    Caller everywhere() {
        return new Caller("an auditor", Role.AUDITOR.scopes(), Set.of("*"), UnitRights.ALL);
    }

    /** One that signs the administrator in once. */
    String link() {
        return DeskClient.link(SharedHouse.house(), caller(Scope.ADMIN));
    }

    String report() {
        return "/bao-cao?unit=" + province.code() + "&from=2026-03-01&to=2026-03-31";
    }

    /** Holds that nobody is signed in there. */
    static void isNobody(DeskClient browser) {
        assertThat(browser.get("/bao-cao").location()).isEqualTo("/vao?ve=%2Fbao-cao");
    }

    static void isPageOf(Page page, int status, String... words) {
        assertThat(page.status()).as(page.body()).isEqualTo(status);
        assertThat(page.isPage()).as(page.body()).isTrue();
        assertThat(page.body()).contains("<html lang=").contains(words);
    }
}
