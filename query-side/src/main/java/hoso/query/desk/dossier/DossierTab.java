package hoso.query.desk.dossier;

import hoso.edge.Needs;
import hoso.edge.Parameters;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.edge.Scope;
import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.DossierApi;
import hoso.query.desk.ask.Question;
import hoso.query.desk.frame.Format;
import hoso.query.desk.frame.Frame;
import hoso.query.desk.frame.Pages;
import hoso.query.desk.frame.ProblemPages;
import hoso.query.desk.frame.Redirect;
import hoso.query.desk.frame.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /ho-so}: one dossier, looked at from all sides. */
@Controller
@Needs(Scope.AUDIT_READ)
public final class DossierTab {

    private static final String ID = "ma";

    /** Perhaps with the origin before it. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,128}");

    private static final String WITHOUT = "bo";
    private static final String MOVED = "doi-";
    private static final String RULES = "luat";

    private final Pages pages;
    private final ProblemPages problems;
    private final DossierApi api;
    private final boolean entry;
    private final JsonMapper json;

    /** @param entry whether something can be entered here */
    public DossierTab(Pages pages, ProblemPages problems, DossierApi api, boolean entry, JsonMapper json) {
        this.pages = pages;
        this.problems = problems;
        this.api = api;
        this.entry = entry;
        this.json = json;
    }

    @GetMapping(DossierPage.PATH)
    Object search(@RequestParam(name = ID, defaultValue = "") String id, Frame frame) {
        String asked = id.strip();
        if (asked.isEmpty()) return pages.page("dossier/search", frame, new SearchPage("", Optional.empty()));
        if (!CODE.matcher(asked).matches())
            return notFound(
                    asked,
                    Problem.of(ProblemCode.NO_SUCH_DOSSIER, "no dossier is called " + Parameters.shortened(asked)),
                    frame);
        return Redirect.to(DossierPage.PATH + "/" + Question.encoded(asked));
    }

    /** Of a code that there is not, the search with the code in it. */
    @GetMapping(DossierPage.PATH + "/{id}")
    View dossier(@PathVariable String id, @RequestParam Map<String, String> given, Frame frame) {
        try {
            return found(id, Question.of(given), frame);
        } catch (Problem problem) {
            if (problem.code() != ProblemCode.NO_SUCH_DOSSIER) throw problem;
            return notFound(id, problem, frame);
        }
    }

    private View notFound(String asked, Problem problem, Frame frame) {
        var page = new SearchPage(asked, Optional.of(problems.shown(problem, frame.language())));
        return pages.page("dossier/search", frame, page, Refused.status(problem));
    }

    private View found(String id, Question question, Frame frame) {
        List<EventLine> events = EventLines.of(api.history(id, question, frame.caller()));
        Optional<Answer> dossier = standing(id, question, frame);
        Optional<AccountPart> account = dossier.filter(known -> known.has("dueAt"))
                .map(known -> AccountPart.of(api.clock(id, question, frame.caller())));
        return pages.page("dossier/dossier", frame, new DossierPage(id, question, dossier, account, events, entry));
    }

    /** Of what is parked the events can be read all the same. */
    private Optional<Answer> standing(String id, Question question, Frame frame) {
        try {
            return Optional.of(api.dossier(id, question, frame.caller()));
        } catch (Problem problem) {
            if (problem.code() == ProblemCode.PARKED) return Optional.empty();
            throw problem;
        }
    }

    /** The line and the verdict as they would be, to be put in place of those that are. */
    @GetMapping(DossierPage.PATH + "/{id}/gia-dinh")
    View supposed(@PathVariable String id, @RequestParam MultiValueMap<String, String> given, Frame frame) {
        Question question = Question.of(given.toSingleValueMap());
        ObjectNode order = json.createObjectNode();
        if (question.has(RULES)) order.put("rules", question.text(RULES));
        List<EventLine> events = EventLines.of(api.history(id, question, frame.caller()));
        ArrayNode without = order.putArray("without");
        for (String position : given.getOrDefault(WITHOUT, List.of()))
            fact(events, position).key(without.addObject());
        ArrayNode moved = order.putArray("moved");
        given.forEach((name, times) -> {
            if (!name.startsWith(MOVED) || times.getFirst().isBlank()) return;
            EventLine fact = fact(events, name.substring(MOVED.length()));
            boolean isMoved = !Format.isSame(
                    times.getFirst(), Format.field(fact.standing().instant("time")));
            boolean isOut = given.getOrDefault(WITHOUT, List.of()).contains(Long.toString(fact.position()));
            if (isMoved && !isOut) fact.key(moved.addObject()).put("time", Format.entered(times.getFirst()));
        });
        boolean asItIs = without.isEmpty()
                && moved.isEmpty()
                && !order.path("rules").asString("").equals("PORTAL");
        Answer clock =
                asItIs ? api.clock(id, question, frame.caller()) : api.supposed(id, question, order, frame.caller());
        return pages.part("dossier/account", frame, AccountPart.of(clock));
    }

    private static EventLine fact(List<EventLine> events, String position) {
        return EventLines.find(events, position, EventLine::stands);
    }

    /** What was shown on each evening on which anything changed, to be put into the page. */
    @GetMapping(DossierPage.PATH + "/{id}/tung-ngay")
    View days(@PathVariable String id, @RequestParam Map<String, String> given, Frame frame) {
        Question question = Question.of(given);
        return pages.part("dossier/days", frame, new DaysPart(id, question, api.days(id, question, frame.caller())));
    }

    @GetMapping(DossierPage.PATH + "/{id}/chung-cu")
    ResponseEntity<byte[]> evidence(@PathVariable String id, @RequestParam Map<String, String> given, Frame frame) {
        return api.evidence(id, Question.of(given), frame.caller());
    }
}
