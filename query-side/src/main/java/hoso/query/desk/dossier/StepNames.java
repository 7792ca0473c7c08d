package hoso.query.desk.dossier;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.frame.Format;
import hoso.query.desk.frame.Frame;
import java.util.Locale;

/** What a step of a clock account is, and did to the due instant, in one line beside the drawing. */
public final class StepNames {

    private StepNames() {}

    public static String of(Answer step, Frame frame) {
        Format format = frame.format();
        String due = format.exact(step.instant("dueAt"));
        return format.exact(step.instant("at")) + ": " + FactKinds.name(step.text("type"), frame) + " – "
                + switch (step.text("rule")) {
                    case "STATED" -> frame.say("hạn do nơi gửi nêu: ", "due as its publisher stated: ") + due;
                    case "COMPUTED" -> frame.say("hạn tính theo thủ tục: ", "due by its procedure: ") + due;
                    case "PAUSE_COUNTS" -> frame.say("đồng hồ dừng", "the clock stands");
                    case "PAUSE_TOO_LATE" ->
                        frame.say("hạn đã qua nên không dừng được", "it was due already: nothing stands still");
                    case "REMAINDER" ->
                        frame.say("tính tiếp phần còn lại, hạn mới: ", "what remained, now due: ") + due;
                    case "RESTART" -> frame.say("tính lại từ đầu, hạn mới: ", "anew from the start, now due: ") + due;
                    case "UNCHANGED" -> frame.say("hạn không đổi", "the due instant stays");
                    case "EXTENDED" -> frame.say("hạn mới: ", "now due: ") + due;
                    case "EXTENSION_NOT_LATER" ->
                        frame.say("không muộn hơn hạn đang có, không có hiệu lực", "not later than it was: no effect");
                    case "CLOSED" -> frame.say("kết thúc, ", "closed, ") + timeliness(step, frame);
                    case "CLOSED_IN_PAUSE" ->
                        frame.say("kết thúc khi đang tạm dừng, ", "closed in a pause, ") + timeliness(step, frame);
                    default -> due;
                };
    }

    private static String timeliness(Answer step, Frame frame) {
        return step.has("timeliness")
                ? DossierNames.timeliness(step.text("timeliness"), frame).toLowerCase(Locale.ROOT)
                : "";
    }
}
