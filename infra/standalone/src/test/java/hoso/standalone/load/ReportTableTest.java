package hoso.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(table(true).lines()).containsExactly("""
                                                 │ Tiếp nhận                    │ Giải quyết              │ Đang giải quyết
                                                 │   Tổng   Trực Tr.tiếp     Kỳ │   Tổng  Trước  Đúng Trễ │   Tổng  Trong Quá
                Đơn vị                           │     số  tuyến b.chính  trước │     số    hạn   hạn hạn │     số    hạn hạn
                ─────────────────────────────────┼──────────────────────────────┼─────────────────────────┼──────────────────
                Ban Quản lý Khu kinh tế Dung Qu… │ 92.958 30.917  43.672 18.369 │ 70.730 62.351 8.200 179 │ 22.228 22.000 228
                ─────────────────────────────────┼──────────────────────────────┼─────────────────────────┼──────────────────
                Tổng cộng                        │ 92.958 30.917  43.672 18.369 │ 70.730 62.351 8.200 179 │ 22.228 22.000 228
                Cả 2 đẳng thức của báo cáo đều đúng.
                """.split("\n"));
    }

    @Test
    void an_identity_that_does_not_hold_is_named() {
        assertThat(table(false).lines().toList().getLast()).isEqualTo("Đẳng thức không đúng: 2");
    }

    private static String table(boolean second) {
        JsonNode report = JsonMapper.shared().readTree("""
                {"total":{%s},"identities":[{"id":1,"holds":true},{"id":2,"holds":%b}],
                 "groups":[{"name":"Ban Quản lý Khu kinh tế Dung Quất và các Khu công nghiệp Quảng Ngãi",%s}]}
                """.formatted(FIGURES, second, FIGURES));
        return ReportTable.of(report);
    }
}
