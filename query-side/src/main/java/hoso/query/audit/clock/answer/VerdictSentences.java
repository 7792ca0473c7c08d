package hoso.query.audit.clock.answer;

import static hoso.query.wording.Vietnamese.elapsed;
import static hoso.query.wording.Vietnamese.time;
import static hoso.query.wording.Vietnamese.workingTime;

import hoso.event.history.ClockEntry;
import hoso.query.audit.clock.Account;
import hoso.query.audit.clock.RuleSet;
import hoso.query.audit.clock.Verdict;
import hoso.vocabulary.VietnamTime;
import java.util.Objects;

/** A verdict in Vietnamese; working time is told in standard days of the year that the dossier is due in. */
record VerdictSentences(Account account) {

    String sentence() {
        String by = account.rules() == RuleSet.PORTAL
                ? "Theo quy tắc chấm điểm của Cổng Dịch vụ công quốc gia, tính trên hạn đang có hiệu lực tại hệ thống: "
                : "Kết luận: ";
        return by + told() + ".";
    }

    /** Without a beginning and a full stop. */
    String told() {
        Verdict verdict = account.verdict();
        if (verdict.secondRequest() != null) return bySecondRequest(verdict);
        return switch (verdict.status()) {
            case CLOSED -> ended(verdict);
            case PAUSED -> "hồ sơ đang tạm dừng tính thời hạn, chưa quá hạn";
            case OPEN -> open(verdict);
        };
    }

    private String open(Verdict verdict) {
        if (verdict.overdue())
            return "hồ sơ quá hạn từ %s; đến %s đã quá %s%s"
                    .formatted(time(verdict.dueAt()), time(account.at()), margin(verdict), notClosedThere());
        return verdict.dueThen().equals(verdict.dueAt())
                ? "hồ sơ đang giải quyết, hạn %s, còn %s".formatted(time(verdict.dueAt()), margin(verdict))
                : "hồ sơ đang giải quyết, hạn lúc đó là %s, còn %s; do việc xảy ra sau đó, hạn nay là %s"
                        .formatted(time(verdict.dueThen()), margin(verdict), time(verdict.dueAt()));
    }

    /** Why it goes on for the portal, where it has ended here. */
    private String notClosedThere() {
        return account.history()
                .closing()
                .map(ClockEntry::at)
                .filter(closed -> !closed.isAfter(account.at()))
                .map(closed -> ", vì đã giải quyết xong lúc " + time(closed) + " mà trên Cổng chưa thấy kết thúc")
                .orElse("");
    }

    private static String bySecondRequest(Verdict verdict) {
        String request = time(Objects.requireNonNull(verdict.secondRequest()));
        String due = time(verdict.dueAt());
        return verdict.endedAt() == null
                ? "hồ sơ bị tính là quá hạn từ lúc yêu cầu bổ sung lần hai, %s (hạn %s)".formatted(request, due)
                : "hồ sơ kết thúc lúc %s, bị tính là quá hạn vì có yêu cầu bổ sung lần hai lúc %s (hạn %s)"
                        .formatted(time(verdict.endedAt()), request, due);
    }

    private String ended(Verdict verdict) {
        String end = time(Objects.requireNonNull(verdict.endedAt()));
        return switch (Objects.requireNonNull(verdict.timeliness())) {
            case EARLY -> "hồ sơ kết thúc lúc %s, trước hạn %s".formatted(end, margin(verdict));
            case ON_TIME -> "hồ sơ kết thúc lúc %s, đúng hạn".formatted(end);
            case LATE ->
                "hồ sơ kết thúc lúc %s, trễ hạn %s (hạn %s)".formatted(end, margin(verdict), time(verdict.dueAt()));
        };
    }

    /** What lies outside the working hours altogether is told by the clock on the wall. */
    private String margin(Verdict verdict) {
        Verdict.Margin margin = verdict.margin();
        if (margin.work().isZero() && !margin.elapsed().isZero())
            return elapsed(margin.elapsed()) + ", ngoài giờ làm việc";
        int year = VietnamTime.date(verdict.dueAt()).getYear();
        return workingTime(margin.work(), account.calendar().standardDay(year));
    }
}
