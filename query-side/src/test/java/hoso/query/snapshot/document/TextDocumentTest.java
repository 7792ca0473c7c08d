package hoso.query.snapshot.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hoso.query.report.Grouping;
import hoso.query.report.Town;
import hoso.query.report.catalogue.Rate;
import hoso.query.report.catalogue.Rates;
import hoso.query.snapshot.Cause;
import hoso.query.snapshot.Joint;
import hoso.query.snapshot.Signature;
import hoso.query.snapshot.content.FrozenGroup;
import hoso.query.snapshot.content.FrozenReport;
import hoso.query.snapshot.content.FrozenTown;
import hoso.query.wording.Vietnamese;
import hoso.vocabulary.Period;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;

class TextDocumentTest {

    private static final FrozenReport MARCH = FrozenTown.report(PrintedTown.busy(7), PrintedTown.MARCH);

    /** The annexes, after the heading and the signature block. */
    private static final int FIELDS = 2;

    private static final int UNITS = 3;
    private static final int RATES = 4;

    /** Rows above those of the groups. */
    private static final int HEAD = 4;

    @Test
    void form_ii_06_has_every_figure_by_field_and_by_unit() throws IOException {
        List<XWPFTable> tables = read(printed(MARCH)).getTables();

        assertForm(tables.get(FIELDS), MARCH.groups(Grouping.FIELD));
        assertForm(tables.get(UNITS), MARCH.groups(Grouping.UNIT));
    }

    private static void assertForm(XWPFTable table, List<FrozenGroup> groups) {
        assertThat(table.getRows()).hasSize(HEAD + groups.size() + 1);
        for (int row = 0; row < HEAD; row++)
            assertThat(table.getRow(row).isRepeatHeader())
                    .as("head on each page")
                    .isTrue();
        for (int index = 0; index < groups.size(); index++) {
            List<String> expected = new ArrayList<>(
                    List.of(Integer.toString(index + 1), groups.get(index).name()));
            expected.addAll(figures(new FigureScope(groups.get(index).figures())));
            assertThat(cells(table, HEAD + index)).isEqualTo(expected);
        }
        List<String> total = new ArrayList<>(List.of("", "Tổng cộng"));
        total.addAll(figures(new FigureScope(MARCH.total())));
        assertThat(cells(table, HEAD + groups.size())).isEqualTo(total);
    }

    @Test
    void an_annex_has_every_rate_of_the_catalogue() throws IOException {
        XWPFTable table = read(printed(MARCH)).getTables().get(RATES);

        for (int index = 0; index < Rates.all().size(); index++) {
            Rate rate = Rates.all().get(index);
            BigDecimal frozen = MARCH.rates().get(rate.id());
            assertThat(cells(table, 1 + index))
                    .containsExactly(
                            Integer.toString(index + 1),
                            rate.vi(),
                            frozen == null ? "không có dữ liệu" : Vietnamese.percent(frozen));
        }
        assertThat(table.getRows()).hasSize(1 + Rates.all().size());
    }

    private static List<String> figures(FigureScope figures) {
        return Form.COLUMNS.stream()
                .map(column -> Vietnamese.inTable(figures.find(column).orElseThrow()))
                .toList();
    }

    private static List<String> cells(XWPFTable table, int row) {
        return table.getRow(row).getTableCells().stream()
                .map(XWPFTableCell::getText)
                .toList();
    }

    @Test
    void sentences_carry_the_figures() throws IOException {
        FigureScope total = new FigureScope(MARCH.total());

        assertThat(text(printed(MARCH)))
                .contains(
                        "Số hồ sơ mới tiếp nhận: %s hồ sơ (trực tuyến: %s hồ sơ; trực tiếp và qua dịch vụ bưu chính công ích: %s hồ sơ), số từ kỳ trước chuyển qua: %s hồ sơ."
                                .formatted(
                                        said(total, "received.new"),
                                        said(total, "received.online"),
                                        said(total, "received.directOrPostal"),
                                        said(total, "received.carriedOver")))
                .contains("đạt tỷ lệ %s số hồ sơ mới tiếp nhận".formatted(said(total, "rates.online")))
                .contains("tháng 3 năm 2025 trên địa bàn tỉnh Một", "(Từ ngày 01/3/2025 – 31/3/2025)")
                .contains("09/09 đẳng thức");
    }

    private static String said(FigureScope scope, String name) {
        return Vietnamese.inSentence(scope.find(name).orElseThrow());
    }

