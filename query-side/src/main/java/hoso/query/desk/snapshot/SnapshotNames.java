package hoso.query.desk.snapshot;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.frame.Frame;
import java.util.Locale;

/** What is said of frozen reports. */
public final class SnapshotNames {

    private SnapshotNames() {}

    public static String kind(String code, Frame frame) {
        return switch (code) {
            case "MONTH" -> frame.say("Tháng", "Month");
            case "QUARTER" -> frame.say("Quý", "Quarter");
            case "HALF_YEAR" -> frame.say("6 tháng", "Half a year");
            case "YEAR" -> frame.say("Năm", "Year");
            case "CUSTOM" -> frame.say("Đột xuất", "Any other");
            default -> code;
        };
    }

    /** What is wrong with an event that a replay names. */
    public static String damage(String code, Frame frame) {
        return switch (code) {
            case "CHANGED" -> frame.say("đã bị sửa", "was changed");
            case "UNREADABLE" -> frame.say("không đọc được hoặc không nối tiếp", "cannot be read, or does not follow");
            case "MISSING" -> frame.say("không còn", "is missing");
            default -> code;
        };
    }

    /** Why an event moved a figure, as the figure names its causes. */
    public static String cause(String code, Answer cell, Frame frame) {
        String vietnamese = cell.list("causes").stream()
                .filter(cause -> cause.text("cause").equals(code))
                .map(cause -> cause.text("name"))
                .findFirst()
                .orElse(code);
        return cause(code, vietnamese, frame);
    }

    /** Why a figure moved. */
    public static String cause(String code, String vietnamese, Frame frame) {
        return frame.say(vietnamese, code.toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
