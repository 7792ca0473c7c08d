package hoso.query.desk.report;

import hoso.edge.Scope;
import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;
import hoso.query.desk.frame.Frame;
import hoso.query.desk.frame.Part;
import hoso.query.report.Grouping;
import hoso.vocabulary.ReportingPeriod;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A report as its page shows it.
 *
 * @param question as its address has it
 * @param report the answer without its groups
 * @param groups those of this part
 * @param load how far the events are loaded that figures are still made of; empty where none is
 * @param rates names of rates, by id
 * @param previous the address of the period before; empty where the period is not one of a regulation
 * @param next likewise the one after
 */
public record ReportPage(
        Question question,
        Answer report,
        Part<Answer> groups,
        Optional<Answer> load,
        Map<String, Indicated> rates,
        String previous,
        String next) {

    static final String PATH = "/bao-cao";

    /** A rate's names. */
    public record Indicated(String vietnamese, String english, String source) {}

    /** Where the dossiers behind a figure of the total are. */
    public String dossiers(String cell) {
        return behind(cell).at(BehindPage.PATH);
    }

    public String dossiers(String cell, Answer group) {
        return behind(cell).with("key", group.text("key")).at(BehindPage.PATH);
    }

    /** As of where the report was made: what has come since would not add up to the figure. */
    private Question behind(String cell) {
        Question asked = question.without(Part.PARAMETER).with("cell", cell);
        return BehindPage.pinned(asked, report.text("asOf.position"), report.textOr("at", ""));
    }

    /** The same question about one of the groups, where they are units. */
    public String about(Answer group) {
        return question.without(Part.PARAMETER).with("unit", group.text("key")).at(PATH);
    }

    public boolean isByUnit() {
        return by() == Grouping.UNIT;
    }

    public Grouping by() {
        return by(question);
    }

    /** How a question groups; by unit where it names no way that there is. */
    public static Grouping by(Question question) {
        return groupings().stream()
                .filter(by -> by.name().toLowerCase(Locale.ROOT).equals(question.text("by")))
                .findFirst()
                .orElse(Grouping.UNIT);
    }

    /** Whether a group is the unit that the report is about, itself. */
    public boolean isItself(Answer group) {
        return isByUnit() && group.text("key").equals(report.text("unit"));
    }

    /** The same question about the present. */
    public String now() {
        return question.without(Part.PARAMETER, "asOf", "at").at(PATH);
    }

    /** Where reports are that were frozen of the same unit and days. */
    public String frozen() {
        return Question.of()
                .with("unit", question.text("unit"))
                .with("from", report.text("from"))
                .with("to", report.text("to"))
                .at("/da-chot");
    }

    public String trend() {
        return question.without(Part.PARAMETER).at(PATH + "/xu-huong");
    }

    public boolean freezable(Frame frame) {
        return frame.has(Scope.REPORT_FREEZE) && !question.isOfThePast() && load.isEmpty();
    }

    public static List<ReportingPeriod> presets() {
        return List.of(ReportingPeriod.values());
    }

    public static String presetName(ReportingPeriod preset, Frame frame) {
        return switch (preset) {
            case MONTH -> frame.say("Tháng (15–14), Nghị định 09", "Month (15th–14th), Decree 09");
            case MONTH_644 -> frame.say("Tháng (21–20), Công điện 644", "Month (21st–20th), Telegram 644");
            case QUARTER -> frame.say("Quý", "Quarter");
            case HALF_YEAR -> frame.say("6 tháng", "Half a year");
            case YEAR -> frame.say("Năm", "Year");
        };
    }

    public static List<Grouping> groupings() {
        return List.of(Grouping.values());
    }

    public static String groupingName(Grouping by, Frame frame) {
        return switch (by) {
            case UNIT -> frame.say("Đơn vị", "Unit");
            case FIELD -> frame.say("Lĩnh vực", "Field");
            case PROCEDURE -> frame.say("Thủ tục", "Procedure");
            case CHANNEL -> frame.say("Cách tiếp nhận", "Channel");
            case LEVEL -> frame.say("Cấp", "Level");
        };
    }

    /** The numbers of identities that do not hold. */
    public List<Long> failing() {
        return report.list("identities").stream()
                .filter(identity -> !identity.flag("holds"))
                .map(identity -> identity.number("id"))
                .toList();
    }

    /** What an identity says, for who sees it fail. */
    public static String identityName(long number, Frame frame) {
        return switch ((int) number) {
            case 1 -> frame.say("tiếp nhận = mới + kỳ trước chuyển qua", "received = new + carried over");
            case 2 -> frame.say("tiếp nhận = đã giải quyết + đang giải quyết", "received = resolved + pending");
            case 3 -> frame.say("đã giải quyết = trước hạn + đúng hạn + quá hạn", "resolved = early + on time + late");
            case 4 -> frame.say("đang giải quyết = trong hạn + quá hạn", "pending = not due + overdue");
            case 5 -> frame.say("mới = trực tuyến + trực tiếp + bưu chính", "new = online + direct + postal");
            case 6 -> frame.say("chuyển qua = tồn của kỳ trước", "carried over = pending one period before");
            case 7 -> frame.say("đơn vị = tổng các đơn vị dưới nó", "a unit = the sum of those below it");
            case 8 -> frame.say("phần không vượt quá toàn bộ", "no part exceeds its whole");
            default -> frame.say("không có số âm trong kỳ", "no flow is negative");
        };
    }
}
