package hoso.query.desk.entry;

import hoso.event.wire.Property;
import hoso.event.wire.ValueKind;
import hoso.query.desk.ask.Answer;
import hoso.query.desk.frame.Format;
import hoso.query.desk.frame.Frame;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A field of the form of a fact: a property of its type, and what the fact says.
 *
 * @param name of the property
 * @param input how it is entered
 * @param value as the field holds it; empty for none
 * @param choices of a list to choose from; none otherwise
 */
public record Field(String name, Input input, String value, boolean required, int max, List<String> choices) {

    /** How a value is entered. */
    public enum Input {
        TEXT,
        LONG_TEXT,
        NUMBER,
        MOMENT,
        DAY,
        CHOICE
    }

    private static final int CODE_MAX = 64;

    private static final Map<String, List<String>> NAMES = Map.ofEntries(
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

    /** @param event as {@code /history} answers it: the value stands in its data, free text beside */
    static Field of(Property property, Answer event) {
        ValueKind kind = property.kind();
        String value = event.textOr("data." + property.name(), event.textOr("texts." + property.name() + ".text", ""));
        return switch (kind) {
            case ValueKind.Text text -> field(property, Input.TEXT, value, text.max());
            case ValueKind.FreeText text -> field(property, Input.LONG_TEXT, value, text.max());
            case ValueKind.Moment moment ->
                field(property, Input.MOMENT, value.isEmpty() ? "" : Format.field(Instant.parse(value)), 0);
            case ValueKind.Day day -> field(property, Input.DAY, value, 0);
            case ValueKind.Whole whole -> field(property, Input.NUMBER, value, 0);
            case ValueKind.Flag flag -> choice(property, value, List.of("true", "false"));
            case ValueKind.OneOf one ->
                choice(property, value, one.values().stream().map(Enum::name).toList());
            case ValueKind.Code code -> field(property, Input.TEXT, value, CODE_MAX);
            case ValueKind.RandomUuid uuid -> field(property, Input.TEXT, value, CODE_MAX);
            case ValueKind.Days days -> throw noForm(property);
            case ValueKind.Key key -> throw noForm(property);
            case ValueKind.ProcessingTime time -> throw noForm(property);
            case ValueKind.Hours hours -> throw noForm(property);
            case ValueKind.OtherData other -> throw noForm(property);
        };
    }

    /** Facts of a dossier have none of these. */
    private static IllegalArgumentException noForm(Property property) {
        return new IllegalArgumentException("no form has a field for " + property.path());
    }

    private static Field field(Property property, Input input, String value, int max) {
        return new Field(property.name(), input, value, property.required(), max, List.of());
    }

    private static Field choice(Property property, String value, List<String> choices) {
        return new Field(property.name(), Input.CHOICE, value, property.required(), 0, choices);
    }

    /** Whether what was entered says what the field said: a browser writes a time as short as it can. */
    boolean says(String entered) {
        return input == Input.MOMENT ? Format.isSame(entered, value) : entered.equals(value.strip());
    }

    public String label(Frame frame) {
        List<String> names = NAMES.getOrDefault(name, List.of(name, name));
        return frame.say(names.getFirst(), names.getLast());
    }

    /** What a choice is called. */
    public static String choiceName(String choice, Frame frame) {
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