    @Test
    void a_section_that_has_nothing_to_say_is_left_out() throws IOException {
        String commune = text(
                printed(FrozenTown.report(PrintedTown.busy(7), PrintedTown.MARCH.replace("unit=H1", "unit=H1.2.1"))));
        String empty = text(printed(FrozenTown.report(new Town(), PrintedTown.MARCH)));

        assertThat(text(printed(MARCH))).contains("Kết quả giải quyết theo cấp", "So với kỳ trước", "- Cấp huyện.");
        assertThat(commune)
                .doesNotContain("Kết quả giải quyết theo cấp", "Trong đó, cấp xã", "hồ sơ thanh toán trực tuyến");
        assertThat(empty)
                .contains("đã tiếp nhận trong kỳ báo cáo (từ ngày 01/3/2025 – 31/3/2025) là: 00 hồ sơ.")
                .doesNotContain("So với", "chiếm", "Dịch vụ công trực tuyến");
    }

    @Test
    void figures_of_a_period_that_has_not_ended_are_marked_on_the_first_page_and_in_each_annex() throws IOException {
        String provisional = text(PrintedTown.provisional(PrintedTown.busy(7)));

        assertThat(provisional)
                .contains(
                        "SỐ LIỆU TẠM TÍNH: kỳ báo cáo chưa kết thúc, số liệu tính đến 09 giờ 00 phút ngày 10 tháng 3 năm 2025.");
        assertThat(provisional.indexOf("SỐ LIỆU TẠM TÍNH")).isLessThan(provisional.indexOf("BÁO CÁO"));
        assertThat(provisional.split("SỐ LIỆU TẠM TÍNH", -1)).hasSize(5);
        assertThat(provisional).as("half a period against a whole one").doesNotContain("So với");
        assertThat(text(printed(MARCH))).doesNotContain("TẠM TÍNH");
    }

    @Test
    void procedures_are_told_of_a_unit_at_the_top_alone() throws IOException {
        assertThat(text(printed(MARCH))).contains("thủ tục hành chính được cung cấp");
        assertThat(text(PrintedTown.of(PrintedTown.busy(7), PrintedTown.MARCH.replace("H1", "H1.2"))))
                .contains("Kết quả tiếp nhận, giải quyết hồ sơ")
                .doesNotContain("thủ tục hành chính được cung cấp", "thủ tục phát sinh");
    }

    @Test
    void the_joint_with_the_snapshot_before_is_told_by_cause() throws IOException {
        var february = new Period(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 2, 28));
        var moved = new Joint(
                "2025-000012",
                february,
                1_115,
                1_120,
                List.of(new Joint.Part(Cause.LATE_FACT, 7, 9), new Joint.Part(Cause.VOID, -2, 2)));
        var same = new Joint("2025-000012", february, 1_120, 1_120, List.of());

