package hoso.query.desk.dossier;

import hoso.query.desk.ask.Answer;
import hoso.vocabulary.VietnamTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event of a dossier, as a line of its history.
 *
 * @param event as {@code /history} answers it
 * @param standing the same with what corrections made of its time, data and texts
 * @param voided whether a later event voided it
 * @param corrected whether a later event corrected it, and stands
 * @param changes what it made of the fact that it corrects, also where it was voided since; none of any other event
 * @param about the event that it corrects, voids or rules on; empty where it is about none of these
 * @param earlier whether it belongs to a life of the dossier that ended with its receipt
 */
public record EventLine(
        Answer event,
        Answer standing,
        boolean voided,
        boolean corrected,
        List<FactValues.Change> changes,
        Optional<Answer> about,
        boolean earlier) {

    private static final String PREFIX = "hoso.dossier.";
    private static final String RECEIVED = "received";

    /** Those that say something about other events, or about the record itself: they are no facts that could be otherwise. */
    private static final Set<String> ABOUT_OTHERS =
            Set.of("corrected", "voided", "clock-redecided", "disputed", "dispute-ruled", "texts-erased");

    /** Those that the clock goes by. */
    private static final Set<String> CLOCK = Set.of(
            RECEIVED,
            "supplement-requested",
            "supplement-received",
            "suspended",
            "resumed",
            "due-date-extended",
            "resolved",
            "withdrawn",
            "declined");

    /** The type without what all of them have in common; empty of what cannot be read. */
    public String kind() {
        return kind(event);
    }

    static String kind(Answer event) {
        if (!event.has("type")) return "";
        String type = event.text("type");
        return type.startsWith(PREFIX) ? type.substring(PREFIX.length(), type.lastIndexOf('.')) : type;
    }

    /** Names the event, as those do that say something about it. */
    public ObjectNode key(ObjectNode into) {
        return into.put("source", event.text("source")).put("id", event.text("id"));
    }

    /** Whether an event of the same source has the same id. */
    public boolean isKnownBy(ObjectNode other) {
        return event.textOr("source", "").equals(other.path("source").asString())
                && event.textOr("id", "").equals(other.path("id").asString());
    }

    /** Whether it stands as the same event did when it was looked at before. */
    public boolean saysAs(EventLine before) {
        return voided == before.voided
                && earlier == before.earlier
                && FactValues.between(before.standing, standing).isEmpty();
    }

    public long position() {
        return event.number("position");
    }

    /** A fact that stands: it can be corrected, voided, or supposed to be otherwise. */
    public boolean stands() {
        boolean isFact = !kind().isEmpty() && !ABOUT_OTHERS.contains(kind());
        return isFact && !voided && !earlier;
    }

    /** A fact that the clock goes by, and stands. */
    public boolean movesClock() {
        return stands() && CLOCK.contains(kind());
    }

    public boolean isReceipt() {
        return kind().equals(RECEIVED);
    }

    /** Whether it was recorded on a later day than it happened on, as the days of Viet Nam go. */
    public boolean cameLate() {
        return event.has("time")
                && VietnamTime.date(event.instant("time")).isBefore(VietnamTime.date(event.instant("recordedAt")));
    }
}
