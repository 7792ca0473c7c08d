package hoso.query.snapshot.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.query.report.Grouping;
import hoso.query.report.catalogue.Rate;
import hoso.query.report.catalogue.Rates;
import hoso.query.snapshot.content.FrozenFigures;
import hoso.query.snapshot.content.FrozenGroup;
import hoso.query.snapshot.content.FrozenReport;
import hoso.query.snapshot.content.FrozenTown;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class SpreadsheetTest {

    private static final FrozenReport MARCH = FrozenTown.report(PrintedTown.busy(7), PrintedTown.MARCH);

    private static final Map<Grouping, String> SHEETS = Map.of(
            Grouping.UNIT, "Cơ quan",
            Grouping.FIELD, "Lĩnh vực",
            Grouping.PROCEDURE, "Thủ tục",
            Grouping.CHANNEL, "Kênh",
            Grouping.LEVEL, "Cấp");

    /** Rows above those of the groups. */
    private static final int HEAD = 7;

    @ParameterizedTest
    @EnumSource
    void a_sheet_for_each_grouping_has_every_figure_as_a_number(Grouping grouping) throws IOException {
        try (XSSFWorkbook book = read(MARCH)) {
            XSSFSheet sheet = book.getSheet(SHEETS.get(grouping));
            List<FrozenGroup> groups = MARCH.groups(grouping);
            for (FrozenGroup group : groups) {
                XSSFRow row = rowOf(sheet, group.name());
                assertThat(row.getCell(0).getNumericCellValue()).isEqualTo(row.getRowNum() - HEAD + 1);
                assertFigures(row, group.figures());
            }
            XSSFRow total = sheet.getRow(HEAD + groups.size());
            assertThat(total.getCell(1).getStringCellValue()).isEqualTo("Tổng cộng");
            assertFigures(total, MARCH.total());
            assertThat(sheet.getLastRowNum()).isEqualTo(total.getRowNum());
        }
    }

    private static XSSFRow rowOf(XSSFSheet sheet, String name) {
        return IntStream.rangeClosed(HEAD, sheet.getLastRowNum())
                .mapToObj(sheet::getRow)
                .filter(row -> row.getCell(1).getStringCellValue().endsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertFigures(XSSFRow row, FrozenFigures figures) {
        var scope = new FigureScope(figures);
        for (int column = 0; column < Form.COLUMNS.size(); column++) {
            Cell cell = row.getCell(2 + column);
            assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat((Object) (long) cell.getNumericCellValue())
                    .as(Form.COLUMNS.get(column))
                    .isEqualTo(scope.find(Form.COLUMNS.get(column)).orElseThrow());
            assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("#,##0");
        }
    }

    @Test
    void it_is_set_for_landscape_pages_with_the_heads_on_each() throws IOException {
        try (XSSFWorkbook book = read(MARCH)) {
            for (String name : SHEETS.values()) {
                XSSFSheet sheet = book.getSheet(name);
                assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
                assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow())
                        .isEqualTo((short) HEAD);
                assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("4:7");
                assertThat(sheet.getMergedRegions()).hasSize(18);
            }
        }
    }

    @Test
    void charts_show_resolved_by_unit_and_over_time() throws IOException {
        try (XSSFWorkbook book = read(MARCH)) {
            XDDFChartData units = chart(book, "Biểu đồ").getChartSeries().getFirst();
            XDDFChartData trend = chart(book, "Xu hướng").getChartSeries().getFirst();

            assertThat(values(units, 0)).isEqualTo(resolved("resolved.early"));
            assertThat(values(units, 1)).isEqualTo(resolved("resolved.onTime"));
            assertThat(values(units, 2)).isEqualTo(resolved("resolved.late"));
            assertThat(units.getSeries(0).getCategoryData().getPointAt(0)).isEqualTo("Huyện Hai");
            assertThat(units.getSeries(0).getValuesData().getDataRangeReference())
                    .isEqualTo("'Biểu đồ'!$B$5:$B$"
                            + (4 + MARCH.groups(Grouping.UNIT).size()));
            List<FrozenReport.Past> periods = MARCH.trend();
            assertThat(values(trend, 0))
                    .as("since December 2024")
                    .isEqualTo(periods.subList(8, 12).stream()
                            .map(past -> past.total().cell("resolved.early"))
                            .toList());
        }
    }

    private static XSSFChart chart(XSSFWorkbook book, String sheet) {
        return book.getSheet(sheet).getDrawingPatriarch().getCharts().getFirst();
    }

    private static List<Long> values(XDDFChartData data, int series) {
        var values = data.getSeries(series).getValuesData();
        return IntStream.range(0, values.getPointCount())
                .mapToObj(index -> ((Number) values.getPointAt(index)).longValue())
                .toList();
    }

    private static List<Long> resolved(String cell) {
        return MARCH.groups(Grouping.UNIT).stream()
                .sorted((one, other) -> Long.compare(
                        other.figures().cell("resolved.total"), one.figures().cell("resolved.total")))
                .map(unit -> unit.figures().cell(cell))
                .toList();
    }

    @Test
    void the_cover_has_the_seal_and_the_identities() throws IOException {
        try (XSSFWorkbook book = read(MARCH)) {
            XSSFSheet cover = book.getSheetAt(0);
            assertThat(beside(cover, "SHA-256").getStringCellValue()).isEqualTo(PrintedTown.SHA256);
            assertThat(beside(cover, "Vị trí sổ cái").getNumericCellValue()).isEqualTo(300);
            assertThat(beside(cover, "Mã bản chốt").getStringCellValue()).isEqualTo("2025-000017");
            assertThat(beside(cover, "5. Mới tiếp nhận = trực tuyến + trực tiếp + bưu chính")
                            .getStringCellValue())
                    .isEqualTo("Đúng");
        }
    }

    @Test
    void the_cover_has_every_rate_of_the_catalogue() throws IOException {
        try (XSSFWorkbook book = read(MARCH)) {
            XSSFSheet cover = book.getSheetAt(0);
            for (Rate rate : Rates.all()) {
                Cell cell = beside(cover, rate.vi());
                BigDecimal frozen = MARCH.rates().get(rate.id());
                if (frozen == null) assertThat(cell.getCellType()).as(rate.id()).isEqualTo(CellType.BLANK);
                else
                    assertThat(BigDecimal.valueOf(cell.getNumericCellValue()))
                            .as(rate.id())
                            .isEqualByComparingTo(frozen);
            }
            assertThat(MARCH.rates()).containsKey("online").doesNotContainKey("satisfied");
            assertThat(beside(cover, "Tổng số thủ tục").getNumericCellValue())
                    .as("below the rates")
                    .isEqualTo(3);
        }
    }

    @Test
    void the_cover_tells_of_procedures_at_the_top_alone() throws IOException {
        FrozenReport within = FrozenTown.report(PrintedTown.busy(7), PrintedTown.MARCH.replace("H1", "H1.2"));
        try (XSSFWorkbook book = read(within)) {
            XSSFSheet cover = book.getSheetAt(0);
            assertThat(beside(cover, Rates.all().getFirst().vi())).isNotNull();
            for (String label : List.of("Thủ tục hành chính", "Tổng số thủ tục", "Có phí, lệ phí"))
                assertThatThrownBy(() -> beside(cover, label)).isInstanceOf(AssertionError.class);
        }
    }

    private static Cell beside(XSSFSheet cover, String label) {
        for (int row = 0; row <= cover.getLastRowNum(); row++)
            if (cover.getRow(row) != null
                    && cover.getRow(row).getCell(0).toString().equals(label))
                return cover.getRow(row).getCell(1);
        throw new AssertionError(label);
    }

    @Test
    void the_scoreboard_has_a_row_for_each_criterion() throws IOException {
        try (XSSFWorkbook book = read(MARCH)) {
            XSSFSheet sheet = book.getSheet("Quyết định 766");
            int row = 4;
            for (JsonNode group : MARCH.content().at("/scoreboard/groups"))
                for (JsonNode criterion : group.path("criteria")) {
                    assertThat(sheet.getRow(row).getCell(1).getStringCellValue())
                            .isEqualTo(criterion.path("vi").stringValue());
                    JsonNode points = criterion.at("/local/points");
                    Cell local = sheet.getRow(row).getCell(4);
                    if (points.isNumber())
                        assertThat(local.getNumericCellValue()).isEqualTo(points.doubleValue());
                    else assertThat(local.getCellType()).isEqualTo(CellType.BLANK);
                    row++;
                }
            assertThat(sheet.getLastRowNum()).isEqualTo(row - 1);
        }
    }

    @Test
    void each_sheet_says_below_what_it_was_printed_from_in_times_new_roman() throws IOException {
        try (XSSFWorkbook book = read(MARCH)) {
            book.forEach(sheet -> assertThat(sheet.getFooter().getCenter())
                    .contains("Times New Roman", "2025-000017", "vị trí 300", PrintedTown.SHA256)
                    .doesNotContain("TẠM TÍNH"));
            for (int font = 0; font < book.getNumberOfFonts(); font++)
                assertThat(book.getFontAt(font).getFontName()).isEqualTo("Times New Roman");
        }
    }

    @Test
    void figures_of_a_period_that_has_not_ended_are_marked_on_each_sheet() throws IOException {
        try (XSSFWorkbook book = read(PrintedTown.provisional(PrintedTown.busy(7)))) {
            assertThat(beside(book.getSheetAt(0), "Trạng thái số liệu").getStringCellValue())
                    .startsWith("SỐ LIỆU TẠM TÍNH");
            for (String name : SHEETS.values())
                assertThat(book.getSheet(name).getRow(2).getCell(0).getStringCellValue())
                        .contains("SỐ LIỆU TẠM TÍNH");
            book.forEach(sheet -> assertThat(sheet.getFooter().getCenter()).contains("– SỐ LIỆU TẠM TÍNH\n"));
        }
    }

    @Test
    void a_name_is_a_text_whatever_it_begins_with() throws IOException {
        try (XSSFWorkbook book = read(WildNames.report())) {
            List<FrozenGroup> groups = WildNames.report().groups(Grouping.UNIT);
            for (int index = 0; index < groups.size(); index++) {
                Cell name = book.getSheet("Cơ quan").getRow(HEAD + index).getCell(1);
                assertThat(name.getCellType()).isEqualTo(CellType.STRING);
                assertThat(name.getStringCellValue())
                        .isEqualTo(WildNames.readable(groups.get(index).name()));
            }
        }
    }

    @Test
    void the_same_snapshot_is_the_same_to_the_byte() {
        assertThat(Spreadsheet.of(printed(MARCH))).isEqualTo(Spreadsheet.of(printed(MARCH)));
    }

    private static PrintedSnapshot printed(FrozenReport report) {
        return PrintedTown.of(report, Optional.empty(), Optional.empty());
    }

    private static XSSFWorkbook read(FrozenReport report) throws IOException {
        return read(printed(report));
    }

    private static XSSFWorkbook read(PrintedSnapshot snapshot) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(Spreadsheet.of(snapshot)));
    }
}
