package hoso.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.report.Grouping;
import hoso.query.snapshot.content.FrozenGroup;
import hoso.query.snapshot.document.Spreadsheet;
import hoso.standalone.demo.SentencesPage.Paragraph;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The five reports of the demo as documents, held against what the handbook says of them word for word. */
class PublishedSentencesTest {

    /** The unit of each report, by the heading that the handbook gives it. */
    private static final Map<String, String> UNITS = Map.of(
            "Đồng Tháp, March 2024", "H20",
            "Sa Đéc, September 2024", "H20.32",
            "Quảng Ngãi, January to May 2024", "H48",
            "Trà Cú, 2023", "H59.39",
            "Tháp Mười, November 2023", "H20.38");

    private static PrintedDemo demo;

    @BeforeAll
    static void print() {
        demo = new PrintedDemo(GroupedDemo.shared());
    }

    static List<String> reports() {
        return List.copyOf(UNITS.keySet());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void the_document_prints_what_the_handbook_says(String report) {
        List<String> printed = demo.paragraphs(UNITS.get(report));
        for (List<Paragraph> row : SentencesPage.reports().get(report)) {
            int place = 0;
            for (Paragraph paragraph : row) {
                while (place < printed.size() && !paragraph.isThatOf(printed.get(place))) place++;
                assertThat(place).as("where is printed: " + paragraph.words()).isLessThan(printed.size());
            }
        }
    }

    @Test
    void the_handbook_tells_of_the_five_reports_and_of_most_of_their_sentences() {
        assertThat(SentencesPage.reports()).containsOnlyKeys(UNITS.keySet());
        assertThat(SentencesPage.reports().values().stream()
                        .mapToInt(List::size)
                        .sum())
                .isGreaterThan(45);
        assertThat(DemoReports.all()).extracting(DemoReport::unit).containsExactlyInAnyOrderElementsOf(UNITS.values());
    }

    @Test
    void nothing_is_said_of_apologies_where_nobody_was_late() {
        assertThat(demo.paragraphs("H20.32")).noneMatch(paragraph -> paragraph.contains("văn bản xin lỗi"));
    }

    @Test
    void every_document_says_that_its_figures_add_up() {
        for (DemoReport report : DemoReports.all())
            assertThat(demo.paragraphs(report.unit()))
                    .as(report.title())
                    .anyMatch(paragraph -> paragraph.contains("thỏa mãn 09/09 đẳng thức"));
    }

    @Test
    void the_sheet_of_procedures_of_a_province_has_a_row_for_each() throws IOException {
        byte[] file = Spreadsheet.of(demo.snapshot("H20"));
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            XSSFSheet sheet = book.getSheet("Thủ tục");
            int row = 7;
            for (FrozenGroup procedure : demo.snapshot("H20").report().groups(Grouping.PROCEDURE)) {
                assertThat(sheet.getRow(row).getCell(1).getStringCellValue())
                        .isEqualTo(procedure.key() + " – " + procedure.name());
                assertThat((long) sheet.getRow(row).getCell(2).getNumericCellValue())
                        .isEqualTo(procedure.figures().cell("received.total"));
                row++;
            }
            assertThat(sheet.getRow(row).getCell(2).getNumericCellValue()).isEqualTo(92_958);
        }
    }
}
