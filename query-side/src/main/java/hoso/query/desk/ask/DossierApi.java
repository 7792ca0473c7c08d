package hoso.query.desk.ask;

import hoso.edge.Caller;
import hoso.edge.Problem;
import hoso.edge.Scope;
import hoso.event.UnfitData;
import hoso.query.audit.DossierController;
import hoso.query.audit.apology.ApologyController;
import hoso.query.audit.clock.answer.ClockController;
import hoso.query.audit.day.DaysController;
import hoso.query.audit.evidence.EvidenceController;
import hoso.query.audit.gap.GapController;
import hoso.query.audit.mismatch.MismatchController;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks about single dossiers, and for the lists of the audit. Each question needs the scope that its endpoint does: the gate
 * before those stands in the way of HTTP alone.
 */
public final class DossierApi {

    private static final Set<String> VIEW = Set.of("asOf", "at", "minPosition");
    private static final Set<String> LIST = ReportApi.DOSSIERS.stream()
            .filter(name -> !Set.of("by", "cell", "key", "days", "sort").contains(name))
            .collect(Collectors.toUnmodifiableSet());

    private final DossierController dossiers;
    private final ClockController clocks;
    private final DaysController days;
    private final EvidenceController evidence;
    private final MismatchController mismatches;
    private final ApologyController apologies;
    private final GapController gaps;
    private final JsonMapper json;

    public DossierApi(
            DossierController dossiers,
            ClockController clocks,
            DaysController days,
            EvidenceController evidence,
            MismatchController mismatches,
            ApologyController apologies,
            GapController gaps,
            JsonMapper json) {
        this.dossiers = dossiers;
        this.clocks = clocks;
        this.days = days;
        this.evidence = evidence;
        this.mismatches = mismatches;
        this.apologies = apologies;
        this.gaps = gaps;
        this.json = json;
    }

    public Answer dossier(String id, Question question, Caller caller) {
        caller.require(Scope.AUDIT_READ);
        return answer(dossiers.dossier(id, question.only(VIEW).given(), caller));
    }

    public Answer history(String id, Question question, Caller caller) {
        caller.require(Scope.AUDIT_READ);
        return answer(dossiers.history(id, question.only(VIEW).given(), caller));
    }

    public Answer clock(String id, Question question, Caller caller) {
        caller.require(Scope.AUDIT_READ);
        return answer(clocks.clock(id, question.only(VIEW).given(), caller));
    }

    /**
     * The account as it would be.
     *
     * @param supposed what {@code POST …/clock} takes
     */
    public Answer supposed(String id, Question question, JsonNode supposed, Caller caller) {
        caller.require(Scope.AUDIT_READ);
        try {
            return answer(clocks.supposed(id, question.only(VIEW).given(), json.writeValueAsBytes(supposed), caller));
        } catch (UnfitData unfit) {
            throw Problem.of(unfit);
        }
    }

    /** @param question {@code from} and {@code to} too */
    public Answer days(String id, Question question, Caller caller) {
        caller.require(Scope.AUDIT_READ);
        return answer(
                days.days(id, question.only(Set.of("asOf", "at", "from", "to")).given(), caller));
    }

    public ResponseEntity<byte[]> evidence(String id, Question question, Caller caller) {
        caller.require(Scope.AUDIT_READ);
        return evidence.evidence(id, question.only(VIEW).given(), caller);
    }

    public Answer mismatches(Question question, Caller caller) {
        caller.require(Scope.AUDIT_READ);
        return answer(mismatches.mismatches(question.only(LIST).given(), caller));
    }

    /** @param list which dossiers */
    public Answer apologies(Question question, String list, Caller caller) {
        caller.require(Scope.AUDIT_READ);
        return answer(apologies.apologies(question.only(LIST).with("list", list).given(), caller));
    }

    public Answer gaps(Question question, Caller caller) {
        caller.require(Scope.AUDIT_READ);
        return answer(gaps.gaps(question.only(LIST).given(), caller));
    }

    private Answer answer(Object answered) {
        return Answer.of(answered, json);
    }
}
