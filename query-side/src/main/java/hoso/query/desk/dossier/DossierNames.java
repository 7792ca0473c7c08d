package hoso.query.desk.dossier;

import hoso.query.desk.frame.Frame;
import hoso.query.report.VietnameseNames;
import java.util.Locale;

/** What the words of an answer are called. */
public final class DossierNames {

    private DossierNames() {}

    public static String channel(String code, Frame frame) {
        return frame.say(VietnameseNames.channel(code), code.toLowerCase(Locale.ROOT));
    }

    public static String timeliness(String code, Frame frame) {
        return switch (code) {
            case "EARLY" -> frame.say("Trước hạn", "Early");
            case "ON_TIME" -> frame.say("Đúng hạn", "On time");
            case "LATE" -> frame.say("Quá hạn", "Late");
            default -> code;
        };
    }

    public static String status(String code, Frame frame) {
        return switch (code) {
            case "OPEN" -> frame.say("Đang giải quyết", "Open");
            case "PAUSED" -> frame.say("Đang tạm dừng", "Paused");
            case "CLOSED" -> frame.say("Đã kết thúc", "Closed");
            case "VOIDED" -> frame.say("Việc tiếp nhận đã bị hủy", "Its receipt was voided");
            case "UNKNOWN" -> frame.say("Chưa biết", "Not known");
            default -> code;
        };
    }

    public static String outcome(String code, Frame frame) {
        return switch (code) {
            case "APPROVED" -> frame.say("Chấp thuận", "Approved");
            case "REJECTED" -> frame.say("Không chấp thuận", "Rejected");
            case "WITHDRAWN" -> frame.say("Công dân rút", "Withdrawn");
            case "DECLINED" -> frame.say("Từ chối", "Declined");
            default -> code;
        };
    }

    /** A verdict of one word, as lists of mismatches have it. */
    public static String verdict(String code, Frame frame) {
        return switch (code) {
            case "CLOSED_IN_TIME" -> frame.say("Kết thúc trong hạn", "Closed in time");
            case "CLOSED_LATE" -> frame.say("Kết thúc quá hạn", "Closed late");
            case "OPEN" -> frame.say("Đang giải quyết, trong hạn", "Open, not due");
            case "OVERDUE" -> frame.say("Đang giải quyết, quá hạn", "Open, overdue");
            case "PAUSED" -> frame.say("Đang tạm dừng", "Paused");
            default -> code;
        };
    }
}
