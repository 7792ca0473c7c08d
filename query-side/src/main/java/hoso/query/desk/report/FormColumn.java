package hoso.query.desk.report;

import hoso.query.desk.frame.Language;
import java.util.List;

/**
 * A column of form II.06 of Thông tư 01/2020/TT-VPCP. Where the form prints one number for what came directly or by post, the
 * answer has two: {@code 5a} and {@code 5b}.
 *
 * @param number as the form has it, with the sum that it is
 * @param cell of the answer
 */
public record FormColumn(String number, String cell, String vietnamese, String english) {

    /**
     * Columns under one head.
     */
    public record Head(String vietnamese, String english, List<FormColumn> columns) {

        public String name(Language language) {
            return language.say(vietnamese, english);
        }
    }

    /** In the order of the form. */
    public static final List<Head> HEADS = List.of(
            new Head(
                    "Hồ sơ tiếp nhận",
                    "Received",
                    List.of(
                            column("3=4+5a+5b+6", "received.total", "Tổng số", "Total"),
                            column("4", "received.online", "Trực tuyến", "Online"),
                            column("5a", "received.direct", "Trực tiếp", "At the counter"),
                            column("5b", "received.postal", "Bưu chính", "By post"),
                            column("6", "received.carriedOver", "Kỳ trước chuyển qua", "Carried over"))),
            new Head(
                    "Hồ sơ đã giải quyết",
                    "Resolved",
                    List.of(
                            column("7=8+9+10", "resolved.total", "Tổng số", "Total"),
                            column("8", "resolved.early", "Trước hạn", "Early"),
                            column("9", "resolved.onTime", "Đúng hạn", "On time"),
                            column("10", "resolved.late", "Quá hạn", "Late"))),
            new Head(
                    "Hồ sơ đang giải quyết",
                    "Pending",
                    List.of(
                            column("11=12+13", "pending.total", "Tổng số", "Total"),
                            column("12", "pending.notDue", "Trong hạn", "Not due"),
                            column("13", "pending.overdue", "Quá hạn", "Overdue"))));

    private static FormColumn column(String number, String cell, String vietnamese, String english) {
        return new FormColumn(number, cell, vietnamese, english);
    }

    /** All columns, from left to right. */
    public static List<FormColumn> all() {
        return HEADS.stream().flatMap(head -> head.columns().stream()).toList();
    }

    public String name(Language language) {
        return language.say(vietnamese, english);
    }

    /** Whether the others under its head add up to it. */
    public boolean isSum() {
        return number.contains("=");
    }

    /** Whether it counts what is to be avoided. */
    public boolean isLate() {
        return cell.equals("resolved.late") || cell.equals("pending.overdue");
    }
}
