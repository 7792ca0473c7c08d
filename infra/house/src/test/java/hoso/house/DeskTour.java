package hoso.house;

import hoso.edge.Caller;
import hoso.edge.Role;
import hoso.vocabulary.UnitRights;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/** Takes a browser to every page of the desk, as whoever sees it. */
final class DeskTour implements AutoCloseable {

    /**
     * The role {@code commune} is a reader of one commune alone, {@code unitless} of none, and {@code nothing} may do nothing;
     * what is clicked is clicked one after the other, and filled where something stands behind it.
     */
    private static final String PAGES = """
            name              | path                                                             | role    | answer | languages | clicked
            entrance          | /vao                                                             | nobody  | 200    | vi en     |
            entrance-spent    | /vao?ma=spent                                                    | nobody  | 403    | vi        |
            report-unit       | /bao-cao?unit={unit}&MARCH&by=unit                               | admin   | 200    | vi en     |
            report-units      | /bao-cao?unit={unit}&MARCH&by=unit                               | admin   | 200    | vi        | .choice > summary
            report-past       | /bao-cao?unit={unit}&MARCH&by=unit                               | admin   | 200    | vi        | .fold > summary
            report-field      | /bao-cao?unit={unit}&MARCH&by=field                              | auditor | 200    | vi        |
            report-procedure  | /bao-cao?unit={unit}&MARCH&by=procedure                          | auditor | 200    | vi        |
            report-channel    | /bao-cao?unit={unit}&MARCH&by=channel                            | auditor | 200    | vi        |
            report-level      | /bao-cao?unit={unit}&MARCH&by=level                              | auditor | 200    | vi        |
            report-empty      | /bao-cao?unit={commune}&from=2024-01-01&to=2024-01-31&by=unit    | commune | 200    | vi        |
            behind            | /bao-cao/ho-so?unit={unit}&MARCH&cell=resolved.late              | admin   | 200    | vi en     |
            behind-reader     | /bao-cao/ho-so?unit={commune}&MARCH&cell=received.new            | commune | 200    | vi        |
            trend             | /bao-cao/xu-huong?unit={unit}&MARCH                              | admin   | 200    | vi en     |
            search            | /ho-so                                                           | admin   | 200    | vi en     |
            dossier-in-time   | /ho-so/{in-time}                                                 | admin   | 200    | vi        |
            dossier-late      | /ho-so/{late}                                                    | admin   | 200    | vi        |
            dossier-supposed  | /ho-so/{late}                                                    | admin   | 200    | vi en     | details:has(.suppose) > summary ; input[name=bo]
            dossier-days      | /ho-so/{late}                                                    | auditor | 200    | vi        | details:has(.days) > summary ; .events details > summary
            dossier-extended  | /ho-so/{extended}                                                | admin   | 200    | vi        |
            dossier-forwarded | /ho-so/{forwarded}                                               | admin   | 200    | vi        |
            dossier-disputed  | /ho-so/{disputed}                                                | admin   | 200    | vi        |
            dossier-ruled     | /ho-so/{ruled}                                                   | admin   | 200    | vi en     |
            dossier-mended    | /ho-so/{mended}                                                  | admin   | 200    | vi        |
            dossier-voided    | /ho-so/{unreceived}                                              | admin   | 200    | vi        |
            dossier-overdue   | /ho-so/{overdue}                                                 | admin   | 200    | vi        |
            dossier-soon      | /ho-so/{soon}                                                    | admin   | 200    | vi        |
            dossier-waiting   | /ho-so/{waiting}                                                 | admin   | 200    | vi        |
            dossier-otherwise | /ho-so/{otherwise}                                               | admin   | 200    | vi        |
            frozen            | /da-chot                                                         | admin   | 200    | vi en     |
            frozen-none       | /da-chot?unit={elsewhere}                                        | admin   | 200    | vi        |
            snapshot          | /da-chot/{snapshot}                                              | admin   | 200    | vi        |
            snapshot-unsigned | /da-chot/{unsigned}                                              | admin   | 200    | vi        |
            snapshot-replayed | /da-chot/{snapshot}                                              | admin   | 200    | vi en     | button[data-replay]
            restated          | /da-chot/{snapshot}/so-sanh                                      | admin   | 200    | vi en     |
            restated-dossiers | /da-chot/{snapshot}/so-sanh                                      | admin   | 200    | vi        | .fold > summary ; td details > summary
            restated-figure   | /da-chot/{snapshot}/so-sanh?cell=received.total                  | admin   | 200    | vi        |
            work-1            | /viec?unit={unit}&{lately}&viec=han-1                            | admin   | 200    | vi        |
            work-3            | /viec?unit={commune}&{lately}&viec=han-3                         | commune | 200    | vi        |
            work-5            | /viec?unit={unit}&{lately}&viec=han-5                            | admin   | 200    | vi en     |
            work-overdue      | /viec?unit={unit}&{lately}&viec=qua-han                          | admin   | 200    | vi        |
            work-letters      | /viec?unit={unit}&MARCH&viec=xin-loi                             | admin   | 200    | vi        |
            work-promised     | /viec?unit={unit}&{lately}&viec=hen                              | admin   | 200    | vi        |
            work-broken       | /viec?unit={unit}&{lately}&viec=lo-hen                           | admin   | 200    | vi        |
            work-portal       | /viec?unit={unit}&MARCH&viec=cong                                | auditor | 200    | vi en     |
            work-none         | /viec?unit={elsewhere}&MARCH&viec=qua-han                        | admin   | 200    | vi        |
            calendar          | /lich?nam=2026                                                   | admin   | 200    | vi        |
            calendar-reader   | /lich?nam=2026                                                   | commune | 200    | vi        |
            calendar-affected | /lich?nam=2021                                                   | admin   | 200    | vi en     | button[hx-get^='/lich/anh-huong']
            calendar-usual    | /lich?nam=2033                                                   | admin   | 200    | vi        |
            calendar-looked   | /lich?nam=2026                                                   | admin   | 200    | vi en     | textarea[name=makeUpDays] = 05/12/2026 ; input[name=hours] = 08:00-12:00, 13:00-17:00 ; button[value=xem]
            calendar-would    | /lich?nam=2026                                                   | admin   | 200    | vi en     | textarea[name=holidays] = 06/03/2026 ; button[value=xem] ; button[hx-post='/lich/anh-huong']
            calendar-refused  | /lich?nam=2026                                                   | admin   | 400    | vi        | textarea[name=makeUpDays] = 31/02/2026 ; button[value=xem]
            correct-refused   | /nhap/{late}/dinh-chinh?vi-tri={late.supplement-requested}       | admin   | 409    | vi en     | textarea[name=reason] = nhập nhầm giờ ; input[name=authority] = QĐ 7/UBND ; input[name=luc] = 2026-02-01T09:00:00 ; button[value=xem]
            correct           | /nhap/{late}/dinh-chinh?vi-tri={late.apology-issued}             | admin   | 200    | vi en     |
            correct-looked    | /nhap/{late}/dinh-chinh?vi-tri={late.supplement-requested}       | admin   | 200    | vi en     | textarea[name=reason] = nhập nhầm giờ ; input[name=authority] = QĐ 7/UBND ; input[name=luc] = 2026-03-04T09:00:00 ; button[value=xem]
            correct-again     | /nhap/{late}/dinh-chinh?vi-tri={late.received}                   | admin   | 200    | vi        | textarea[name=reason] = nhập nhầm giờ ; input[name=authority] = QĐ 7/UBND ; input[name=luc] = 2026-03-03T09:00:00 ; button[value=xem] ; button[value=sua]
            void              | /nhap/{late}/huy?vi-tri={late.suspended}                         | admin   | 200    | vi        |
            void-looked       | /nhap/{late}/huy?vi-tri={late.received}                          | admin   | 200    | vi        | textarea[name=reason] = nhập hai lần ; input[name=authority] = QĐ 8/UBND ; button[value=xem]
            rule              | /nhap/{disputed}/ket-luan?vi-tri={disputed.disputed}             | admin   | 200    | vi en     |
            rule-looked       | /nhap/{disputed}/ket-luan?vi-tri={disputed.disputed}             | admin   | 200    | vi        | textarea[name=reason] = có biên nhận ; input[name=authority] = KL 9 ; button[value=xem]
            machine           | /may                                                             | admin   | 200    | vi en     |
            machine-parts     | /may                                                             | admin   | 200    | vi        | .fold > summary
            scopeless         | /                                                                | nothing | 200    | vi en     |
            unitless          | /bao-cao                                                         | unitless| 200    | vi        |
            foreign           | /bao-cao?unit={elsewhere}&MARCH&by=unit                          | commune | 403    | vi        |
            unknown           | /ho-so/P-nothing                                                 | admin   | 404    | vi en     |
            malformed         | /bao-cao?unit={unit}&from=March&to=2026-03-31&by=unit            | admin   | 400    | vi        |
            """;

