package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hoso.edge.Caller;
import hoso.edge.Role;
import hoso.vocabulary.UnitRights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;

/**
 * Every page of the desk in a browser: on a screen and on a telephone, for everybody whatever they see with and whatever they
 * work it with.
 */
@InSharedHouse
@InBrowser
class DeskPagesTest {

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
            dossier-late      | /ho-so/{late}                                                    | admin   | 200    | vi en     |
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
            snapshot          | /da-chot/{snapshot}                                              | admin   | 200    | vi en     |
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
            calendar          | /lich?nam=2026                                                   | admin   | 200    | vi en     |
            calendar-reader   | /lich?nam=2026                                                   | commune | 200    | vi        |
            calendar-affected | /lich?nam=2021                                                   | admin   | 200    | vi en     | button[hx-get^='/lich/anh-huong']
            calendar-usual    | /lich?nam=2033                                                   | admin   | 200    | vi        |
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

    private static final int SCREEN = 1366;

    /** As much room as a screen has whose letters are four times as large. */
    private static final int TELEPHONE = 360;

    /** What lies between the margins of A4 landscape, in pixels. */
    private static final int PAPER = 1032;

    private static final double MM_OF_POINT = 25.4 / 72;

    private static DeskBrowser browser;
    private static DeskWorld world;
    private static String signedIn;
    private static String spoken = "vi";

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
    record Sight(Page page, String language, int width) {

        boolean isVietnamese() {
            return language.equals("vi");
        }

        @Override
        public String toString() {
            return page.name() + " " + language + " " + width;
        }
    }

    static Stream<Sight> sights() {
        return PAGES.lines()
                .skip(1)
                .map(Page::of)
                .flatMap(page -> Arrays.stream(page.languages())
                        .flatMap(language ->
                                IntStream.of(SCREEN, TELEPHONE).mapToObj(width -> new Sight(page, language, width))));
    }

    @BeforeAll
    static void found() {
        world = DeskWorld.found("P", new Wire(SharedHouse.house()));
        browser = DeskBrowser.of(SharedHouse.house());
    }

    @AfterAll
    static void close() {
        if (browser != null) browser.close();
    }

    /** Its rules are the same on every width and are asked on one; the keyboard has its way where there is least room. */
    @ParameterizedTest
    @MethodSource("sights")
    void keeps_the_rules_and_can_be_worked_by_keyboard_alone(Sight sight) {
        show(sight);
        var softly = new SoftAssertions();
        softly.assertThat(browser.status()).as("status").isEqualTo(sight.page().answer());
        softly.assertThat(browser.language()).as("language").isEqualTo(sight.language());
        softly.assertThat(browser.title()).as("title").matches("\\S.* – Hoso");
        softly.assertThat(browser.count("h1")).as("headings of the page").isEqualTo(1);
        softly.assertThat(browser.overflows()).as("wider than the screen").isEmpty();
        softly.assertThat(browser.consoleErrors()).as("console").isEmpty();
        softly.assertThat(browser.strangers()).as("asked of strangers").isEmpty();
        if (sight.width() == SCREEN)
            softly.assertThat(browser.violations()).as("against the rules").isEmpty();
        browser.picture(sight.page().name() + (sight.isVietnamese() ? "" : "-" + sight.language()));
        if (sight.width() == TELEPHONE && sight.isVietnamese())
            softly.assertThat(browser.lostByKeyboard()).as("lost by keyboard").isEmpty();
        softly.assertAll();
    }

    @Test
    void the_first_stop_skips_to_the_content() {
        be("admin");
        browser.width(SCREEN).open("/ho-so/" + world.said("{late}"));
        assertThat(browser.press(Keys.TAB).isOn(".skip")).isTrue();
        assertThat(browser.press(Keys.ENTER).isOn("main")).isTrue();
        assertThat(browser.press(Keys.TAB).isOn("main *")).isTrue();
    }

    @Test
    void the_bars_are_the_figures_of_the_table() {
        be("admin");
        speak("vi");
        browser.width(SCREEN).open(world.said("/bao-cao?unit={unit}&" + DeskWorld.MARCH + "&by=unit"));
        JsonNode groups = SharedHouse.house()
                .get("/api/v1/report", Map.of("unit", "P", "from", "2026-03-01", "to", "2026-03-31", "by", "unit"))
                .get("groups");
        assertThat(browser.drawn("stack"))
                .containsExactly(
                        "Trước hạn: " + figures(groups, "early"),
                        "Đúng hạn: " + figures(groups, "onTime"),
                        "Quá hạn: " + figures(groups, "late"));
    }

    private static String figures(JsonNode groups, String cell) {
        return StreamSupport.stream(groups.spliterator(), false)
                .map(group -> group.at("/resolved/" + cell).asString())
                .collect(Collectors.joining(", "));
    }

    @Test
    void a_report_is_printed_on_a4_landscape_with_all_of_its_columns() throws IOException {
        be("admin");
        speak("vi");
        browser.width(PAPER).open(world.said("/bao-cao?unit={unit}&" + DeskWorld.MARCH + "&by=unit"));
        try {
            browser.media("print");
            assertThat(browser.overflows()).isEmpty();
            browser.picture("report-print");
        } finally {
            browser.media("screen");
        }
        String paper = Files.readString(browser.pdf("report"), StandardCharsets.ISO_8859_1);
        Matcher box = Pattern.compile("/MediaBox ?\\[0 0 ([0-9.]+) ([0-9.]+)]").matcher(paper);
        assertThat(box.find()).isTrue();
        assertThat(Double.parseDouble(box.group(1))).isCloseTo(297 / MM_OF_POINT, within(1.0));
        assertThat(Double.parseDouble(box.group(2))).isCloseTo(210 / MM_OF_POINT, within(1.0));
    }

    private static void show(Sight sight) {
        Page page = sight.page();
        be(page.role());
        browser.width(sight.width());
        speak(sight.language());
        browser.open(world.said(page.path()));
        for (String step : page.clicked()) {
            String[] filled = step.split(" = ", 2);
            if (filled.length > 1) browser.fill(filled[0], filled[1]);
            else browser.click(step);
        }
    }

    private static void be(String role) {
        if (role.equals(signedIn)) return;
        if (role.equals("nobody")) browser.signOut();
        else browser.signIn(caller(role));
        signedIn = role;
        spoken = "vi";
    }

    private static void speak(String language) {
        if (!language.equals(spoken)) browser.speak(language);
        spoken = language;
    }

    private static Caller caller(String role) {
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
}
