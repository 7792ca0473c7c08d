package hoso.query.desk.dossier;

import hoso.event.wire.ValueKind;
import hoso.query.desk.frame.Frame;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/** What the fields of a fact are called, and what they say, in words for people. */
public final class FieldNames {

    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry(FactValues.TIME, List.of("Thời điểm", "Time")),
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

    private FieldNames() {}

    /** The name of a property; itself where it has no other. */
    public static String of(String property, Frame frame) {
        List<String> names = NAMES.getOrDefault(property, List.of(property, property));
        return frame.say(names.getFirst(), names.getLast());
    }

    /** What a property says: times and days as people write them, constants by their names, words as they are. */
    static String told(String type, String property, String value, Frame frame) {
        if (value.isEmpty()) return "–";
        if (property.equals(FactValues.TIME)) return moment(value, frame);
        return switch (FactValues.kind(type, property).orElse(null)) {
            case ValueKind.Moment moment -> moment(value, frame);
            case ValueKind.Day day -> day(value, frame);
            case ValueKind.Flag flag -> choice(value, frame);
            case ValueKind.OneOf one -> choice(value, frame);
            case null, default -> value;
        };
    }

    private static String moment(String value, Frame frame) {
        return frame.format().exact(Instant.parse(value));
    }

    /** Before it is sent it may be none: the door says so. */
    private static String day(String value, Frame frame) {
        try {
            return frame.format().day(LocalDate.parse(value));
        } catch (DateTimeParseException none) {
            return value;
        }
    }

    /** What a choice is called. */
    public static String choice(String choice, Frame frame) {
        return switch (choice) {
            case "true" -> frame.say("Có", "Yes");
            case "false" -> frame.say("Không", "No");
            case "ONLINE" -> frame.say("Trực tuyến", "Online");
            case "DIRECT" -> frame.say("Trực tiếp", "At the counter");
            case "POSTAL" -> frame.say("Bưu chính công ích", "By post");
            case "COUNTER" -> frame.say("Tại quầy", "At the counter");
            case "APPROVED" -> frame.say("Chấp thuận", "Approved");
            case "REJECTED" -> frame.say("Không chấp thuận", "Rejected");
            case "SMS" -> frame.say("Tin nhắn", "Text message");
            case "EMAIL" -> frame.say("Thư điện tử", "E-mail");
            case "APP" -> frame.say("Ứng dụng", "App");
            case "CALL" -> frame.say("Gọi điện", "Call");
            case "RESULT" -> frame.say("Kết quả", "Result");
            case "SUPPLEMENT" -> frame.say("Bổ sung hồ sơ", "Supplement");
            case "SUSPENSION" -> frame.say("Tạm dừng", "Suspension");
            case "LATENESS" -> frame.say("Trễ hạn", "Lateness");
            case "OTHER" -> frame.say("Việc khác", "Other");
            default -> choice;
        };
    }
}
