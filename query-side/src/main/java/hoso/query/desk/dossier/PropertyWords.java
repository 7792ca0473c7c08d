package hoso.query.desk.dossier;

import hoso.event.wire.ValueKind;
import hoso.query.desk.frame.Frame;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** What the properties of a fact say, in words for people. */
public final class PropertyWords {

    private PropertyWords() {}

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
