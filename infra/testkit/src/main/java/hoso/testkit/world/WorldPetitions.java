package hoso.testkit.world;

import static hoso.testkit.world.Sent.data;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Petitions, answered and published or not, in order or out of it. */
final class WorldPetitions {
    private final Stage stage;
    private final Chance chance;
    private int received;

    WorldPetitions(Stage stage) {
        this.stage = stage;
        this.chance = stage.chance;
    }

    void begin(Instant at) {
        String id = "PAKN-" + stage.root + "-" + ++received;
        Instant receivedAt = chance.told(at);
        Instant answeredAt = chance.told(receivedAt.plus(chance.upTo(Duration.ofDays(20))));
        Instant publishedAt = chance.percent(80)
                ? chance.told(answeredAt.plus(chance.upTo(Duration.ofDays(10))))
                : chance.near(answeredAt);
        arrive(receivedAt, () -> receive(id, receivedAt));
        if (chance.percent(70)) {
            arrive(answeredAt, () -> send(id, "answered", answeredAt));
        }
        if (chance.percent(55)) {
            arrive(publishedAt, () -> send(id, "published", publishedAt));
        }
        if (chance.percent(30)) {
            rate(id, chance.told(publishedAt.plus(chance.upTo(Duration.ofDays(5)))));
        }
        if (chance.percent(40)) {
            goWrong(id, receivedAt, answeredAt);
        }
    }

    private void arrive(Instant time, Runnable what) {
        stage.schedule(stage.arrivalOf(time), what);
    }

    private void receive(String id, Instant receivedAt) {
        stage.send(
                "petition.received",
                id,
                receivedAt,
                data(
                        "kind", chance.of("REGULATION", "BEHAVIOUR"),
                        "source", chance.of("NATIONAL_PORTAL", "HOTLINE", "DIRECT", "LETTER"),
                        "unit", chance.percent(5) ? stage.root + ".404" : chance.from(stage.units)));
    }

    private void send(String id, String what, Instant time) {
        stage.send("petition." + what, id, stage.past(time), Map.of());
    }

    private void rate(String id, Instant time) {
        arrive(time, () -> stage.send("petition.rated", id, stage.past(time), data("satisfied", chance.percent(70))));
    }

    private void goWrong(String id, Instant receivedAt, Instant answeredAt) {
        Instant again = answeredAt.plus(chance.upTo(Duration.ofDays(12)));
        Instant early = receivedAt.minus(Duration.ofMinutes(chance.between(1, 500)));
        switch (chance.between(0, 4)) {
            case 0 -> arrive(again, () -> send(id, "answered", again));
            case 1 -> arrive(again, () -> send(id, "published", again));
            case 2 -> arrive(receivedAt, () -> send(id, chance.of("answered", "published"), early));
            case 3 -> rate(id, early);
            default -> arrive(again, () -> receive(id, chance.of(receivedAt, again)));
        }
    }
}