    /** As much room as a screen has whose letters are four times as large. */
    static final int TELEPHONE = 360;

    static final int SCREEN = 1366;

    private final DeskWorld world;
    private final DeskBrowser browser;
    private String signedIn = "nobody";
    private String spoken = "vi";

    private DeskTour(DeskWorld world, DeskBrowser browser) {
        this.world = world;
        this.browser = browser;
    }

    /** Through a province of its own. */
    static DeskTour of(String code) {
        return new DeskTour(DeskWorld.found(code, new Wire(SharedHouse.house())), DeskBrowser.of(SharedHouse.house()));
    }

    /** @param clicked selectors, and {@code selector = text} of what is filled */
    record Page(String name, String path, String role, int answer, String[] languages, String[] clicked) {

        static Page of(String line) {
            String[] columns =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
            return new Page(
                    columns[0],
                    columns[1].replace("MARCH", DeskWorld.MARCH),
                    columns[2],
                    Integer.parseInt(columns[3]),
                    columns[4].split(" "),
                    columns[5].isEmpty() ? new String[0] : columns[5].split(" ; "));
        }
    }

    /** A page as somebody sees it. */
    record Sight(Page page, String language) {

        boolean isVietnamese() {
            return language.equals("vi");
        }

        @Override
        public String toString() {
            return page.name() + (isVietnamese() ? "" : "-" + language);
        }
    }

