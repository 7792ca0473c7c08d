package hoso.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.report.Grouping;
import hoso.query.snapshot.content.FrozenGroup;
import hoso.query.snapshot.document.Spreadsheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The sentences of the five reports that carry figures, as the documents of the demo print them; where the office's own
 * wording stands in the template, word for word.
 */
class PublishedSentencesTest {

    private static PrintedDemo demo;

    @BeforeAll
    static void print() {
        demo = new PrintedDemo(GroupedDemo.shared());
    }

    @Test
    void dong_thap() {
        assertThat(demo.sentences("H20"))
                .contains("tháng 3 năm 2024 trên địa bàn tỉnh Đồng Tháp", "(Từ ngày 21/02/2024 – 20/3/2024)")
                .contains(
                        "đã tiếp nhận trong kỳ báo cáo (từ ngày 21/02/2024 – 20/3/2024) là: 92.958 hồ sơ (trong đó, có 21.755 hồ sơ chứng thực bản sao điện tử). Số hồ sơ mới tiếp nhận: 74.589 hồ sơ (trực tuyến: 30.917 hồ sơ; trực tiếp và qua dịch vụ bưu chính công ích: 43.672 hồ sơ), số từ kỳ trước chuyển qua: 18.369 hồ sơ.",
                        "- Số lượng hồ sơ đã giải quyết: 70.730 hồ sơ; trong đó, trước hạn: 62.351 hồ sơ, đúng hạn: 8.200 hồ sơ, trễ hạn: 179 hồ sơ.",
                        "- Số lượng hồ sơ đang giải quyết: 22.228 hồ sơ")
                .contains(
                        "Số hồ sơ đã đồng bộ 35.966 (đạt 91,84%), hồ sơ chưa đồng bộ 3.197 (8,16%).",
                        "Số lượng hồ sơ thanh toán trực tuyến là 11.563 hồ sơ, đạt tỷ lệ 26,21%",
                        "Có 73 thủ tục phát sinh hồ sơ giao dịch thanh toán trực tuyến, đạt tỷ lệ 30,67%.",
                        "Hiện có 1.402/1.739 thủ tục hành chính được cung cấp trực tuyến toàn trình và một phần (đạt 80,62%)",
                        "Điểm tính được từ số liệu của kỳ báo cáo: 48,59/70 điểm theo sổ địa phương, 44,35/70 điểm theo quy tắc của Cổng",
                        "(tối đa 20 điểm): 19,92/20 điểm theo sổ địa phương; 16,28/20 điểm theo quy tắc của Cổng.",
                        "trên 70%: Sở Kế hoạch và Đầu tư, Sở Giao thông vận tải, Sở Thông tin và Truyền thông, Ủy ban nhân dân thành phố Cao Lãnh, Ủy ban nhân dân thành phố Hồng Ngự, Ủy ban nhân dân huyện Tam Nông.",
                        "đạt trên 70%: Sở Lao động, Thương binh và Xã hội, Ủy ban nhân dân huyện Tân Hồng, Ủy ban nhân dân huyện Tam Nông.")
                .contains(
                        "Tỷ lệ hài lòng trong tiếp nhận, giải quyết TTHC đạt 88,95%",
                        "tổng số hồ sơ tiếp nhận, tỷ lệ 49,94%",
                        "tổng số hồ sơ đã giải quyết xong, tỷ lệ 57,53%",
                        "chứng thực bản sao điện tử từ bản chính đã hoàn thành là 20.288 hồ sơ",
                        "số tiếp nhận mới trong kỳ: 195 PAKN",
                        "đang xử lý: 13 PAKN",
                        "Tỷ lệ hài lòng trong xử lý phản ánh, kiến nghị đạt 100,00%.");
    }

    @Test
    void sa_dec() {
        assertThat(demo.sentences("H20.32"))
                .contains("tháng 9 năm 2024 trên địa bàn thành phố Sa Đéc", "(Từ ngày 13/8/2024 – 12/9/2024)")
                .contains("""
                        - Cấp huyện.
                        + Tổng số hồ sơ TTHC đã tiếp nhận trong kỳ báo cáo: 582 hồ sơ. Trong đó, số mới tiếp nhận trong kỳ: 510 hồ sơ, số từ kỳ trước chuyển qua: 72 hồ sơ.""")
                .contains("""
                        - Cấp xã.
                        + Tổng số hồ sơ TTHC đã tiếp nhận trong kỳ báo cáo: 1.803 hồ sơ. Trong đó, số mới tiếp nhận trong kỳ: 1.688 hồ sơ, số từ kỳ trước chuyển qua: 115 hồ sơ.""")
                .contains(
                        "+ Số lượng hồ sơ đã giải quyết: 484 hồ sơ (Trong đó, giải quyết trước hạn: 457 hồ sơ, đúng hạn: 27 hồ sơ, trễ hạn: 00 hồ sơ)",
                        "+ Số lượng hồ sơ đang giải quyết: 98 hồ sơ (Trong đó, trong hạn: 98 hồ sơ, quá hạn: 00 hồ sơ).",
                        "+ Số lượng hồ sơ đã giải quyết: 1.668 hồ sơ (Trong đó, giải quyết trước hạn: 1.587 hồ sơ, đúng hạn: 81 hồ sơ, trễ hạn: 00 hồ sơ)",
                        "+ Số lượng hồ sơ đang giải quyết: 135 hồ sơ (Trong đó, trong hạn: 135 hồ sơ, quá hạn: 00 hồ sơ).")
                .contains(
                        "Số hóa hồ sơ, giấy tờ: 2.230 / 2.385 tổng số hồ sơ tiếp nhận, tỷ lệ 93,50%. Trong đó, cấp huyện 549 / 582 tổng số hồ sơ tiếp nhận, tỷ lệ 94,33%; cấp xã 1.681 / 1.803 tổng số hồ sơ tiếp nhận, tỷ lệ 93,23%.",
                        "Số hóa kết quả giải quyết TTHC: 2.076 / 2.152 tổng số hồ sơ đã giải quyết xong, tỷ lệ 96,47%. Trong đó, cấp huyện 439 / 484 tổng số hồ sơ đã giải quyết xong, tỷ lệ 90,70%; cấp xã 1.637 / 1.668 tổng số hồ sơ đã giải quyết xong, tỷ lệ 98,14%.",
                        "Tái sử dụng thông tin, dữ liệu số hóa: 329 hồ sơ",
                        "Tổng số phản ánh, kiến nghị đã tiếp nhận trong kỳ báo cáo: 00 PAKN (Trong đó, số tiếp nhận mới trong kỳ: 00 PAKN")
                .doesNotContain("văn bản xin lỗi");
    }

