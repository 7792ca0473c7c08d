package hoso.testkit.brute;

import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The procedures as published so far. */
final class BruteProcedures {
    private final List<BruteEvent> events;

    BruteProcedures(List<BruteEvent> accepted) {
        events = accepted.stream()
                .filter(event -> event.is("procedure.published"))
                .toList();
    }

    boolean knows(String procedure) {
        return events.stream().anyMatch(event -> event.subject().equals(procedure));
    }

    /** The rule of the version valid on that day; before the first version, the first. */
    BruteRule rule(String procedure, LocalDate day) {
        BruteEvent latest = null;
        BruteEvent first = null;
        for (BruteEvent event : events) {
            if (event.subject().equals(procedure)) {
                LocalDate validFrom = validFrom(event);
                if (!validFrom.isAfter(day) && (latest == null || !validFrom.isBefore(validFrom(latest)))) {
                    latest = event;
                }
                if (first == null || !validFrom.isAfter(validFrom(first))) {
                    first = event;
                }
            }
        }
        BruteEvent version = latest != null ? latest : first;
        if (version == null) {
            throw new IllegalStateException(procedure);
        }
        JsonNode data = version.data();
        return new BruteRule(
                data.get("field").stringValue(),
                BruteProcessing.of(data.get("processing")),
                data.path("supplement").asString("").equals("RESTART"),
                data.path("feeRequired").asBoolean(false));
    }

    private static LocalDate validFrom(BruteEvent event) {
        return BruteJson.date(event.data().get("validFrom"));
    }
}
