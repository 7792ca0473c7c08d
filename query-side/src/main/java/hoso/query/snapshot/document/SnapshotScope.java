package hoso.query.snapshot.document;

import hoso.query.report.Grouping;
import hoso.query.report.catalogue.ProcedureCount;
import hoso.query.snapshot.Signature;
import hoso.query.snapshot.content.FrozenGroup;
import hoso.query.snapshot.content.FrozenReport;
import hoso.query.snapshot.document.template.Scope;
import hoso.query.wording.Vietnamese;
import hoso.vocabulary.UnitLevel;
import hoso.vocabulary.VietnamTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that a snapshot has for a template, by name. */
final class SnapshotScope {

    /** In percent: units above it are named, as Đồng Tháp names them. */
    private static final BigDecimal FAR = BigDecimal.valueOf(70);

    /** A sentence with more names nobody reads. */
    private static final int NAMED_MAX = 10;

    private final PrintedSnapshot snapshot;
    private final FrozenReport report;
    private final Map<String, Object> values = new HashMap<>();

    private SnapshotScope(PrintedSnapshot snapshot) {
        this.snapshot = snapshot;
        this.report = snapshot.report();
    }

    static Scope of(PrintedSnapshot snapshot) {
        return Scope.of(values(snapshot))
                .within(new FigureScope(snapshot.report().total()));
    }

    /** All of its own names. */
    static Map<String, Object> values(PrintedSnapshot snapshot) {
        var scope = new SnapshotScope(snapshot);
        scope.seal();
        scope.period();
        scope.office();
        scope.groups();
        scope.procedures();
        scope.rates();
        scope.scoreboard();
        scope.values.putAll(PrintedJoint.values(snapshot.joint()));
        scope.checks();
        List<Scope> changes = Change.of(scope.report);
        scope.put("changes", changes);
        scope.put("compared", !changes.isEmpty());
        return scope.values;
    }

    private void seal() {
        put("snapshot.id", snapshot.id());
        put("snapshot.sha256", snapshot.sha256());
        put("snapshot.position", report.position());
        put("snapshot.frozenAt", Vietnamese.moment(snapshot.frozenAt()));
        put("snapshot.recordedAt", report.recordedAt().map(Vietnamese::moment).orElse(""));
        put("snapshot.provisional", report.provisional());
        put("snapshot.at", report.at().map(Vietnamese::moment).orElse(""));
        put("snapshot.form", report.form());
        put("snapshot.edition", (long) report.edition());
        put("snapshot.catalogue", report.catalogue());
    }

    private void period() {
        put("period.name", PeriodName.of(report.kind(), report.period()));
        put("period.kind", report.kind().vietnamese());
        put("period.from", Vietnamese.date(report.period().from()));
        put("period.to", Vietnamese.date(report.period().to()));
        put("period.tree", Vietnamese.date(report.tree()));
        put("unit.code", report.unit());
        put("unit.name", report.name());
    }

    private void office() {
        Letterhead letterhead = Letterhead.of(snapshot);
        Office office = letterhead.sender();
        put("office.name", office.name());
        put("office.capitals", lines(office.inCapitals()));
        put("office.superior", letterhead.superior().map(Office::inShort).orElse(""));
        put("office.place", letterhead.place());
        put("office.reach", letterhead.unit().reach());
        put("office.number", snapshot.signature().map(Signature::decision).orElse("          " + office.symbol()));
        put(
                "office.date",
                snapshot.signature()
                        .map(signature -> Vietnamese.dateInWords(VietnamTime.date(signature.recordedAt())))
                        .orElse("ngày       tháng       năm ........"));
        put("office.signer", lines(office.signer(snapshot.signature())));
    }

    private static List<Scope> lines(List<String> lines) {
        return lines.stream().map(line -> Scope.of(Map.of("line", line))).toList();
    }

    private void groups() {
        put("units", rows(report.groups(Grouping.UNIT)));
        put(
                "fields",
                rows(report.groups(Grouping.FIELD).stream()
                        .sorted(Comparator.comparing(FrozenGroup::name, Vietnamese.ALPHABET))
                        .toList()));
        put("procedures", rows(report.groups(Grouping.PROCEDURE)));
        put("channels", rows(report.groups(Grouping.CHANNEL)));
        List<Scope> levels = rows(report.groups(Grouping.LEVEL).stream()
                .sorted(Comparator.comparingInt(SnapshotScope::level))
                .toList());
        put("levels", levels);
        put("severalLevels", levels.size() > 1);
        put("chart.units", ChartRows.units(report));
        put("chart.trend", ChartRows.trend(report));
        far("farOnline", "online");
        far("farPaidOnline", "paidOnline");
    }

    /** From the province down; a level that is none of today's comes last. */
    private static int level(FrozenGroup group) {
        return Stream.of(UnitLevel.values())
                .filter(level -> level.name().equals(group.key()))
                .mapToInt(UnitLevel::ordinal)
                .findFirst()
                .orElse(UnitLevel.values().length);
    }

    static List<Scope> rows(List<FrozenGroup> groups) {
        List<Scope> rows = new ArrayList<>();
        for (FrozenGroup group : groups) {
            Map<String, Object> row = Map.of(
                    "group.no", rows.size() + 1L,
                    "group.key", group.key(),
                    "group.name", group.name(),
                    "group.inSentence", Vietnamese.uncapitalized(group.name()));
            rows.add(Scope.of(row).within(new FigureScope(group.figures())));
        }
        return rows;
    }

    /** The units that are far, by name or, where they are too many to read, by number. */
    private void far(String name, String rate) {
        List<String> units = report.groups(Grouping.UNIT).stream()
                .filter(unit -> unit.figures()
                        .rate(rate)
                        .filter(share -> share.compareTo(FAR) > 0)
                        .isPresent())
                .map(FrozenGroup::name)
                .toList();
        boolean few = units.size() <= NAMED_MAX;
        put(name, few ? String.join(", ", units) : "");
        put(name + ".many", few ? 0L : (long) units.size());
    }

    private void procedures() {
        put("copies.received", report.electronicCopies().cell("received.total"));
        put("copies.resolved", report.electronicCopies().cell("resolved.total"));
        for (ProcedureCount count : ProcedureCount.values())
            put(count.quantity(), report.procedures().cell(count.member()));
    }

    private void rates() {
        report.rates().forEach((id, rate) -> put("rates." + id, rate));
        put("rates", RateRows.of(report));
    }

    private void scoreboard() {
        var board = FrozenScoreboard.of(report);
        put("scoreboard.local", board.points("local"));
        put("scoreboard.portal", board.points("portal"));
        put("scoreboard.groups", board.groups());
        put("scoreboard.criteria", board.criteria());
    }

    private void checks() {
        Map<Integer, Boolean> identities = report.identities();
        identities.forEach((number, holds) -> put("identity." + number, holds ? "Đúng" : "Không đúng"));
        put(
                "identities.holding",
                identities.values().stream().filter(holds -> holds).count());
        put("identities.all", (long) identities.size());
        put(
                "identities.broken",
                identities.entrySet().stream()
                        .filter(identity -> !identity.getValue())
                        .map(identity -> identity.getKey().toString())
                        .collect(Collectors.joining(", ")));
    }

    private void put(String name, Object value) {
        values.put(name, value);
    }
}