        assertThat(text(PrintedTown.of(MARCH, Optional.of(moved), Optional.empty())))
                .contains(
                        "Đối chiếu với bản chốt kỳ trước 2025-000012 (từ ngày 01/02/2025 – 28/02/2025): số đang giải quyết cuối kỳ trước là 1.115 hồ sơ, số kỳ này nhận chuyển qua là 1.120 hồ sơ, chênh lệch +5 hồ sơ, gồm: ghi nhận muộn +7 (09 hồ sơ có thay đổi); hủy bỏ -2 (02 hồ sơ có thay đổi).");
        assertThat(text(PrintedTown.of(MARCH, Optional.of(same), Optional.empty())))
                .contains("số kỳ này nhận chuyển qua là 1.120 hồ sơ, khớp nhau.");
        assertThat(text(printed(MARCH))).doesNotContain("Đối chiếu với bản chốt");
    }

    @Test
    void a_signature_gives_the_heading_its_office_number_and_date() throws IOException {
        var signature = new Signature(
                "Ủy ban nhân dân tỉnh Một",
                "Phó Chủ tịch",
                "86/BC-UBND",
                "someone",
                Instant.parse("2025-04-02T01:00:00Z"));

        assertThat(text(PrintedTown.of(MARCH, Optional.empty(), Optional.of(signature))))
                .contains("ỦY BAN NHÂN DÂN", "TỈNH MỘT", "Số: 86/BC-UBND", "Một, ngày 02 tháng 4 năm 2025")
                .contains("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
                .doesNotContain("someone");
        assertThat(text(printed(MARCH))).containsPattern("Số: +/BC-UBND").doesNotContain("CHỦ TỊCH");
    }

    @Test
    void a_department_is_named_in_bold_below_the_committee_that_directs_it() throws IOException {
        FrozenReport department =
                FrozenTown.report(PrintedTown.busy(7), PrintedTown.MARCH.replace("unit=H1", "unit=H1.1"));
        XWPFTableCell heading =
                read(printed(department)).getTables().getFirst().getRow(0).getCell(0);

        assertThat(heading.getParagraphs().subList(0, 2))
                .extracting(
                        XWPFParagraph::getText,
                        line -> line.getRuns().getFirst().isBold())
                .containsExactly(tuple("UBND TỈNH MỘT", false), tuple("SỞ MỘT", true));
        assertThat(heading.getText()).endsWith("/BC-SM");
        assertThat(text(printed(department))).contains("Một, ngày", "tháng 3 năm 2025 của Sở Một");
    }

    @Test
    void every_letter_is_of_times_new_roman() throws IOException {
        try (XWPFDocument document = read(printed(MARCH))) {
            for (PackagePart part : parts(document)) {
                String xml = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(Pattern.compile("<w:rFonts ([^>]*)/>").matcher(xml).results())
                        .as(part.toString())
                        .allMatch(fonts -> fonts.group(1)
                                .replaceAll("w:(ascii|hAnsi|eastAsia|cs)=\"Times New Roman\"", "")
                                .isBlank());
            }
            assertThat(runs(document)).isNotEmpty().allSatisfy(run -> {
                for (var range : XWPFRun.FontCharRange.values())
                    assertThat(run.getFontFamily(range)).isEqualTo("Times New Roman");
            });
        }
    }

    private static List<PackagePart> parts(XWPFDocument document) {
        return document.getPackage().getPartsByName(Pattern.compile("/word/[a-z0-9]+\\.xml"));
    }

    private static List<XWPFRun> runs(XWPFDocument document) {
        List<XWPFParagraph> paragraphs = new ArrayList<>(document.getParagraphs());
        document.getTables()
                .forEach(table -> table.getRows()
                        .forEach(row -> row.getTableCells().forEach(cell -> paragraphs.addAll(cell.getParagraphs()))));
        document.getFooterList().forEach(footer -> paragraphs.addAll(footer.getParagraphs()));
        return paragraphs.stream()
                .flatMap(paragraph -> paragraph.getRuns().stream())
                .toList();
    }

    @Test
    void each_page_says_below_what_it_was_printed_from() throws IOException {
        assertThat(footers(printed(MARCH)))
                .hasSize(2)
                .allSatisfy(footer -> assertThat(footer)
                        .contains("2025-000017", "vị trí 300", "SHA-256 " + PrintedTown.SHA256)
                        .doesNotContain("TẠM TÍNH"));
        assertThat(footers(PrintedTown.provisional(PrintedTown.busy(7))))
                .allSatisfy(footer -> assertThat(footer.strip()).endsWith(PrintedTown.SHA256 + " · SỐ LIỆU TẠM TÍNH"));
    }

    private static List<String> footers(PrintedSnapshot snapshot) throws IOException {
        try (XWPFDocument document = read(snapshot)) {
            return document.getFooterList().stream().map(XWPFFooter::getText).toList();
        }
    }

    @Test
    void the_same_snapshot_is_the_same_to_the_byte_and_is_dated_by_its_freezing() throws IOException {
        assertThat(TextDocument.of(printed(MARCH))).isEqualTo(TextDocument.of(printed(MARCH)));
        try (XWPFDocument document = read(printed(MARCH))) {
            var properties = document.getProperties().getCoreProperties();
            assertThat(properties.getCreated().toInstant()).isEqualTo(PrintedTown.FROZEN_AT);
            assertThat(properties.getModified().toInstant()).isEqualTo(PrintedTown.FROZEN_AT);
            assertThat(properties.getCreator()).isEqualTo("Hoso");
        }
    }

    @Test
    void names_may_have_anything_in_them() throws IOException {
        List<FrozenGroup> groups = WildNames.report().groups(Grouping.UNIT);
        XWPFTable table = read(printed(WildNames.report())).getTables().get(UNITS);

        for (int index = 0; index < groups.size(); index++)
            assertThat(cells(table, HEAD + index).get(1))
                    .isEqualTo(WildNames.readable(groups.get(index).name()));
    }

    @Test
    void no_tag_is_left() throws IOException {
        assertThat(text(printed(MARCH))).doesNotContain("{{", "}}");
    }

    private static PrintedSnapshot printed(FrozenReport report) {
        return PrintedTown.of(report, Optional.empty(), Optional.empty());
    }

    private static String text(PrintedSnapshot snapshot) throws IOException {
        try (XWPFDocument document = read(snapshot)) {
            return document.getBodyElements().stream()
                    .map(element -> switch (element) {
                        case XWPFParagraph paragraph -> paragraph.getText();
                        case XWPFTable table -> table.getText();
                        default -> "";
                    })
                    .collect(Collectors.joining("\n"));
        }
    }

    private static XWPFDocument read(PrintedSnapshot snapshot) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(TextDocument.of(snapshot)));
    }
}
