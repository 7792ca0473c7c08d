package hoso.testkit.world;

import static hoso.testkit.world.Sent.data;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A dossier's life as an office would publish it: mostly in order, some of it late. */
final class NaturalLife {
    private final Stage stage;
    private final Chance chance;
    private final FactData facts;
    private int received;

    NaturalLife(Stage stage) {
        this.stage = stage;
        this.chance = stage.chance;
        this.facts = new FactData(stage);
    }

    void begin(Instant at) {
        Instant receivedAt = chance.told(at);
        String id = stage.root + "-" + chance.localDate(receivedAt).substring(2).replace("-", "") + "-" + ++received;
        stage.dossiers.add(id);
        arrive(id, "received", receivedAt, facts.receipt(receivedAt));
        Instant from = receivedAt;
        for (int pauses = chance.percent(35) ? chance.between(1, 3) : 0; pauses > 0; pauses--) {
            from = pause(id, from);
        }
        Instant closing = chance.told(from.plus(chance.upTo(Duration.ofDays(chance.of(1, 4, 12, 30)))));
        if (chance.percent(80) && closing.isAfter(receivedAt)) {
            close(id, closing);
        }
        for (String type : FactData.OTHERS) {
            if (chance.percent(likely(type))) {
                Instant time = chance.told(receivedAt.plus(chance.upTo(Duration.ofDays(15))));
                arrive(id, type, time, facts.other(type));
            }
        }
    }

    private static int likely(String type) {
        return switch (type) {
            case "components-digitized", "portal-status-observed" -> 60;
            case "fee-requested", "fee-paid", "notified" -> 30;
            default -> 12;
        };
    }

    private Instant pause(String id, Instant after) {
        boolean asks = chance.percent(50);
        Instant from = chance.told(after.plus(chance.upTo(Duration.ofDays(4))));
        Instant to = chance.told(from.plus(Duration.ofMinutes(1)).plus(chance.upTo(Duration.ofDays(9))));
        boolean together = chance.percent(20) && from.isBefore(to);
        if (!together) {
            arrive(id, asks ? "supplement-requested" : "suspended", from, data("reason", facts.reason()));
        }
        if (chance.percent(90)) {
            boolean fits = chance.percent(96);
            arrive(
                    id,
                    asks == fits ? "supplement-received" : "resumed",
                    to,
                    together ? data("since", chance.text(from)) : Map.of());
        }
        return to.isBefore(from) ? from : to;
    }

    private void close(String id, Instant closing) {
        String type = chance.of("resolved", "resolved", "resolved", "resolved", "resolved", "withdrawn", "declined");
        arrive(id, type, closing, facts.closing(type));
        for (String after :
                new String[] {"result-issued", "result-digitized", "result-returned", "satisfaction-rated"}) {
            if (chance.percent(50)) {
                Instant time = closing.plus(chance.upTo(Duration.ofDays(4)));
                arrive(id, after, time, facts.other(after));
            }
        }
    }

    private void arrive(String id, String type, Instant time, Map<String, Object> data) {
        stage.schedule(stage.arrivalOf(time), () -> stage.send("dossier." + type, id, time, data));
    }
}
