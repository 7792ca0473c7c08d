package hoso.query.audit.clock.answer;

import static hoso.query.wording.Vietnamese.time;

import hoso.event.DossierFact;
import hoso.event.EventKey;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.query.audit.clock.Account;
import hoso.query.audit.clock.RuleSet;
import hoso.query.audit.wording.FactNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is supposed, what would follow, and what was recorded, in Vietnamese. */
final class SupposedSentences {

    private final Accounted accounted;
    private final Accounted.Supposing supposing;
    private final DossierHistory recorded;

    SupposedSentences(Accounted accounted) {
        this.accounted = accounted;
        this.supposing = Objects.requireNonNull(accounted.supposing());
        this.recorded = accounted.trail().history();
    }

    List<String> all() {
        List<String> conditions = new ArrayList<>();
        accounted.trail().events().stream()
                .map(event -> event.event().key())
                .filter(supposing.supposition().without()::contains)
                .forEach(key -> conditions.add("không có việc " + told(key)));
        supposing.supposed().along().forEach(entry -> conditions.add("do đó không có việc " + told(entry)));
        accounted.trail().events().stream()
                .map(event -> event.event().key())
                .filter(supposing.supposition().moved()::containsKey)
                .forEach(key -> conditions.add("việc " + told(key) + " diễn ra lúc "
                        + time(Objects.requireNonNull(
                                supposing.supposition().moved().get(key)))));
        if (supposing.account().rules() == RuleSet.PORTAL)
            conditions.add("tính theo quy tắc chấm điểm của Cổng Dịch vụ công quốc gia");
        if (conditions.isEmpty()) conditions.add("không có gì khác");
        return List.of(
                "Giả sử " + String.join("; ", conditions) + ": " + verdict(supposing.account()) + ".",
                "Theo sự việc đã ghi nhận: " + verdict(accounted.account()) + ".");
    }

    private static String verdict(Account account) {
        return new VerdictSentences(account).told();
    }

    private String told(EventKey key) {
        int sequence = accounted.trail().standing(key).orElseThrow();
        return recorded.clockEntry(sequence)
                .map(this::told)
                .orElseGet(() -> recorded.otherEntry(sequence)
                        .map(entry -> told(entry.fact(), entry.at()))
                        .orElseThrow());
    }

    private String told(ClockEntry entry) {
        return told(entry.fact(), entry.at());
    }

    private String told(DossierFact fact, Instant at) {
        return FactNames.of(fact) + " lúc " + time(at);
    }
}
