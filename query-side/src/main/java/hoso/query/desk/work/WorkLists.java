package hoso.query.desk.work;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.DossierApi;
import hoso.query.desk.ask.Question;
import hoso.query.desk.ask.ReportApi;
import hoso.query.desk.frame.Frame;
import hoso.query.desk.frame.Part;
import hoso.query.desk.frame.Stretch;
import hoso.query.desk.unit.CodeNames;
import hoso.query.desk.work.WorkPage.ByUnit;
import hoso.query.report.answer.ReportAnswer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Asks for the lists of work. */
public final class WorkLists {

    private static final String PER_PAGE = "100";
    private static final String PER_PAGE_MAX = "1000";

    private final ReportApi reports;
    private final DossierApi dossiers;
    private final CodeNames names;

    public WorkLists(ReportApi reports, DossierApi dossiers, CodeNames names) {
        this.reports = reports;
        this.dossiers = dossiers;
        this.names = names;
    }

    /** @param question about a unit and a period, and where a page before ended */
    WorkPage page(WorkKind kind, Question question, Frame frame) {
        kind.require(frame);
        Answer answer = asked(kind, question.with("limit", PER_PAGE), frame);
        return new WorkPage(
                question,
                kind,
                WorkKind.offered(frame),
                answer,
                count(kind, answer),
                Part.of(question.has(Stretch.AFTER) ? List.of() : units(kind, question, answer, frame), question),
                reports.load(),
                names.of(answer.day("tree")));
    }

    /** Page after page, up to a bound; all of them stand at the moment of the first. */
    WorkBook book(WorkKind kind, Question question, Frame frame) {
        kind.require(frame);
        Question first = Stretch.whole(question).with("limit", PER_PAGE_MAX);
        Answer standing = asked(kind, first, frame);
        List<Answer> rows = new ArrayList<>(standing.list("dossiers"));
        Answer answer = standing;
        while (answer.has("next") && rows.size() < WorkPage.ROWS_MAX) {
            answer = asked(kind, first.with(Stretch.AFTER, answer.text("next")), frame);
            rows.addAll(answer.list("dossiers"));
        }
        return new WorkBook(question, kind, standing, rows, answer.has("next"), names.of(standing.day("tree")));
    }

    private Answer asked(WorkKind kind, Question question, Frame frame) {
        return switch (kind.source()) {
            case CELL ->
                reports.dossiers(
                        question.with("cell", kind.asked())
                                .with("days", kind.days())
                                .with("sort", "dueAt"),
                        frame.caller());
            case APOLOGIES -> dossiers.apologies(question, kind.asked(), frame.caller());
            case MISMATCHES -> dossiers.mismatches(question, frame.caller());
        };
    }

    private static Optional<Long> count(WorkKind kind, Answer answer) {
        String path = kind.source() == WorkKind.Source.APOLOGIES ? "total." + kind.asked() : "count";
        return answer.has(path) ? Optional.of(answer.number(path)) : Optional.empty();
    }

    /** The most first. */
    private List<ByUnit> units(WorkKind kind, Question question, Answer answer, Frame frame) {
        List<Answer> groups = switch (kind) {
            case OVERDUE -> byUnit(asOf(question, answer), frame);
            case DUE_1, DUE_3, DUE_5, LETTER, PROMISED, BROKEN, PORTAL -> answer.list("groups");
        };
        return groups.stream()
                .map(group -> new ByUnit(group.text("key"), group.text("name"), group.number(counted(kind))))
                .filter(unit -> unit.count() > 0)
                .sorted(Comparator.comparingLong(ByUnit::count).reversed().thenComparing(ByUnit::code))
                .toList();
    }

    /** By what name a group tells how many it has: by that of a figure or list, where it tells several. */
    private static String counted(WorkKind kind) {
        return switch (kind) {
            case OVERDUE, LETTER, PROMISED, BROKEN -> kind.asked();
            case DUE_1, DUE_3, DUE_5, PORTAL -> "count";
        };
    }

    /** The same moment for both questions: what arrives or falls due between would not add up. */
    private static Question asOf(Question question, Answer answer) {
        return question.with("asOf", answer.text("asOf.position")).with("at", answer.textOr("at", question.text("at")));
    }

    private List<Answer> byUnit(Question question, Frame frame) {
        ReportAnswer report = reports.report(question.with("by", "unit"), frame.caller());
        return report.groups().stream().map(reports::part).toList();
    }
}
