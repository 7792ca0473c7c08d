package hoso.query.audit.clock.answer;

import static hoso.query.wording.Vietnamese.time;
import static hoso.query.wording.Vietnamese.workingTime;

import hoso.query.audit.clock.Account;
import hoso.query.audit.clock.RuleSet;
import hoso.query.audit.clock.Verdict;
import java.time.Duration;
import java.util.Objects;

/**
 * A verdict in Vietnamese.
 *
 * @param standardDay that working time is told in
 */
record VerdictSentences(Account account, Duration standardDay) {

    String sentence() {
        String by = account.rules() == RuleSet.PORTAL
                ? "Theo quy tắc chấm điểm của Cổng Dịch vụ công quốc gia: "
                : "Kết luận: ";
        return by + told() + ".";
    }

    /** Without a beginning and a full stop. */
    String told() {
        Verdict verdict = account.verdict();
        return switch (verdict.status()) {
            case CLOSED -> ended(verdict);
            case PAUSED ->
                verdict.late()
                        ? "hồ sơ quá hạn từ " + lateFrom(verdict)
                        : "hồ sơ đang tạm dừng, đồng hồ không chạy, chưa quá hạn";
            case OPEN ->
                verdict.overdue()
                        ? "hồ sơ quá hạn từ %s; đến %s đã quá %s"
                                .formatted(lateFrom(verdict), time(account.at()), margin(verdict))
                        : "hồ sơ đang giải quyết, hạn %s, còn %s".formatted(time(verdict.dueAt()), margin(verdict));
        };
    }

    private String ended(Verdict verdict) {
        String end = time(Objects.requireNonNull(verdict.endedAt()));
        return switch (Objects.requireNonNull(verdict.timeliness())) {
            case EARLY -> "hồ sơ kết thúc lúc %s, trước hạn %s".formatted(end, margin(verdict));
            case ON_TIME -> "hồ sơ kết thúc lúc %s, đúng hạn".formatted(end);
            case LATE ->
                "hồ sơ kết thúc lúc %s, trễ hạn %s (hạn %s)".formatted(end, margin(verdict), lateFrom(verdict));
        };
    }

    private static String lateFrom(Verdict verdict) {
        return time(Objects.requireNonNullElse(verdict.lateFrom(), verdict.dueAt()));
    }

    private String margin(Verdict verdict) {
        return workingTime(verdict.margin().work(), standardDay);
    }
}
