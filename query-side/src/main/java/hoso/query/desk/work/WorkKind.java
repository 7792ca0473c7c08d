package hoso.query.desk.work;

import hoso.edge.Scope;
import hoso.query.desk.frame.Frame;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A list of work, and where it is asked. */
public enum WorkKind {
    DUE_1("han-1", Source.CELL, "pending.dueWithin", "1", "Đến hạn trong 1 ngày", "Due within 1 day"),
    DUE_3("han-3", Source.CELL, "pending.dueWithin", "3", "Đến hạn trong 3 ngày", "Due within 3 days"),
    DUE_5("han-5", Source.CELL, "pending.dueWithin", "5", "Đến hạn trong 5 ngày", "Due within 5 days"),
    OVERDUE("qua-han", Source.CELL, "pending.overdue", "", "Quá hạn lâu nhất", "Overdue longest"),
    LETTER("xin-loi", Source.APOLOGIES, "withoutLetter", "", "Chưa có thư xin lỗi", "Letters owed"),
    PROMISED("hen", Source.APOLOGIES, "promised", "", "Lời hẹn phải giữ", "Promises to keep"),
    BROKEN("lo-hen", Source.APOLOGIES, "promisePassed", "", "Lời hẹn đã qua", "Promises passed"),
    PORTAL("cong", Source.MISMATCHES, "", "", "Cổng cho kết quả khác", "The portal differs");

    /** Which question of the API lists it. */
    enum Source {
        CELL(Scope.REPORT_READ),
        APOLOGIES(Scope.AUDIT_READ),
        MISMATCHES(Scope.AUDIT_READ);

        private final Scope scope;

        Source(Scope scope) {
            this.scope = scope;
        }
    }

    private final String code;
    private final Source source;
    private final String asked;
    private final String days;
    private final String vietnamese;
    private final String english;

    WorkKind(String code, Source source, String asked, String days, String vietnamese, String english) {
        this.code = code;
        this.source = source;
        this.asked = asked;
        this.days = days;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** As it stands in an address. */
    public String code() {
        return code;
    }

    Source source() {
        return source;
    }

    /** The cell, or the list of apologies. */
    String asked() {
        return asked;
    }

    /** Of what is due soon; else empty. */
    String days() {
        return days;
    }

    /** Whether its dossiers have been promised for a day. */
    public boolean isOfPromises() {
        return this == PROMISED || this == BROKEN;
    }

    public String name(Frame frame) {
        return frame.say(vietnamese, english);
    }

    public static Optional<WorkKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /** Those that a caller may ask for. */
    static List<WorkKind> offered(Frame frame) {
        return Arrays.stream(values())
                .filter(kind -> frame.has(kind.source.scope))
                .toList();
    }

    void require(Frame frame) {
        frame.caller().require(source.scope);
    }
}
