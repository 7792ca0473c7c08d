package hoso.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTableTest {

    private static final String FIGURES = """
            "received":{"total":92958,"new":74589,"online":30917,"direct":41552,"postal":2120,"carriedOver":18369},
            "resolved":{"total":70730,"early":62351,"onTime":8200,"late":179},
            "pending":{"total":22228,"notDue":22000,"overdue":228}""";

    @Test
    void its_columns_are_those_of_form_2_06_and_its_last_row_is_the_total() {
        List<String> lines = table(true).lines().toList();

        assertThat(cells(lines.get(0)))
                .containsExactly(
                        "Đơn vị",
                        "Tiếp nhận",
                        "Trực tuyến",
                        "T.tiếp, b.chính",
                        "Kỳ trước",
                        "Giải quyết",
                        "Trước hạn",
                        "Đúng hạn",
                        "Trễ hạn",
                        "Đang g.q.",
                        "Trong hạn",
                        "Quá hạn");
        assertThat(cells(lines.get(2))).startsWith("Ban Quản lý Khu kinh tế Dung Quất…", "92.958");
        assertThat(cells(lines.get(4)))
                .containsExactly(
                        "Tổng cộng",
                        "92.958",
                        "30.917",
                        "43.672",
                        "18.369",
                        "70.730",
                        "62.351",
                        "8.200",
                        "179",
                        "22.228",
                        "22.000",
                        "228");
        assertThat(lines.getLast()).isEqualTo("All 2 identities hold.");
    }

    @Test
    void an_identity_that_does_not_hold_is_named() {
        assertThat(table(false).lines().toList().getLast()).isEqualTo("BROKEN identities: 2");
    }

    private static String table(boolean second) {
        JsonNode report = JsonMapper.shared().readTree("""
                {"total":{%s},"identities":[{"id":1,"holds":true},{"id":2,"holds":%b}],
                 "groups":[{"name":"Ban Quản lý Khu kinh tế Dung Quất và các Khu công nghiệp Quảng Ngãi",%s}]}
                """.formatted(FIGURES, second, FIGURES));
        return ReportTable.of(report);
    }

    /** Two spaces or more stand between them. */
    private static List<String> cells(String line) {
        return List.of(line.split(" {2,}"));
    }
}
