package hoso.house;

import static hoso.house.DeskTour.SCREEN;
import static hoso.house.DeskTour.TELEPHONE;

import hoso.house.DeskTour.Sight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Takes pictures of every page of the desk for people to look at; it proves nothing and runs when it is asked for. */
@EnabledIfSystemProperty(named = "hoso.desk.pictures", matches = "true")
@InSharedHouse
@InBrowser
class DeskPicturesTest {

    private static final Path FOLDER = Path.of("target", "desk");

    private static DeskTour tour;

    @BeforeAll
    static void found() throws IOException {
        Files.createDirectories(FOLDER);
        tour = DeskTour.of("PP");
    }

    @AfterAll
    static void close() {
        if (tour != null) tour.close();
    }

    @ParameterizedTest
    @MethodSource("hoso.house.DeskTour#sights")
    void shows_a_page_on_a_screen_and_on_a_telephone(Sight sight) throws IOException {
        for (int width : new int[] {SCREEN, TELEPHONE})
            written(sight + "-" + width + ".png", tour.show(sight, width).picture());
    }

    @Test
    void shows_a_report_on_paper() throws IOException {
        DeskBrowser browser = tour.show("report-unit", DeskPagesTest.PAPER);
        try {
            written(
                    "report-print-" + DeskPagesTest.PAPER + ".png",
                    browser.media("print").picture());
        } finally {
            browser.media("screen");
        }
        written("report.pdf", browser.pdf());
    }

    private static void written(String name, byte[] content) throws IOException {
        Files.write(FOLDER.resolve(name), content);
    }
}
