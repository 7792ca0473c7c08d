package hoso.testkit.brute;

import java.time.Instant;
import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/** Relations between the properties of one event, its time and its subject; what breaks one is malformed. */
final class BruteRelations {
    /** A stated due instant lies within ten years of the receipt. */
    private static final int STATED_DUE_YEARS = 10;
    /** A calendar must leave this many working days. */
    private static final int LEAST_WORKING_DAYS = 100;

    private BruteRelations() {}

    static void check(String type, String subject, Instant time, JsonNode data) {
        boolean right = switch (type) {
            case "procedure.published" -> processing(data.get("processing"));
            case "calendar.published" -> calendar(subject, data);
            case "dossier.received" -> !data.has("dueAt") || statedDue(time, BruteJson.instant(data.get("dueAt")));
            case "dossier.supplement-received", "dossier.resumed" ->
                !data.has("since") || BruteJson.instant(data.get("since")).isBefore(time);
            case "dossier.apology-issued" ->
                !data.has("promisedAt")
                        || BruteJson.instant(data.get("promisedAt")).isAfter(time);
            case "dossier.corrected" -> data.has("time") || data.has("data");
            default -> true;
        };
        BruteRefusal.when(!right, "malformed");
    }

    private static boolean processing(JsonNode processing) {
        boolean sameDay = processing.get("kind").stringValue().equals("SAME_DAY");
        return sameDay != processing.has("amount");
    }

    private static boolean statedDue(Instant receivedAt, Instant dueAt) {
        Instant last =
                receivedAt.atOffset(BruteJson.LOCAL).plusYears(STATED_DUE_YEARS).toInstant();
        return dueAt.isAfter(receivedAt) && !dueAt.isAfter(last);
    }

    private static boolean calendar(String subject, JsonNode data) {
        if (!subject.matches("\\d{4}")) {
            return false;
        }
        int year = Integer.parseInt(subject);
        BruteCalendar calendar = BruteCalendar.published(data);
        return inYear(year, calendar.holidays())
                && inYear(year, calendar.makeUpDays())
                && calendar.workingDaysOf(year) >= LEAST_WORKING_DAYS;
    }

    private static boolean inYear(int year, Iterable<LocalDate> days) {
        for (LocalDate day : days) {
            if (day.getYear() != year) {
                return false;
            }
        }
        return true;
    }
}