    @Test
    void quang_ngai() {
        assertThat(demo.sentences("H48"))
                .contains("6 tháng đầu năm 2024 trên địa bàn tỉnh Quảng Ngãi")
                .contains(
                        "đã tiếp nhận trong kỳ báo cáo: 49.000 hồ sơ.",
                        "đã giải quyết: 47.500 hồ sơ",
                        "trước và đúng hạn đạt 99,95%",
                        "đang giải quyết: 1.500 hồ sơ",
                        "đã tiếp nhận trong kỳ báo cáo: 15.500 hồ sơ.",
                        "đã giải quyết: 13.440 hồ sơ",
                        "trước và đúng hạn đạt 99,06%",
                        "đang giải quyết: 2.060 hồ sơ")
                .contains(
                        "Trong đó, sở, ban, ngành đạt 81,60%; cấp huyện đạt 54,70%; cấp xã đạt 94,00%; bộ phận Một cửa đạt 28,14%.",
                        "Đã thanh toán trực tuyến khoảng 32,8 tỷ đồng (32.800.000.000 đồng), với 91.746 giao dịch. Trong đó, sở, ban, ngành 14,5 tỷ đồng;",
                        "bộ phận Một cửa 5 tỷ đồng.",
                        "Trong đó, sở, ban, ngành đạt 99,20%; cấp huyện đạt 80,20%; cấp xã đạt 96,90%;",
                        "dữ liệu số hóa: 23 hồ sơ, tỷ lệ 0,03%",
                        "đạt 99,98%, với tổng số 14.000 hồ sơ được đánh giá",
                        "Đã thông báo 63.000 tin nhắn",
                        "ngay trong ngày: 21.000 hồ sơ",
                        "qua dịch vụ bưu chính công ích: 12.942 hồ sơ",
                        "số tiếp nhận mới trong kỳ: 253 PAKN",
                        "đã xử lý: 253 PAKN");
    }

    @Test
    void tra_cu() {
        assertThat(demo.sentences("H59.39"))
                .contains("năm 2023 trên địa bàn huyện Trà Cú", "(Từ ngày 01/01/2023 – 20/11/2023)")
                .contains(
                        "Số hồ sơ mới tiếp nhận: 22.278 hồ sơ (trực tuyến: 15.561 hồ sơ; trực tiếp và qua dịch vụ bưu chính công ích: 6.717 hồ sơ), số từ kỳ trước chuyển qua: 00 hồ sơ.",
                        "đạt tỷ lệ 69,85% số hồ sơ mới tiếp nhận",
                        "- Giải quyết trước và đúng hạn: 21.829 hồ sơ, chiếm 97,98%; trễ hạn: 449 hồ sơ, chiếm 2,02%.",
                        "- Số lượng hồ sơ đang giải quyết: 00 hồ sơ; trong đó, trong hạn: 00 hồ sơ, quá hạn: 00 hồ sơ.",
                        "Số hóa hồ sơ, giấy tờ: 20.432 / 22.278 tổng số hồ sơ tiếp nhận, tỷ lệ 91,71%.",
                        "Tổng số phản ánh, kiến nghị đã tiếp nhận trong kỳ báo cáo: 01 PAKN",
                        "số đã được đăng tải công khai: 01 PAKN");
    }

    @Test
    void thap_muoi() {
        assertThat(demo.sentences("H20.38"))
                .contains("tháng 11 năm 2023 trên địa bàn huyện Tháp Mười")
                .contains(
                        "tổng số hồ sơ tiếp nhận, tỷ lệ 100,00%. Trong đó, cấp huyện 500 / 500 tổng số hồ sơ tiếp nhận, tỷ lệ 100,00%; cấp xã 1.950 / 1.950 tổng số hồ sơ tiếp nhận, tỷ lệ 100,00%.",
                        "cấp huyện 300 / 421 tổng số hồ sơ đã giải quyết xong, tỷ lệ 71,26%; cấp xã 1.011 / 1.822 tổng số hồ sơ đã giải quyết xong, tỷ lệ 55,49%.",
                        "Tổng số phản ánh, kiến nghị đã tiếp nhận trong kỳ báo cáo: 05 PAKN",
                        "đang xử lý: 00 PAKN");
    }

    @Test
    void every_document_says_that_its_figures_add_up() {
        for (DemoReport report : DemoReports.all())
            assertThat(demo.sentences(report.unit())).as(report.title()).contains("thỏa mãn 09/09 đẳng thức");
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
