package hoso.query.desk.frame;

import java.util.List;
import java.util.Map;

/** What the properties of a fact are called. */
public final class PropertyNames {

    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("time", List.of("Thời điểm", "Time")),
            Map.entry("unit", List.of("Đơn vị", "Unit")),
            Map.entry("procedure", List.of("Thủ tục", "Procedure")),
            Map.entry("channel", List.of("Cách tiếp nhận", "Channel")),
            Map.entry("dueAt", List.of("Hạn giải quyết", "Due")),
            Map.entry("applicantRef", List.of("Mã ngẫu nhiên của người nộp", "Random reference of the applicant")),
            Map.entry("components", List.of("Số thành phần", "Components")),
            Map.entry("reason", List.of("Lý do", "Reason")),
            Map.entry("since", List.of("Dừng từ lúc", "Paused since")),
            Map.entry("basis", List.of("Căn cứ gia hạn", "Basis of the extension")),
            Map.entry("amount", List.of("Số tiền (đồng)", "Amount (VND)")),
            Map.entry("method", List.of("Cách nộp", "Method")),
            Map.entry("transactionId", List.of("Mã giao dịch", "Transaction")),
            Map.entry("holder", List.of("Nơi xử lý", "Holder")),
            Map.entry("step", List.of("Bước", "Step")),
            Map.entry("outcome", List.of("Kết quả", "Outcome")),
            Map.entry("electronic", List.of("Bản điện tử", "Electronic")),
            Map.entry("letterNo", List.of("Số thư", "Number of the letter")),
            Map.entry("promisedAt", List.of("Hẹn trả lúc", "Promised at")),
            Map.entry("by", List.of("Bằng cách", "By")),
            Map.entry("about", List.of("Về việc", "About")),
            Map.entry("satisfied", List.of("Hài lòng", "Satisfied")),
            Map.entry("score", List.of("Điểm", "Score")),
            Map.entry("status", List.of("Trạng thái trên Cổng", "Status on the portal")),
            Map.entry("overdue", List.of("Cổng báo quá hạn", "Shown as overdue")),
            Map.entry("synced", List.of("Đã đồng bộ", "Synced")));

    private PropertyNames() {}

    /** Itself where it has no other name. */
    public static String of(String property, Language language) {
        List<String> names = NAMES.getOrDefault(property, List.of(property, property));
        return language.say(names.getFirst(), names.getLast());
    }
}
