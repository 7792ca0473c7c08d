package hoso.bench.world;

import java.util.ArrayList;
import java.util.List;

/** 300 procedures in 30 fields, with every kind of processing time. */
final class Procedures {

    private static final int COUNT = 300;
    private static final int FIELDS = 30;

    private static final List<String> PROCESSING = List.of(
            "{\"kind\":\"WORKING_DAYS\",\"amount\":7}",
            "{\"kind\":\"WORKING_DAYS\",\"amount\":10}",
            "{\"kind\":\"WORKING_DAYS\",\"amount\":15}",
            "{\"kind\":\"WORKING_HOURS\",\"amount\":60}",
            "{\"kind\":\"WORKING_DAYS\",\"amount\":20}",
            "{\"kind\":\"CALENDAR_DAYS\",\"amount\":15}",
            "{\"kind\":\"WORKING_DAYS\",\"amount\":12}",
            "{\"kind\":\"CALENDAR_DAYS\",\"amount\":30}",
            "{\"kind\":\"WORKING_DAYS\",\"amount\":8}",
            "{\"kind\":\"WORKING_HOURS\",\"amount\":80}");

    private Procedures() {}

    static String code(int number) {
        return "1." + (100_000 + number % COUNT);
    }

    static List<String> events(String validFrom) {
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < COUNT; number++) lines.add(published(number, code(number), validFrom));
        return lines;
    }

    /** The event that publishes one; its number tells what it is like. */
    static String published(int number, String code, String validFrom) {
        String data = "{\"name\":\"Thủ tục " + number + "\",\"field\":\"Lĩnh vực " + number % FIELDS
                + "\",\"onlineLevel\":\"" + (number % 3 == 0 ? "PARTIAL" : "FULL") + "\",\"processing\":"
                + PROCESSING.get(number % PROCESSING.size()) + ",\"feeRequired\":" + (number % 2 == 0)
                + ",\"validFrom\":\"" + validFrom + "\"}";
        return Line.reference("procedure.published", code, data);
    }
}
