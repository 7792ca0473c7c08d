package hoso.query.report.trend;

import hoso.edge.Parameters;
import hoso.query.books.BookReader;
import hoso.query.question.Standpoint;
import hoso.query.report.PeriodReport;
import hoso.query.report.ReportQuestion;
import hoso.query.report.Reports;
import hoso.query.report.Scene;
import hoso.query.report.figure.Figures;
import hoso.query.report.figure.Sums;
import hoso.vocabulary.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** Asks one report over several periods: all with the tree, the position and the moment of the one asked about. */
public final class Trends {

    /** All of an answer is in memory at once: some kilobytes a group. */
    private static final int GROUPS_MAX = 10_000;

    private final BookReader books;
    private final Reports reports;
    private final int groupsMax;

    public Trends(BookReader books, Reports reports) {
        this(books, reports, GROUPS_MAX);
    }

    Trends(BookReader books, Reports reports, int groupsMax) {
        this.books = books;
        this.reports = reports;
        this.groupsMax = groupsMax;
    }

    /** The totals of some periods. */
    public record Totals(SequencedMap<Period, Figures> periods, Period yearAgo, Figures ofYearAgo) {}

    /**
     * @throws hoso.edge.Problem {@code malformed}, where together they are longer than any report may be, or have too many
     *     groups for one answer
     */
    Trend trend(Scene scene, Standpoint standpoint, int periods) {
        var steps = PeriodSteps.of(scene.question().period());
        if (periods > steps.countMax())
            throw Parameters.malformed("so many periods are longer than " + ReportQuestion.YEARS_MAX + " years");
        PeriodReport yearAgo = report(scene, standpoint, steps.yearAgo());
        List<PeriodReport> reported = new ArrayList<>();
        int groups = yearAgo.groups().size();
        for (Period period : steps.last(periods)) {
            PeriodReport report = report(scene, standpoint, period);
            reported.add(report);
            groups += report.groups().size();
            if (groups > groupsMax)
                throw Parameters.malformed("together the periods have more than " + groupsMax
                        + " groups: ask for fewer periods, or by something that has fewer");
        }
        return new Trend(reported, yearAgo);
    }

    private PeriodReport report(Scene scene, Standpoint standpoint, Period period) {
        return reports.report(scene.asking(scene.question().over(period)), standpoint);
    }

    /**
     * The totals alone of the last periods, the oldest first, and of a year ago; of fewer, where so many would be longer than
     * any report may be.
     *
     * @param end where the last of them ends, or is cut
     */
    public Totals totals(Scene scene, Standpoint standpoint, Instant end, int count) {
        var steps = PeriodSteps.of(scene.question().period());
        List<Period> periods = steps.last(Math.min(count, steps.countMax()));
        SequencedMap<Period, Figures> totals = new LinkedHashMap<>();
        for (Period period : periods) totals.put(period, total(scene, standpoint, period, end));
        return new Totals(totals, steps.yearAgo(), total(scene, standpoint, steps.yearAgo(), end));
    }

    /** The instants that {@link #totals} sums before. */
    public static List<Instant> cuts(Period period, Instant end, int count) {
        var steps = PeriodSteps.of(period);
        return Stream.concat(steps.last(Math.min(count, steps.countMax())).stream(), Stream.of(steps.yearAgo()))
                .flatMap(past -> Stream.of(past.start(), earlier(past.end(), end)))
                .distinct()
                .sorted()
                .toList();
    }

    private Figures total(Scene scene, Standpoint standpoint, Period period, Instant end) {
        List<Instant> cuts = List.of(period.start(), earlier(period.end(), end));
        return books
                .sumsBefore(standpoint.position(), BookReader.Dimension.OWNING_UNIT, scene.units(), cuts)
                .values()
                .stream()
                .map(rows -> new Sums(rows[0], rows[0], rows[1])) // no period before it is asked for
                .reduce(Sums.none(), Sums::plus)
                .figures();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
