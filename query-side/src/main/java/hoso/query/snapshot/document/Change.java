package hoso.query.snapshot.document;

import hoso.query.snapshot.content.FrozenFigures;
import hoso.query.snapshot.content.FrozenReport;
import hoso.query.snapshot.document.template.Scope;
import hoso.query.wording.Vietnamese;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How figures moved against another period, in words: {@code tăng 1,28 điểm phần trăm}.
 *
 * @param name of the other period, as {@code kỳ trước}
 */
record Change(String name, FrozenFigures now, FrozenReport.Past then) implements Scope {

    private static final Map<String, String> COUNTS =
            Map.of("change.new", "received.new", "change.resolved", "resolved.total", "change.late", "resolved.late");

    private static final Map<String, String> RATES = Map.of(
            "change.onTime", "onTime",
            "change.online", "online",
            "change.paidOnline", "paidOnline",
            "change.digitized", "digitized",
            "change.resultDigitized", "resultDigitized",
            "change.resultElectronic", "resultElectronic");

    private static final Set<String> OWN = Set.of("change.name", "change.from", "change.to");

    /** Against the period before and the one a year ago, where an office was at work in it: all that came since is no rise. */
    static List<Scope> of(FrozenReport report) {
        List<Scope> changes = new ArrayList<>();
        if (report.provisional()) return changes;
        List<FrozenReport.Past> trend = report.trend();
        if (trend.size() > 1) add(changes, "kỳ trước", report, trend.get(trend.size() - 2));
        add(changes, "cùng kỳ năm trước", report, report.yearAgo());
        return changes;
    }

    private static void add(List<Scope> changes, String name, FrozenReport report, FrozenReport.Past then) {
        boolean compares = then.total().cell("received.new") > 0 && then.total().cell("resolved.total") > 0;
        if (compares) changes.add(new Change(name, report.total(), then));
    }

    /** All of its names. */
    static Set<String> names() {
        return Stream.of(OWN, COUNTS.keySet(), RATES.keySet())
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean knows(String name) {
        return OWN.contains(name) || COUNTS.containsKey(name) || RATES.containsKey(name);
    }

    @Override
    public Optional<Object> find(String name) {
        String cell = COUNTS.get(name);
        if (cell != null) return Optional.of(count(cell));
        String rate = RATES.get(name);
        if (rate != null) return rate(rate);
        return switch (name) {
            case "change.name" -> Optional.of(this.name);
            case "change.from" -> Optional.of(Vietnamese.date(then.period().from()));
            case "change.to" -> Optional.of(Vietnamese.date(then.period().to()));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private String count(String cell) {
        long difference = now.cell(cell) - then.total().cell(cell);
        return words(Long.signum(difference), Vietnamese.inSentence(Math.abs(difference)) + " hồ sơ");
    }

    private Optional<Object> rate(String id) {
        Optional<BigDecimal> before = then.total().rate(id);
        return now.rate(id)
                .flatMap(after -> before.map(after::subtract))
                .map(difference -> words(difference.signum(), Vietnamese.points(difference.abs()) + " điểm phần trăm"));
    }

    private static String words(int sign, String by) {
        if (sign == 0) return "không thay đổi";
        return (sign > 0 ? "tăng " : "giảm ") + by;
    }
}
