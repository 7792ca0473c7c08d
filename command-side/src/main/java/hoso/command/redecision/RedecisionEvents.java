package hoso.command.redecision;

import static java.nio.charset.StandardCharsets.UTF_8;

import hoso.command.aggregate.Judging;
import hoso.command.intake.Admission;
import hoso.command.intake.Offer;
import hoso.edge.Caller;
import hoso.edge.Problem;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The CloudEvents that decide dossiers anew, admitted like any publisher's. */
final class RedecisionEvents {

    private static final String SOURCE = "urn:hoso:redecide";

    private final Admission admission;

    RedecisionEvents(Admission admission) {
        this.admission = admission;
    }

    /**
     * Refuses an order whose events would be refused, whether any dossier is affected or not.
     *
     * @throws Problem as a publisher of such an event is refused
     */
    void check(JsonNode order, Caller caller) {
        admitted("order", "order", order, caller);
    }

    /**
     * One for a dossier. Its id names the calendar, the reference data and the due instant it replaces, so that what was
     * done before an order broke off is a duplicate or affected no more when it is given again.
     */
    Judging.Item item(
            int year, long referencePosition, AffectedDossiers.Affected dossier, JsonNode order, Caller caller) {
        String id = "calendar-" + year + "-" + referencePosition + "-"
                + dossier.dueAt().getEpochSecond();
        return admitted(id, dossier.id(), order, caller);
    }

    private Judging.Item admitted(String id, String subject, JsonNode order, Caller caller) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", SOURCE);
        event.put("type", "hoso.dossier.clock-redecided.v1");
        event.put("subject", subject);
        event.put("time", admission.now().truncatedTo(ChronoUnit.MICROS).toString());
        event.set("data", order);
        return switch (admission.admit(
                1, JsonMapper.shared().writeValueAsString(event).getBytes(UTF_8), caller)) {
            case Offer.Admitted admitted -> admitted.item();
            case Offer.Refused refused -> throw Problem.of(refused.code(), refused.detail());
        };
    }
}
