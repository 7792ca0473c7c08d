package hoso.testkit.brute;

import tools.jackson.databind.JsonNode;

/** How long a procedure may take: {@code amount} hours or days, 0 for {@code SAME_DAY}. */
public record BruteProcessing(String kind, int amount) {
    static BruteProcessing of(JsonNode processing) {
        return new BruteProcessing(
                processing.get("kind").stringValue(), processing.path("amount").asInt(0));
    }

    boolean countsCalendarDays() {
        return kind.equals("CALENDAR_DAYS");
    }
}
