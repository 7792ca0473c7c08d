package hoso.house;

import static hoso.house.DeskTour.SCREEN;
import static hoso.house.DeskTour.TELEPHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hoso.house.DeskTour.Sight;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /** What lies between the margins of A4 landscape, in pixels. */
    static final int PAPER = 1032;

    private static final double MM_OF_POINT = 25.4 / 72;

    private static DeskTour tour;
    private static DeskBrowser browser;

    @BeforeAll
    static void found() {
        tour = DeskTour.of("P");
        browser = tour.browser();
    }

    @AfterAll
    static void close() {
        if (tour != null) tour.close();
    }

    /**
     * It is opened where there is least room, where the keyboard has its way, and is then given that of a screen. On the
     * telephone a language makes a difference to the room alone.
     */
    @ParameterizedTest
    @MethodSource("hoso.house.DeskTour#sights")
    void keeps_the_rules_and_can_be_worked_by_keyboard_alone(Sight sight) {
        tour.show(sight, TELEPHONE);
        var softly = new SoftAssertions();
        softly.assertThat(browser.status()).as("status").isEqualTo(sight.page().answer());
        softly.assertThat(browser.language()).as("language").isEqualTo(sight.language());
        softly.assertThat(browser.title()).as("title").matches("\\S.* – Hoso");
        softly.assertThat(browser.count("h1")).as("headings of the page").isEqualTo(1);
        softly.assertThat(browser.faults().overflows())
                .as("wider than the telephone")
                .isEmpty();
        if (sight.isVietnamese()) {
            softly.assertThat(browser.faults().violations())
                    .as("against the rules on the telephone")
                    .isEmpty();
            softly.assertThat(browser.faults().lostByKeyboard())
                    .as("lost by keyboard")
                    .isEmpty();
        }
        browser.width(SCREEN);
        softly.assertThat(browser.faults().overflows())
                .as("wider than the screen")
                .isEmpty();
        softly.assertThat(browser.faults().violations()).as("against the rules").isEmpty();
        softly.assertThat(browser.faults().consoleErrors()).as("console").isEmpty();
        softly.assertThat(browser.faults().strangers()).as("asked of strangers").isEmpty();
        softly.assertAll();
    }

    @Test
    void the_first_stop_skips_to_the_content() {
        tour.show("dossier-late", SCREEN);
        assertThat(browser.press(Keys.TAB).isOn(".skip")).isTrue();
        assertThat(browser.press(Keys.ENTER).isOn("main")).isTrue();
        assertThat(browser.press(Keys.TAB).isOn("main *")).isTrue();
    }

    @Test
    void the_bars_are_the_figures_of_the_table() {
        tour.show("report-unit", SCREEN);
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
    void a_report_is_printed_on_a4_landscape_with_all_of_its_columns() {
        tour.show("report-unit", PAPER);
        try {
            browser.media("print");
            assertThat(browser.faults().overflows()).isEmpty();
        } finally {
            browser.media("screen");
        }
        String paper = new String(browser.pdf(), StandardCharsets.ISO_8859_1);
        Matcher box = Pattern.compile("/MediaBox ?\\[0 0 ([0-9.]+) ([0-9.]+)]").matcher(paper);
        assertThat(box.find()).isTrue();
        assertThat(Double.parseDouble(box.group(1))).isCloseTo(297 / MM_OF_POINT, within(1.0));
        assertThat(Double.parseDouble(box.group(2))).isCloseTo(210 / MM_OF_POINT, within(1.0));
    }
}
