package hoso.query.desk.dossier;

import hoso.query.desk.ask.Answer;
import hoso.vocabulary.VietnamTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An event of a dossier, as a line of its history.
 *
 * @param event as {@code /history} answers it
 * @param voided whether a later event voided it
 * @param corrected whether a later event corrected it
 */
public record EventLine(Answer event, boolean voided, boolean corrected) {

    private static final String PREFIX = "hoso.dossier.";

    /** Those that say something about other events, or about the record itself: they are no facts that could be otherwise. */
    private static final Set<String> ABOUT_OTHERS =
            Set.of("corrected", "voided", "clock-redecided", "disputed", "dispute-ruled", "texts-erased");

    /** Those that the clock goes by. */
    private static final Set<String> CLOCK = Set.of(
            "received",
            "supplement-requested",
            "supplement-received",
            "suspended",
            "resumed",
            "due-date-extended",
            "resolved",
            "withdrawn",
            "declined");

    /** All of a history, in its order. */
    public static List<EventLine> of(Answer history) {
        Map<String, Set<String>> aimedAt = new HashMap<>();
        for (Answer event : history.list("events"))
            if (event.has("type") && event.has("data.corrects"))
                aimedAt.computeIfAbsent(kind(event), unseen -> new HashSet<>()).add(key(event.get("data.corrects")));
        return history.list("events").stream()
                .map(event -> new EventLine(event, isIn(aimedAt, "voided", event), isIn(aimedAt, "corrected", event)))
                .toList();
    }

    private static boolean isIn(Map<String, Set<String>> aimedAt, String kind, Answer event) {
        return event.has("type") && aimedAt.getOrDefault(kind, Set.of()).contains(key(event));
    }

    private static String key(Answer of) {
        return of.text("source") + "\n" + of.text("id");
    }

    /** The type without what all of them have in common; empty of what cannot be read. */
    public String kind() {
        return event.has("type") ? kind(event) : "";
    }

    private static String kind(Answer event) {
        String type = event.text("type");
        return type.startsWith(PREFIX) ? type.substring(PREFIX.length(), type.lastIndexOf('.')) : type;
    }

    public long position() {
        return event.number("position");
    }

    /** A fact of the dossier's life that stands: it can be corrected, voided, or supposed to be otherwise. */
    public boolean stands() {
        return !kind().isEmpty() && !voided && !ABOUT_OTHERS.contains(kind());
    }

    /** A fact that the clock goes by, and stands. */
    public boolean movesClock() {
        return stands() && CLOCK.contains(kind());
    }

    public boolean isReceipt() {
        return kind().equals("received");
    }

    /** Whether it was recorded on a later day than it happened on, as the days of Viet Nam go. */
    public boolean cameLate() {
        return event.has("time")
                && VietnamTime.date(event.instant("time")).isBefore(VietnamTime.date(event.instant("recordedAt")));
    }
}
