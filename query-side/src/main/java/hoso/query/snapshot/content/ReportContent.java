package hoso.query.snapshot.content;

import hoso.query.books.BookReader;
import hoso.query.canonical.Canonical;
import hoso.query.question.ReadSide;
import hoso.query.question.Standpoint;
import hoso.query.report.Cuts;
import hoso.query.report.Grouping;
import hoso.query.report.PeriodReport;
import hoso.query.report.Reports;
import hoso.query.report.Scene;
import hoso.query.report.answer.FiguresAnswer;
import hoso.query.report.answer.ReportAnswer;
import hoso.query.report.catalogue.Facts;
import hoso.query.report.catalogue.ProcedureFacts;
import hoso.query.report.catalogue.Rates;
import hoso.query.report.figure.Figures;
import hoso.query.report.figure.Identity;
import hoso.query.report.scoreboard.Catalogue;
import hoso.query.report.scoreboard.Scoreboard;
import hoso.query.report.scoreboard.ScoreboardAnswer;
import hoso.query.report.scoreboard.ScoreboardFacts;
import hoso.query.report.trend.Trends;
import hoso.query.snapshot.SnapshotKind;
import hoso.vocabulary.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Makes what is frozen of a report: a function of the question, the standpoint, and what the books and reference data hold
 * there. Whatever answers as the books do serves, so that a replay makes it from the events alone.
 */
public final class ReportContent {

    /** The form whose columns the documents have. */
    public static final Map<String, String> FORM = Map.of("id", "II.06", "version", "01/2020/TT-VPCP");

    /** The version of the catalogue of indicators that makes rates and points. */
    public static final String CATALOGUE = Catalogue.VERSION;

    /**
     * The version of the shape of what is frozen: whoever adds a member, leaves one out or names one otherwise raises it, and
     * what was frozen before is compared by what both have.
     */
    public static final int LAYOUT = 1;

    /** A year of months, and enough quarters, half-years and years to see where it goes. */
    private static final int TREND_PERIODS = 12;

    private final BookReader books;
    private final Reports reports;

    /**
     * @param edition the version of the rules by which the books were made
     */
    public ReportContent(BookReader books, int edition) {
        this.books = books;
        this.reports = new Reports(books, ReadSide.COMPLETE, edition);
    }

    /** The canonical bytes of a report on a unit that the scene knows, and that misses no event. */
    public byte[] of(SnapshotKind kind, Scene scene, Standpoint standpoint) {
        Map<Grouping, PeriodReport> by = new EnumMap<>(Grouping.class);
        for (Grouping grouping : Grouping.values())
            by.put(grouping, reports.report(scene.asking(scene.question().by(grouping)), standpoint));
        PeriodReport asked = Objects.requireNonNull(by.get(scene.question().by()));
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("layout", LAYOUT);
        content.put("form", FORM);
        content.put("catalogue", CATALOGUE);
        content.put("kind", kind);
        content.put("by", FrozenReport.name(scene.question().by()));
        content.put("provisional", asked.cuts().at().isPresent());
        content.put("report", ReportAnswer.of(asked.with(identities(by.values().stream()))));
        content.put("above", above(scene));
        content.put("groupings", groupings(by, scene.question().by()));
        content.putAll(byProcedure(scene, Objects.requireNonNull(by.get(Grouping.PROCEDURE))));
        content.put("trend", trend(scene, standpoint, asked.cuts().end()));
        return Canonical.bytes(content);
    }

    /** Each instant that the ledger is summed before, for the whole subtree: more than those of the report itself. */
    public static List<Instant> cutsOfTotals(Cuts cuts, Period period) {
        return Trends.cuts(period, cuts.end(), TREND_PERIODS);
    }

    /** What a heading needs: the names of the units above the one asked about, nearest first. */
    private static List<String> above(Scene scene) {
        return scene.tree().lineage(scene.question().unit()).stream()
                .skip(1)
                .map(unit -> scene.tree().unit(unit).orElseThrow().name())
                .toList();
    }

    /** Those of all groupings in one: an identity holds where it holds by each. */
    private static List<Identity> identities(Stream<PeriodReport> by) {
        return by.map(PeriodReport::identities)
                .reduce((one, other) -> Stream.iterate(0, index -> index < one.size(), index -> index + 1)
                        .map(index -> new Identity(
                                one.get(index).id(),
                                one.get(index).holds() && other.get(index).holds()))
                        .toList())
                .orElseThrow();
    }

    private static Map<String, Object> groupings(Map<Grouping, PeriodReport> by, Grouping asked) {
        Map<String, Object> groupings = new LinkedHashMap<>();
        by.forEach((grouping, report) -> {
            if (grouping != asked)
                groupings.put(
                        FrozenReport.name(grouping), ReportAnswer.of(report).groups());
        });
        return groupings;
    }

    /** What procedures tell, and what the catalogue makes of it: rates, points, and the cells that no report prints. */
    private static Map<String, Object> byProcedure(Scene scene, PeriodReport report) {
        Facts facts = ScoreboardFacts.of(scene, report);
        ProcedureFacts procedures = facts.procedures();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("electronicCopies", FiguresAnswer.of(electronicCopies(scene, report), false));
        if (procedures != null) content.put("procedures", procedures.byName());
        content.put("reckoned", FiguresAnswer.reckoned(report.total()));
        content.put("rates", Rates.of(facts));
        content.put("scoreboard", ScoreboardAnswer.of(Scoreboard.of(facts)));
        return content;
    }

    private static Figures electronicCopies(Scene scene, PeriodReport byProcedure) {
        LocalDate date = scene.question().period().to();
        return byProcedure.groups().stream()
                .filter(group -> scene.known()
                        .procedure(group.key(), date)
                        .map(version -> version.value().electronicCopy())
                        .orElse(false))
                .map(PeriodReport.Group::figures)
                .reduce(Figures.NONE, Figures::plus);
    }

    private Map<String, Object> trend(Scene scene, Standpoint standpoint, Instant end) {
        Trends.Totals totals = new Trends(books, reports).totals(scene, standpoint, end, TREND_PERIODS);
        return Map.of(
                "periods",
                totals.periods().entrySet().stream()
                        .map(past -> past(past.getKey(), past.getValue()))
                        .toList(),
                "yearAgo",
                past(totals.yearAgo(), totals.ofYearAgo()));
    }

    private static Map<String, Object> past(Period period, Figures total) {
        return Map.of("from", period.from(), "to", period.to(), "total", FiguresAnswer.of(total, true));
    }
}
