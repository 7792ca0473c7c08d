package hoso.query.report.figure;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The catalogue of rates. A change to it is a new edition of the ledger's rules. */
public final class Rates {

    private static final String FORM = "Thông tư 01/2020/TT-VPCP, biểu II.06, ";
    private static final String INDEX = "Quyết định 766/QĐ-TTg ngày 23/6/2022, ";
    private static final String APOLOGY =
            "Nghị định 61/2018/NĐ-CP, Điều 19 khoản 9; Thông tư 03/2025/TT-VPCP, mẫu số 04";

    private static final List<Rate> ALL = List.of(
            rate("onTime", "Tỷ lệ giải quyết trước hạn và đúng hạn", "Resolved early or on time")
                    .of("resolved.early", "resolved.onTime")
                    .over("resolved.total", FORM + "cột (8) và (9) trên cột (7)"),
            rate("late", "Tỷ lệ giải quyết trễ hạn", "Resolved late")
                    .of("resolved.late")
                    .over("resolved.total", FORM + "cột (10) trên cột (7)"),
            rate("early", "Tỷ lệ giải quyết trước hạn", "Resolved early")
                    .of("resolved.early")
                    .over("resolved.total", FORM + "cột (8) trên cột (7)"),
            rate("online", "Tỷ lệ tiếp nhận trực tuyến", "Received online")
                    .of("received.online")
                    .over("received.new", FORM + "cột (4) trên cột (4) và (5)"),
            rate("digitized", "Tỷ lệ số hóa hồ sơ", "Dossiers with digitized components")
                    .of("tags.digitized.inScope")
                    .over("received.total", "Thông tư 01/2023/TT-VPCP; Nghị định 107/2021/NĐ-CP"),
            rate("resultDigitized", "Tỷ lệ số hóa kết quả giải quyết", "Results digitized")
                    .of("tags.resultDigitized.resolved")
                    .over("resolved.total", "Thông tư 01/2023/TT-VPCP; Nghị định 107/2021/NĐ-CP"),
            rate("resultElectronic", "Tỷ lệ cấp kết quả điện tử", "Results issued electronically")
                    .of("tags.resultElectronic.resolved")
                    .over("resolved.total", INDEX + "nhóm số hóa hồ sơ"),
            rate("reused", "Tỷ lệ tái sử dụng dữ liệu số hóa", "Dossiers that reuse digitized data")
                    .of("tags.reused.inScope")
                    .over("received.total", INDEX + "nhóm số hóa hồ sơ"),
            rate("paidOnline", "Tỷ lệ thanh toán trực tuyến", "Paid online where a fee is required")
                    .of("tags.paidOnline.inScope")
                    .over("tags.feeRequired.inScope", INDEX + "nhóm thanh toán trực tuyến"),
            rate("portalSynced", "Tỷ lệ đồng bộ lên Cổng Dịch vụ công quốc gia", "Synced to the national portal")
                    .of("tags.portalSynced.inScope")
                    .over("tags.portalObserved.inScope", INDEX + "nhóm công khai, minh bạch"),
            rate("satisfied", "Tỷ lệ hài lòng", "Satisfied of those who rated")
                    .of("tags.satisfied.inScope")
                    .over("tags.rated.inScope", INDEX + "nhóm mức độ hài lòng"),
            rate("apologised", "Tỷ lệ hồ sơ trễ hạn có thư xin lỗi", "Late dossiers with a letter of apology")
                    .of("tags.apologised.resolved")
                    .over("resolved.late", APOLOGY),
            rate("promiseKept", "Tỷ lệ giữ đúng hẹn lại", "New appointments kept")
                    .of("tags.promiseKept.resolved")
                    .over("tags.apologised.resolved", APOLOGY),
            rate("sameDay", "Tỷ lệ giải quyết trong ngày", "Resolved on the day of receipt")
                    .of("tags.sameDay.resolved")
                    .over("resolved.total", "Nghị định 61/2018/NĐ-CP, Điều 17 khoản 4"),
            rate("returnedByPost", "Tỷ lệ trả kết quả qua bưu chính công ích", "Results returned by post")
                    .of("tags.returnedByPost.resolved")
                    .over("resolved.total", "Quyết định 45/2016/QĐ-TTg"));

    private Rates() {}

    public static List<Rate> all() {
        return ALL;
    }

    /** The rates of some figures by their ids; those whose denominator is 0 are absent. */
    public static Map<String, BigDecimal> of(Figures figures) {
        Map<String, BigDecimal> rates = new LinkedHashMap<>();
        for (Rate rate : ALL) rate.of(figures).ifPresent(value -> rates.put(rate.id(), value));
        return rates;
    }

    private static Numerator rate(String id, String vi, String en) {
        return numerator -> (denominator, source) -> new Rate(id, vi, en, cells(numerator), cells(denominator), source);
    }

    private static List<Cell> cells(String... names) {
        return Stream.of(names).map(Cells::cell).toList();
    }

    private interface Numerator {
        Denominator of(String... cells);
    }

    private interface Denominator {
        Rate over(String cell, String source);
    }
}
