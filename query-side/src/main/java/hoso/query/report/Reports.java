package hoso.query.report;

import hoso.query.books.BookReader;
import hoso.query.question.ParkedStream;
import hoso.query.question.ReadSide;
import hoso.query.question.Standpoint;
import hoso.query.report.PeriodReport.Group;
import hoso.query.report.catalogue.Rates;
import hoso.query.report.figure.Identities;
import hoso.query.report.figure.Sums;
import hoso.vocabulary.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes period reports: a function of the question, the standpoint, and what the books and reference data hold there. */
public final class Reports {

    private final BookReader books;
    private final ReadSide readSide;
    private final int edition;

    /**
     * @param edition the version of the rules by which the books were made
     */
    public Reports(BookReader books, ReadSide readSide, int edition) {
        this.books = books;
        this.readSide = readSide;
        this.edition = edition;
    }

    /** The report on a unit that the scene knows. */
    public PeriodReport report(Scene scene, Standpoint standpoint) {
        ReportQuestion question = scene.question();
        Cuts cuts = Cuts.of(question, standpoint.now());
        var units = new UnitGroups(scene, sums(scene, standpoint, cuts, BookReader.Dimension.OWNING_UNIT));
        Sums total = units.total();
        Map<String, Sums> selfAndChildren = units.selfAndChildren();
        Map<String, Sums> groups = switch (question.by()) {
            case UNIT -> selfAndChildren;
            case LEVEL -> units.levels();
            case FIELD -> sums(scene, standpoint, cuts, BookReader.Dimension.FIELD);
            case PROCEDURE -> sums(scene, standpoint, cuts, BookReader.Dimension.PROCEDURE);
            case CHANNEL -> sums(scene, standpoint, cuts, BookReader.Dimension.CHANNEL);
        };
        return new PeriodReport(
                question.about(scene.names().shownUnit(question.unit())),
                scene.unit().map(Unit::name).orElseThrow(),
                standpoint,
                cuts,
                edition,
                total.figures(),
                shown(scene, groups),
                Identities.of(
                        total,
                        selfAndChildren.values(),
                        groups.values(),
                        question.by().countsPetitions(),
                        Rates::areShares),
                parked(scene, standpoint));
    }

    /** Those that belong to the subtree, or may. */
    List<ParkedStream> parked(Scene scene, Standpoint standpoint) {
        return readSide.parked(standpoint.position()).stream()
                .filter(stream -> stream.unit() == null || scene.units().contains(stream.unit()))
                .map(stream -> stream.shown(scene.names()))
                .toList();
    }

    private Map<String, Sums> sums(Scene scene, Standpoint standpoint, Cuts cuts, BookReader.Dimension dimension) {
        Map<String, Sums> sums = new TreeMap<>();
        books.sumsBefore(standpoint.position(), dimension, scene.units(), cuts.ascending())
                .forEach((key, rows) -> sums.put(key, Sums.of(rows)));
        return sums;
    }

    /** Every direct child is shown, also one that has nothing; of other keys those with a figure that is not 0. */
    private static List<Group> shown(Scene scene, Map<String, Sums> groups) {
        ReportQuestion question = scene.question();
        List<Group> shown = new ArrayList<>();
        groups.forEach((key, sums) -> {
            boolean child = question.by() == Grouping.UNIT && !key.equals(question.unit());
            var group = new Group(scene.shown(key), scene.name(key), sums.figures());
            if (child || !group.figures().areZero()) shown.add(group);
        });
        return shown;
    }
}
