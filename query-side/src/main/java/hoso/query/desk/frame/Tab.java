package hoso.query.desk.frame;

import hoso.edge.Caller;
import hoso.edge.Scope;
import java.util.Arrays;
import java.util.List;

/** A place of the desk, offered to whoever has one of the scopes it needs. */
public enum Tab {
    REPORT("/bao-cao", "Báo cáo", "Reports", Scope.REPORT_READ),
    DOSSIER("/ho-so", "Hồ sơ", "Dossiers", Scope.AUDIT_READ),
    SNAPSHOT("/da-chot", "Báo cáo đã chốt", "Frozen reports", Scope.REPORT_READ),
    WORK("/viec", "Việc cần làm", "Work lists", Scope.REPORT_READ),
    ENTRY("/lich", "Lịch làm việc", "Calendars", Scope.REPORT_READ),
    MACHINE("/may", "Máy", "Machine", Scope.ADMIN);

    private final String path;
    private final String vietnamese;
    private final String english;
    private final Scope scope;

    Tab(String path, String vietnamese, String english, Scope scope) {
        this.path = path;
        this.vietnamese = vietnamese;
        this.english = english;
        this.scope = scope;
    }

    public String path() {
        return path;
    }

    public String name(Language language) {
        return language.say(vietnamese, english);
    }

    /** Those that a caller is offered, in their order. */
    static List<Tab> of(Caller caller) {
        return Arrays.stream(values()).filter(tab -> caller.has(tab.scope)).toList();
    }
}
