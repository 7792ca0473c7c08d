package hoso.query.report.catalogue;

import hoso.query.report.figure.Figures;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The catalogue of rates: whoever adds one adds an entry here. */
public final class Rates {

    private static final String FORM = "Báo cáo theo Thông tư 01/2020/TT-VPCP, biểu II.06: ";
    private static final String INDEX = "Quyết định 766/QĐ-TTg ngày 23/6/2022, ";
    private static final String PORTAL = INDEX + "nhóm tiến độ giải quyết, quy tắc 2.1 của Cổng Dịch vụ công quốc gia";
    private static final String DIGITIZATION = "Thông tư 01/2023/TT-VPCP; Nghị định 107/2021/NĐ-CP";
    private static final String PETITIONS = "Báo cáo theo Thông tư 01/2020/TT-VPCP, biểu II.05a";
    private static final String APOLOGY =
            "Nghị định 61/2018/NĐ-CP, Điều 19 khoản 9; Thông tư 03/2025/TT-VPCP, mẫu số 04";

    private static final List<Rate> ALL = List.of(
            rate("onTime", "Tỷ lệ giải quyết trước hạn và đúng hạn", "Resolved early or on time")
                    .of("resolved.early", "resolved.onTime")
                    .over("resolved.total")
                    .found(FORM + "cột (8) và (9) trên cột (7)"),
            rate("late", "Tỷ lệ giải quyết trễ hạn", "Resolved late")
                    .of("resolved.late")
                    .over("resolved.total")
                    .found(FORM + "cột (10) trên cột (7)"),
            rate("early", "Tỷ lệ giải quyết trước hạn", "Resolved early")
                    .of("resolved.early")
                    .over("resolved.total")
                    .found(FORM + "cột (8) trên cột (7)"),
            rate("online", "Tỷ lệ tiếp nhận trực tuyến", "Received online")
                    .of("received.online")
                    .over("received.new")
                    .found(FORM + "cột (4) trên cột (4) và (5)"),
            rate("digitized", "Tỷ lệ số hóa hồ sơ", "Dossiers with digitized components")
                    .of("tags.digitized.inScope")
                    .over("received.total")
                    .found(DIGITIZATION),
            rate("resultDigitized", "Tỷ lệ số hóa kết quả giải quyết", "Results digitized")
                    .of("tags.resultDigitized.resolved")
                    .over("resolved.total")
                    .found(DIGITIZATION),
            rate("resultElectronic", "Tỷ lệ cấp kết quả điện tử", "Results issued electronically")
                    .of("tags.resultElectronic.resolved")
                    .over("resolved.total")
                    .found(INDEX + "nhóm số hóa hồ sơ"),
            rate("reused", "Tỷ lệ tái sử dụng dữ liệu số hóa", "Dossiers that reuse digitized data")
                    .of("tags.reused.inScope")
                    .over("received.total")
                    .found(INDEX + "nhóm số hóa hồ sơ"),
            rate("paidOnline", "Tỷ lệ thanh toán trực tuyến", "Paid online where a fee is required")
                    .of("tags.paidOnline.inScope")
                    .over("tags.feeRequired.inScope")
                    .found(INDEX + "nhóm thanh toán trực tuyến"),
            rate("portalSynced", "Tỷ lệ đồng bộ lên Cổng Dịch vụ công quốc gia", "Synced to the national portal")
                    .of("tags.portalSynced.inScope")
                    .over("tags.portalObserved.inScope")
                    .found(INDEX + "nhóm công khai, minh bạch"),
            rate("satisfied", "Tỷ lệ hài lòng", "Satisfied of those who rated")
                    .of("tags.satisfied.inScope")
                    .over("tags.rated.inScope")
                    .found(INDEX + "nhóm mức độ hài lòng"),
            rate("apologised", "Tỷ lệ hồ sơ trễ hạn có thư xin lỗi", "Late dossiers with a letter of apology")
                    .of("tags.apologised.resolved")
                    .over("resolved.late")
                    .law(APOLOGY),
            rate("promiseKept", "Tỷ lệ giữ đúng hẹn lại", "New appointments kept")
                    .of("tags.promiseKept.resolved")
                    .over("tags.apologised.resolved")
                    .found(APOLOGY),
            rate("sameDay", "Tỷ lệ giải quyết trong ngày", "Resolved on the day of receipt")
                    .of("tags.sameDay.resolved")
                    .over("resolved.total")
                    .found("Nghị định 61/2018/NĐ-CP, Điều 17 khoản 4"),
            rate("returnedByPost", "Tỷ lệ trả kết quả qua bưu chính công ích", "Results returned by post")
                    .of("tags.returnedByPost.resolved")
                    .over("resolved.total")
                    .found("Quyết định 45/2016/QĐ-TTg"),
            rate("onDueDate", "Tỷ lệ giải quyết đúng hạn", "Resolved on the due date itself")
                    .of("resolved.onTime")
                    .over("resolved.total")
                    .found(FORM + "cột (9) trên cột (7)"),
            rate("pendingOverdue", "Tỷ lệ hồ sơ đang giải quyết quá hạn", "Overdue of those pending")
                    .of("pending.overdue")
                    .over("pending.total")
                    .found(FORM + "cột (13) trên cột (11)"),
            rate("progress", "Tỷ lệ trong hạn theo sổ địa phương", "In time, closed or pending, by the local rule")
                    .of("resolved.early", "resolved.onTime", "pending.notDue")
                    .over("received.total")
                    .found(PORTAL),
            rate(
                            "progressPortal",
                            "Tỷ lệ trong hạn theo quy tắc của Cổng",
                            "In time, ended or pending, by the portal's rule")
                    .of("portal.ended.inTime", "portal.pending.notDue")
                    .over("portal.inScope")
                    .found(PORTAL),
            rate("notSynced", "Tỷ lệ chưa đồng bộ lên Cổng Dịch vụ công quốc gia", "Not synced to the national portal")
                    .of("tags.portalObserved.inScope", "-tags.portalSynced.inScope")
                    .over("tags.portalObserved.inScope")
                    .found("Báo cáo tháng 3/2024 của tỉnh Đồng Tháp"),
            rate(
                            "digitizedThroughout",
                            "Tỷ lệ số hóa cả thành phần hồ sơ và kết quả",
                            "Digitized in components and result")
                    .of("digitizedThroughout.resolved")
                    .over("resolved.total")
                    .found(INDEX + "nhóm số hóa hồ sơ"),
            rate("petitionsAnswered", "Tỷ lệ phản ánh, kiến nghị đã xử lý", "Petitions answered")
                    .of("petitions.answered")
                    .over("petitions.received", "petitions.carriedOver")
                    .found(PETITIONS),
            rate(
                            "petitionsSatisfied",
                            "Tỷ lệ hài lòng trong xử lý phản ánh, kiến nghị",
                            "Satisfied with the handling of petitions")
                    .of("petitions.satisfied")
                    .over("petitions.rated")
                    .found(INDEX + "nhóm mức độ hài lòng"),
            rate(
                            "proceduresOnline",
                            "Tỷ lệ thủ tục cung cấp dịch vụ công trực tuyến",
                            "Procedures offered online, in full or in part")
                    .of("procedures.online")
                    .over("procedures.all")
                    .found(INDEX + "nhóm dịch vụ công trực tuyến"),
            rate(
                            "proceduresUsedOnline",
                            "Tỷ lệ dịch vụ công trực tuyến có phát sinh hồ sơ",
                            "Procedures offered online that had dossiers online")
                    .of("procedures.onlineUsed")
                    .over("procedures.online")
                    .found(INDEX + "nhóm dịch vụ công trực tuyến"),
            rate(
                            "proceduresPaidOnline",
                            "Tỷ lệ thủ tục có phí phát sinh thanh toán trực tuyến",
                            "Procedures with a fee that had payments online")
                    .of("procedures.feePaidOnline")
                    .over("procedures.withFee")
                    .found(INDEX + "nhóm thanh toán trực tuyến"));

