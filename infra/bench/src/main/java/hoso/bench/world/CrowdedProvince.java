package hoso.bench.world;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A province of as many units and procedures as boards must bear, in three storeys, and dossiers at each of its units of the
 * weeks before today: some open, some closed, some that the national portal has seen.
 */
public final class CrowdedProvince {

    public static final int UNITS = 5_000;
    public static final int PROCEDURES = 2_000;

    /** The code of the province; that of every other unit begins with it. */
    public static final String ROOT = "N1";

    private static final int DISTRICTS = 49;

    /** Within which all dossiers are received: two months, so that each of the periods compared has some. */
    private static final int DAYS = 60;

    private static final int DAYS_TO_RESOLVE = 12;
    private static final long HOUR = 3_600_000_000L;
    private static final long DAY = 24 * HOUR;

    private final LocalDate today;

    public CrowdedProvince(LocalDate today) {
        this.today = today;
    }

    /** Units and procedures, one event a line; to be published before all else. */
    public List<String> referenceLines() {
        String validFrom = today.minusYears(2).toString();
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < UNITS; number++) lines.add(registered(number, validFrom));
        for (int number = 0; number < PROCEDURES; number++)
            lines.add(Procedures.published(number, procedure(number), validFrom));
        return lines;
    }

    /** The events of the dossiers of these numbers, one a line. */
    public List<String> dossierLines(int from, int to) {
        List<String> lines = new ArrayList<>();
        for (int dossier = from; dossier < to; dossier++) {
            int daysAgo = 1 + Chance.below(DAYS, dossier, 31);
            lines.add(line(dossier, 0, "received", daysAgo, received(dossier)));
            if (daysAgo > DAYS_TO_RESOLVE && Chance.below(4, dossier, 32) > 0)
                lines.add(line(dossier, 1, "resolved", daysAgo - DAYS_TO_RESOLVE, "{\"outcome\":\"APPROVED\"}"));
            if (Chance.below(4, dossier, 33) == 0)
                lines.add(line(dossier, 2, "portal-status-observed", 1, "{\"status\":4,\"synced\":true}"));
        }
        return lines;
    }

    private static String registered(int number, String validFrom) {
        String parent =
                number == 0 ? "" : ",\"parent\":\"" + unit(number <= DISTRICTS ? 0 : 1 + number % DISTRICTS) + "\"";
        String level = number == 0 ? "PROVINCE" : number <= DISTRICTS ? "DISTRICT" : "COMMUNE";
        return Line.reference(
                "unit.registered",
                unit(number),
                "{\"name\":\"Ủy ban nhân dân " + unit(number) + "\",\"level\":\"" + level + "\"" + parent
                        + ",\"validFrom\":\"" + validFrom + "\"}");
    }

    private static String received(int dossier) {
        return "{\"unit\":\"" + unit(dossier % UNITS) + "\",\"procedure\":\""
                + procedure(Chance.below(PROCEDURES, dossier, 34)) + "\",\"channel\":\""
                + (Chance.below(2, dossier, 35) == 0 ? "ONLINE" : "DIRECT") + "\"}";
    }

    private String line(int dossier, int nth, String type, int daysAgo, String data) {
        // later ones of one day come later
        long micros = today.minusDays(daysAgo).toEpochDay() * DAY + (8 + nth) * HOUR;
        return new String(
                new Line().dossier(dossier, nth, type, "N1-" + dossier, micros, data), StandardCharsets.UTF_8);
    }

    private static String unit(int number) {
        return number == 0 ? ROOT : ROOT + "." + number;
    }

    private static String procedure(int number) {
        return "2." + (100_000 + number);
    }
}
