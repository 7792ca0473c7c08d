package hoso.testkit.brute;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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

    /** One that had begun to hold by some day, as it holds then. */
    record InForce(String code, String onlineLevel, boolean feeRequired) {}

    /** All of them; those of a later beginning are none yet. */
    List<InForce> inForce(LocalDate day) {
        SortedMap<String, BruteEvent> inForce = new TreeMap<>();
        for (BruteEvent event : events) {
            BruteEvent known = inForce.get(event.subject());
            boolean later = known == null || !validFrom(event).isBefore(validFrom(known));
            if (!validFrom(event).isAfter(day) && later) {
                inForce.put(event.subject(), event);
            }
        }
        return inForce.values().stream()
                .map(event -> new InForce(
                        event.subject(),
                        event.data().get("onlineLevel").stringValue(),
                        event.data().path("feeRequired").asBoolean(false)))
                .toList();
    }

    private static LocalDate validFrom(BruteEvent event) {
        return BruteJson.date(event.data().get("validFrom"));
    }
}