    private Rates() {}

    public static List<Rate> all() {
        return ALL;
    }

    /** The rates that some facts tell, by their ids; those whose denominator is 0 are absent. */
    public static Map<String, BigDecimal> of(Facts facts) {
        Map<String, BigDecimal> rates = new LinkedHashMap<>();
        for (Rate rate : ALL) rate.of(facts).ifPresent(value -> rates.put(rate.id(), value));
        return rates;
    }

    /** Of figures alone, which tell nothing of procedures. */
    public static Map<String, BigDecimal> of(Figures figures) {
        return of(Facts.of(figures));
    }

    /** Whether no numerator exceeds its denominator. */
    public static boolean areShares(Figures figures) {
        return ALL.stream().allMatch(rate -> rate.isShareIn(figures));
    }

    private static Numerator rate(String id, String vi, String en) {
        return numerator -> denominator -> (source, standing) ->
                new Rate(id, vi, en, Quantity.named(numerator).over(denominator), source, standing);
    }

    private interface Numerator {
        Denominator of(String... names);
    }

    private interface Denominator {
        Ground over(String... names);
    }

    private interface Ground {
        Rate on(String source, Standing standing);

        default Rate law(String source) {
            return on(source, Standing.LEGAL_TEXT);
        }

        default Rate found(String source) {
            return on(source, Standing.RECONSTRUCTED);
        }
    }
}
