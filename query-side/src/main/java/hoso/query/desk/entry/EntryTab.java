package hoso.query.desk.entry;

import hoso.edge.Needs;
import hoso.edge.Parameters;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.edge.Scope;
import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.DossierApi;
import hoso.query.desk.ask.Question;
import hoso.query.desk.dossier.AccountPart;
import hoso.query.desk.dossier.EventLine;
import hoso.query.desk.dossier.EventLines;
import hoso.query.desk.dossier.FactValues;
import hoso.query.desk.entry.EntryPage.Kind;
import hoso.query.desk.entry.EntryPage.Look;
import hoso.query.desk.frame.Frame;
import hoso.query.desk.frame.Pages;
import hoso.query.desk.frame.ProblemPages;
import hoso.query.desk.frame.Redirect;
import hoso.query.desk.frame.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /nhap/{id}/…}: the form, the look at what it would do, and the sending. */
@Controller
@Needs(Scope.EVENTS_CORRECT)
public final class EntryTab {

    private static final String PATH = "/nhap/{id}/{kind}";

    private final Pages pages;
    private final DossierApi api;
    private final Sending sending;
    private final ProblemPages problems;
    private final JsonMapper json;

    public EntryTab(Pages pages, DossierApi api, Sending sending, ProblemPages problems, JsonMapper json) {
        this.pages = pages;
        this.api = api;
        this.sending = sending;
        this.problems = problems;
        this.json = json;
    }

    @GetMapping(PATH)
    View form(
            @PathVariable String id, @PathVariable String kind, @RequestParam Map<String, String> given, Frame frame) {
        EntryPage page = page(id, kind, Question.of(given).only(Set.of(EntryPage.POSITION)), frame);
        return pages.page("entry/form", frame, page);
    }

    /** What is refused is told above the form, which keeps what was entered. */
    @PostMapping(PATH)
    Object entered(
            @PathVariable String id, @PathVariable String kind, @RequestParam Map<String, String> given, Frame frame) {
        Question entered = Question.of(given);
        EntryPage page = page(id, kind, entered, frame);
        if (entered.text(EntryPage.STEP).equals(EntryPage.BACK))
            return pages.page("entry/form", frame, page.filled(Optional.empty()));
        try {
            ObjectNode data = data(page);
            ObjectNode event = sending.event(page.kind().type(), page.id(), data, page.drawn(), frame.caller());
            Sending.check(event);
            return entered.text(EntryPage.STEP).equals(EntryPage.SEND)
                    ? sent(page, event, frame)
                    : pages.page("entry/look", frame, look(page, data, frame));
        } catch (Problem refused) {
            if (!Refused.isOfForm(refused)) throw refused;
            EntryPage again = page.filled(Optional.of(problems.shown(refused, frame.language())));
            return pages.page("entry/form", frame, again, Refused.status(refused));
        }
    }

    private ResponseEntity<Void> sent(EntryPage page, ObjectNode event, Frame frame) {
        requireUnchanged(page, event, frame);
        return Redirect.to(page.dossier() + "?minPosition=" + sending.send(event, frame.caller()));
    }

    /** What was entered was compared with the fact as it stood; sent a second time it has changed that itself. */
    private void requireUnchanged(EntryPage page, ObjectNode event, Frame frame) {
        List<EventLine> events = EventLines.of(api.history(page.id(), Question.of(), frame.caller()));
        boolean sentBefore = events.stream().anyMatch(line -> line.isKnownBy(event));
        boolean unchanged = events.stream()
                .filter(line -> line.position() == page.fact().position())
                .allMatch(line -> line.saysAs(page.fact()));
        if (!unchanged && !sentBefore)
            throw Problem.of(
                    ProblemCode.CONTRADICTS_HISTORY,
                    "somebody corrected or voided this fact since the form was opened: open it again");
    }

    private EntryPage page(String id, String code, Question entered, Frame frame) {
        Kind kind = Kind.of(code)
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND, "nothing of that kind can be entered"));
        Question asOf = Question.of().with("asOf", entered.text(EntryPage.BASE));
        Answer history = api.history(id, asOf, frame.caller());
        EventLine fact =
                EventLines.find(EventLines.of(history), entered.text(EntryPage.POSITION), line -> canBe(kind, line));
        String drawn = entered.get(EntryPage.DRAWN).orElseGet(sending::drawn);
        Optional<FactForm> form = kind == Kind.CORRECT ? Optional.of(FactForm.of(fact)) : Optional.empty();
        long base = history.number("asOf.position");
        return new EntryPage(id, kind, fact, base, form, entered, drawn, Optional.empty());
    }

    private static boolean canBe(Kind kind, EventLine line) {
        return switch (kind) {
            case CORRECT, VOID -> line.stands();
            case RULE -> line.kind().equals("disputed");
        };
    }

    /** The data of the event. */
    private ObjectNode data(EntryPage page) {
        ObjectNode data = json.createObjectNode();
        page.fact().key(data.putObject(page.kind() == Kind.RULE ? "dispute" : "corrects"));
        page.form().ifPresent(form -> {
            Optional<String> time = form.changedTime(page.entered());
            Optional<ObjectNode> changed = form.changedData(page.entered());
            if (time.isEmpty() && changed.isEmpty())
                throw Parameters.malformed("nothing was changed: neither the time nor any field");
            time.ifPresent(at -> data.put("time", at));
            changed.ifPresent(other -> data.set("data", other));
        });
        if (page.kind() == Kind.RULE) data.put("verdict", page.entered().text("verdict"));
        data.put("reason", page.entered().text("reason"));
        data.put("authority", page.entered().text("authority"));
        return data;
    }

    private Look look(EntryPage page, ObjectNode data, Frame frame) {
        Optional<AccountPart> before = page.kind() == Kind.RULE
                ? Optional.empty()
                : Optional.of(AccountPart.of(api.clock(page.id(), Question.of(), frame.caller())));
        Optional<AccountPart> after = before.isEmpty() || page.endsLife()
                ? Optional.empty()
                : Optional.of(AccountPart.of(
                        api.supposed(page.id(), Question.of(), supposition(page, data), frame.caller())));
        after.ifPresent(EntryTab::requireAlone);
        return new Look(page, changes(page, data), before, after);
    }

    /** A supposed pause takes the resume along that ends it; the door takes out what it is told to alone. */
    private static void requireAlone(AccountPart supposed) {
        if (!supposed.clock().list("supposed.along").isEmpty())
            throw Problem.of(
                    ProblemCode.CONTRADICTS_HISTORY,
                    "a later fact ends this pause, and would end nothing: void that one first");
    }

    private ObjectNode supposition(EntryPage page, ObjectNode data) {
        ObjectNode order = json.createObjectNode();
        if (page.kind() == Kind.VOID) {
            page.fact().key(order.putArray("without").addObject());
            return order;
        }
        if (data.has("time"))
            page.fact().key(order.putArray("moved").addObject()).set("time", data.get("time"));
        if (data.has("data"))
            page.fact().key(order.putArray("replaced").addObject()).set("data", data.get("data"));
        return order;
    }

    /** What differs from the fact as it stands; a void or a ruling replaces nothing of it. */
    private static List<FactValues.Change> changes(EntryPage page, ObjectNode data) {
        if (page.kind() != Kind.CORRECT) return List.of();
        Answer was = page.fact().standing();
        return FactValues.between(
                was, EventLines.corrected(was, Answer.of(data.objectNode().set("data", data))));
    }
}
