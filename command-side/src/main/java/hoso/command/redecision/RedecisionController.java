package hoso.command.redecision;

import hoso.command.aggregate.Judging;
import hoso.command.aggregate.Verdict;
import hoso.command.intake.Admission;
import hoso.command.intake.StoreAway;
import hoso.command.judgement.Reference;
import hoso.command.redecision.AffectedDossiers.Affected;
import hoso.command.reference.ReferenceBook;
import hoso.command.store.EventStore;
import hoso.command.store.StoreUnavailable;
import hoso.edge.Bulkhead;
import hoso.edge.Caller;
import hoso.edge.Needs;
import hoso.edge.Parameters;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.edge.Scope;
import hoso.event.wire.StrictJson;
import hoso.vocabulary.VietnamTime;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The open dossiers that a calendar affects, and their re-decision in one go. */
@RestController
public class RedecisionController {

    /** Enough to look at; all are counted. */
    private static final int LISTED_MAX = 1_000;

    private static final String MIN_POSITION = "minPosition";
    private static final int YEAR_MIN = 1990;
    private static final int YEAR_MAX = 2100;

    /** A walk reads the whole log over connections that intake needs too: one at a time. */
    private final Bulkhead walking = new Bulkhead(1, "another one is looking through all dossiers; ask again later");

    private final AffectedDossiers dossiers;
    private final RedecisionEvents events;
    private final Judging judging;
    private final ReferenceBook references;
    private final Admission admission;

    RedecisionController(EventStore store, Admission admission, Judging judging, ReferenceBook references) {
        this.dossiers = new AffectedDossiers(store);
        this.events = new RedecisionEvents(admission);
        this.admission = admission;
        this.judging = judging;
        this.references = references;
    }

    @Operation(summary = "The open dossiers whose due instant would change if they were decided anew")
    @Needs(Scope.REPORT_READ)
    @Parameter(
            name = MIN_POSITION,
            in = ParameterIn.QUERY,
            description = "what is published is looked at once it is answered: none need be waited for")
    @GetMapping("/api/v1/calendars/{year}/affected")
    public Map<String, Object> affected(
            @PathVariable String year,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
            Caller caller) {
        int asked = year(year);
        Parameters.of(given, Set.of(MIN_POSITION)).number(MIN_POSITION, 0, Long.MAX_VALUE);
        return found(asked, caller, this::reference);
    }

    /**
     * For whoever could publish it and see what became of it: else a reader could have the due instants of all open dossiers
     * listed, off the record of looks.
     *
     * @param body the data of the {@code calendar.published} that is supposed
     */
    @Operation(summary = "Those that would be, were another calendar published: before it is; needs report:read too")
    @Needs(Scope.REFERENCE_PUBLISH)
    @PostMapping(path = "/api/v1/calendars/{year}/affected", consumes = MediaType.APPLICATION_JSON_VALUE)
    public Map<String, Object> supposed(
            @PathVariable String year,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
            @RequestBody byte[] body,
            Caller caller) {
        caller.require(Scope.REPORT_READ);
        int asked = year(year);
        Parameters.of(given, Set.of());
        SupposedCalendar supposed = SupposedCalendar.read(asked, StrictJson.read(body), admission.now());
        return found(asked, caller, () -> supposed.in(reference()));
    }

    private Map<String, Object> found(int year, Caller caller, Supplier<Reference> known) {
        List<Affected> listed = new ArrayList<>();
        long[] count = {0};
        guarded(() -> dossiers.find(year, caller.units(), known, dossier -> {
            if (count[0]++ < LISTED_MAX) listed.add(dossier);
        }));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("year", year);
        answer.put("dossiers", listed);
        answer.put("count", count[0]);
        return answer;
    }

    /** @param body the data that each event is published with: {@code reason} and {@code authority} */
    @Operation(summary = "Decide those dossiers anew, with an event each")
    @Needs(Scope.ADMIN)
    @PostMapping(path = "/api/v1/calendars/{year}/redecide", consumes = MediaType.APPLICATION_JSON_VALUE)
    public Map<String, Object> redecide(@PathVariable String year, @RequestBody byte[] body, Caller caller) {
        int asked = year(year);
        JsonNode order = StrictJson.read(body);
        events.check(order, caller);
        Reference reference = reference();
        var tally = new Tally();
        List<Judging.Item> chunk = new ArrayList<>();
        guarded(() -> {
            dossiers.find(asked, caller.units(), this::reference, dossier -> {
                chunk.add(events.item(asked, reference.position(), dossier, order, caller));
                if (chunk.size() == Judging.CHUNK_MAX) tally.count(judging.judge(chunk), chunk);
            });
            if (!chunk.isEmpty()) tally.count(judging.judge(chunk), chunk);
        });
        return tally.asMap();
    }

    private Reference reference() {
        return references.on(VietnamTime.date(admission.now()));
    }

    private static int year(String text) {
        if (text.matches("\\d{4}")) {
            int year = Integer.parseInt(text);
            if (year >= YEAR_MIN && year <= YEAR_MAX) return year;
        }
        throw Problem.of(ProblemCode.MALFORMED, "a year is a number from " + YEAR_MIN + " to " + YEAR_MAX);
    }

    private void guarded(Runnable work) {
        try {
            walking.run(work);
        } catch (StoreUnavailable away) {
            throw StoreAway.problem(away);
        }
    }

    /** What became of those published. */
    private static final class Tally {
        private long redecided;
        private long lastPosition;

        void count(List<Verdict> verdicts, List<Judging.Item> chunk) {
            for (Verdict verdict : verdicts)
                switch (verdict) {
                    case Verdict.Accepted accepted -> {
                        redecided++;
                        lastPosition = Math.max(lastPosition, accepted.position());
                    }
                    case Verdict.Duplicate duplicate -> lastPosition = Math.max(lastPosition, duplicate.position());
                    case Verdict.Refused refused -> {
                        // closed or voided since it was looked at: there is nothing to decide anew
                    }
                }
            chunk.clear();
        }

        Map<String, Object> asMap() {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("redecided", redecided);
            answer.put("lastPosition", lastPosition);
            return answer;
        }
    }
}
