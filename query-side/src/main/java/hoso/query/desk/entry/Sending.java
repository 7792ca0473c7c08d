package hoso.query.desk.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import hoso.edge.Caller;
import hoso.edge.Parameters;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.edge.entry.EntryDoor;
import hoso.event.UnfitData;
import hoso.event.wire.CloudEventReader;
import hoso.query.desk.ask.Answer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Publishes what was entered as a CloudEvent. Sent twice, as by a second press of a button, it is one event. */
public final class Sending {

    /** As which the desk publishes, for whoever may use it; else by the first of the sources that they may use. */
    static final String SOURCE = "urn:hoso:desk";

    private final ObjectProvider<EntryDoor> door;
    private final InstantSource clock;
    private final JsonMapper json;

    public Sending(ObjectProvider<EntryDoor> door, InstantSource clock, JsonMapper json) {
        this.door = door;
        this.clock = clock;
        this.json = json;
    }

    boolean isPossible() {
        return door.getIfAvailable() != null;
    }

    /** When a form is drawn, as finely as events are timed: it makes two that say the same two events. */
    String drawn() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).toString();
    }

    /**
     * The event that was entered.
     *
     * @param drawn when the form was drawn that it was entered in
     */
    ObjectNode event(String type, String subject, ObjectNode data, String drawn, Caller caller) {
        ObjectNode event = json.createObjectNode()
                .put("specversion", "1.0")
                .put("source", source(caller))
                .put("type", type)
                .put("subject", subject)
                .put("time", time(drawn));
        event.set("data", data);
        return event.put(
                "id", UUID.nameUUIDFromBytes((event + drawn).getBytes(UTF_8)).toString());
    }

    /**
     * Reads an event as it would be read, before it is sent.
     *
     * @throws Problem as it would be refused, so far as it tells by itself
     */
    static void check(ObjectNode event) {
        try {
            CloudEventReader.read(event);
        } catch (UnfitData unfit) {
            throw Problem.of(unfit);
        }
    }

    /**
     * Publishes, and answers the position.
     *
     * @throws Problem where it is refused
     */
    long send(ObjectNode event, Caller caller) {
        byte[] answer = door().publish(json.writeValueAsBytes(event), caller);
        return Answer.of(json.readTree(answer)).number("position");
    }

    Answer affected(String year, Caller caller) {
        return Answer.of(json.<JsonNode>valueToTree(door().affected(year, caller)));
    }

    /** @param calendar as it would be published */
    Answer supposed(String year, ObjectNode calendar, Caller caller) {
        return Answer.of(json.<JsonNode>valueToTree(door().supposed(year, json.writeValueAsBytes(calendar), caller)));
    }

    Answer redecide(String year, ObjectNode order, Caller caller) {
        return Answer.of(json.<JsonNode>valueToTree(door().redecide(year, json.writeValueAsBytes(order), caller)));
    }

    /** What was entered happened when its form was drawn: sent again, it is the same event. */
    private static String time(String drawn) {
        try {
            return Instant.parse(drawn).truncatedTo(ChronoUnit.MICROS).toString();
        } catch (DateTimeParseException unreadable) {
            throw Parameters.malformed("the form does not say when it was drawn");
        }
    }

    private static String source(Caller caller) {
        return caller.mayUse(SOURCE)
                ? SOURCE
                : caller.sources().stream()
                        .sorted()
                        .findFirst()
                        .orElseThrow(() ->
                                Problem.of(ProblemCode.FORBIDDEN, "the holder may publish under no source at all"));
    }

    private EntryDoor door() {
        EntryDoor open = door.getIfAvailable();
        if (open == null)
            throw Problem.of(ProblemCode.UNAVAILABLE, "nothing can be entered here: the command side runs elsewhere");
        return open;
    }
}