    /** All there is to be seen, by whom it is seen: each signs in once and changes the language once. */
    static Stream<Sight> sights() {
        return PAGES.lines()
                .skip(1)
                .map(Page::of)
                .flatMap(page -> Arrays.stream(page.languages()).map(language -> new Sight(page, language)))
                .sorted(Comparator.comparing((Sight sight) -> sight.page().role())
                        .thenComparing(Sight::isVietnamese, Comparator.reverseOrder()));
    }

    DeskBrowser browser() {
        return browser;
    }

    /** Opens a page anew on a screen of so many pixels, and does there what is to be done. */
    DeskBrowser show(Sight sight, int width) {
        Page page = sight.page();
        browser.width(width);
        be(page.role());
        speak(sight.language());
        browser.open(world.said(page.path()));
        for (String step : page.clicked()) {
            String[] filled = step.split(" = ", 2);
            if (filled.length > 1) browser.fill(filled[0], filled[1]);
            else browser.click(step);
        }
        return browser;
    }

    /** Likewise, in Vietnamese, a page by its name. */
    DeskBrowser show(String name, int width) {
        return sights().filter(sight -> sight.toString().equals(name))
                .findFirst()
                .map(sight -> show(sight, width))
                .orElseThrow();
    }

    private void be(String role) {
        if (role.equals(signedIn)) return;
        if (role.equals("nobody")) browser.signOut();
        else browser.signIn(caller(role));
        signedIn = role;
        spoken = "vi";
    }

    private void speak(String language) {
        if (!language.equals(spoken)) browser.speak(language);
        spoken = language;
    }

    private Caller caller(String role) {
        Set<String> all = Set.of("*");
        if (role.equals("commune"))
            return new Caller(
                    "Nguyễn Thị Mai Hương",
                    Role.READER.scopes(),
                    all,
                    new UnitRights(Set.of(world.province().communeA())));
        if (role.equals("unitless")) return new Caller("người mới", Role.READER.scopes(), all, UnitRights.NONE);
        if (role.equals("nothing")) return new Caller("người mới", Set.of(), Set.of(), UnitRights.NONE);
        return new Caller(role, Role.of(role).orElseThrow().scopes(), all, UnitRights.ALL);
    }

    @Override
    public void close() {
        browser.close();
    }
}
