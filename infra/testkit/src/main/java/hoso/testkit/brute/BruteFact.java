package hoso.testkit.brute;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A fact as corrections have left it: in its old position, with its present time and data. */
record BruteFact(BruteEvent event, Instant time, JsonNode data, boolean voided) {
    static BruteFact of(BruteEvent event) {
        return new BruteFact(event, event.time(), event.data(), false);
    }

    String type() {
        return event.type();
    }

    boolean is(String name) {
        return event.is(name);
    }

    boolean isClock() {
        return BruteStep.isClock(type());
    }

    List<BruteStep> steps() {
        return BruteStep.of(event.position(), type(), time, data);
    }

    /** This fact with the time, the whole data, or both that a correction gives. */
    BruteFact corrected(JsonNode correction) {
        return new BruteFact(
                event,
                correction.has("time") ? BruteJson.instant(correction.get("time")) : time,
                correction.has("data") ? correction.get("data") : data,
                voided);
    }

    BruteFact taken() {
        return new BruteFact(event, time, data, true);
    }

    /** Notes and what itself corrects are no facts: they can be neither corrected nor voided. */
    static boolean isFact(String type) {
        return switch (type) {
            case "dossier.corrected",
                    "dossier.voided",
                    "dossier.clock-redecided",
                    "dossier.texts-erased",
                    "dossier.disputed",
                    "dossier.dispute-ruled" -> false;
            default -> true;
        };
    }
}
