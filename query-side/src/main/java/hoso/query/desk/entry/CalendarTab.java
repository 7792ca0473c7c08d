package hoso.query.desk.entry;

import hoso.edge.Needs;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.edge.Scope;
import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;
import hoso.query.desk.ask.ReportApi;
import hoso.query.desk.entry.CalendarPage.Look;
import hoso.query.desk.frame.Frame;
import hoso.query.desk.frame.Pages;
import hoso.query.desk.frame.ProblemPages;
import hoso.query.desk.frame.Redirect;
import hoso.query.desk.frame.Refused;
import hoso.query.desk.report.Periods;
import hoso.query.desk.unit.UnitSearch;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /lich}: the calendar of a year, its publication, and the dossiers that it would move. */
@Controller
@Needs(Scope.REPORT_READ)
public final class CalendarTab {

    private static final String YEAR = "nam";
    private static final String TYPE = "hoso.calendar.published.v1";

    private final Pages pages;
    private final ReportApi api;
    private final Sending sending;
    private final ProblemPages problems;
    private final Periods periods;
    private final UnitSearch units;
    private final JsonMapper json;

    public CalendarTab(
            Pages pages,
            ReportApi api,
            Sending sending,
            ProblemPages problems,
            Periods periods,
            UnitSearch units,
            JsonMapper json) {
        this.pages = pages;
        this.api = api;
        this.sending = sending;
        this.problems = problems;
        this.periods = periods;
        this.units = units;
        this.json = json;
    }

    @GetMapping(CalendarPage.PATH)
    View calendar(@RequestParam Map<String, String> given, Frame frame) {
        CalendarPage page = page(Question.of(given), Question.of(), Optional.empty(), frame);
        return pages.page("entry/calendar", frame, page);
    }

    private CalendarPage page(Question question, Question entered, Optional<ProblemPages.Shown> refused, Frame frame) {
        String year = question.get(YEAR)
                .orElseGet(() -> Integer.toString(periods.today().getYear()));
        Answer calendar = api.calendar(year, question, frame.caller());
        boolean publishable =
                sending.isPossible() && frame.has(Scope.REFERENCE_PUBLISH) && units.holdsRoot(frame.caller());
        String drawn = entered.get(EntryPage.DRAWN).orElseGet(sending::drawn);
        return new CalendarPage(
                question, Integer.parseInt(year), calendar, sending.isPossible(), publishable, entered, drawn, refused);
    }

    /** Looks at what would differ, and sends it at the second step; what is refused is told above the form. */
    @Needs(Scope.REFERENCE_PUBLISH)
    @PostMapping(CalendarPage.PATH)
    Object publish(@RequestParam Map<String, String> given, Frame frame) {
        Question entered = Question.of(given);
        String step = entered.text(EntryPage.STEP);
        try {
            if (step.equals(EntryPage.SEND)) return sent(event(entered, frame), entered.text(YEAR), frame);
            CalendarPage page = page(entered.only(Set.of(YEAR)), entered, Optional.empty(), frame);
            if (!page.publishable())
                throw Problem.of(
                        ProblemCode.FORBIDDEN, "a calendar holds for all units, and needs the right to their root");
            if (step.equals(EntryPage.BACK)) return pages.page("entry/calendar", frame, page);
            Answer published = Answer.of(event(entered, frame)).get("data");
            return pages.page("entry/calendarLook", frame, Look.of(page, published, frame));
        } catch (Problem refused) {
            if (!Refused.isOfForm(refused)) throw refused;
            ProblemPages.Shown shown = problems.shown(refused, frame.language());
            CalendarPage page = page(entered.only(Set.of(YEAR)), entered, Optional.of(shown), frame);
            return pages.page("entry/calendar", frame, page, Refused.status(refused));
        }
    }

    /** As it would be sent; what it could not be sent as is refused before anybody looks at it. */
    private ObjectNode event(Question entered, Frame frame) {
        ObjectNode data = CalendarForm.data(entered);
        ObjectNode event = sending.event(TYPE, entered.text(YEAR), data, entered.text(EntryPage.DRAWN), frame.caller());
        Sending.check(event);
        return event;
    }

    private ResponseEntity<Void> sent(ObjectNode event, String year, Frame frame) {
        long position = sending.send(event, frame.caller());
        return Redirect.to(Question.of()
                .with(YEAR, year)
                .with("minPosition", Long.toString(position))
                .at(CalendarPage.PATH));
    }

    /**
     * Who would move, or has moved.
     *
     * @param answer of {@code affected} or {@code redecide}
     * @param supposed whether they would by a calendar that is not published: none can be decided anew by it
     */
    public record AffectedPart(String year, Answer answer, boolean supposed) {}

    @GetMapping(CalendarPage.PATH + "/anh-huong")
    View affected(@RequestParam(YEAR) String year, Frame frame) {
        frame.caller().require(Scope.REPORT_READ);
        return pages.part(
                "entry/affected", frame, new AffectedPart(year, sending.affected(year, frame.caller()), false));
    }

    /** Likewise by the calendar that was entered, before it is published. */
    @Needs(Scope.REFERENCE_PUBLISH)
    @PostMapping(CalendarPage.PATH + "/anh-huong")
    View supposed(@RequestParam Map<String, String> given, Frame frame) {
        Question entered = Question.of(given);
        String year = entered.text(YEAR);
        Answer answer = sending.supposed(year, CalendarForm.data(entered), frame.caller());
        return pages.part("entry/affected", frame, new AffectedPart(year, answer, true));
    }

    @Needs(Scope.ADMIN)
    @PostMapping(CalendarPage.PATH + "/tinh-lai")
    View redecide(@RequestParam Map<String, String> given, Frame frame) {
        Question entered = Question.of(given);
        ObjectNode order = json.createObjectNode()
                .put("reason", entered.text("reason"))
                .put("authority", entered.text("authority"));
        Answer answer = sending.redecide(entered.text(YEAR), order, frame.caller());
        return pages.page("entry/redecided", frame, new AffectedPart(entered.text(YEAR), answer, false));
    }
}
