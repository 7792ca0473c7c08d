package hoso.testkit.world;

import static hoso.testkit.world.Sent.data;

import hoso.testkit.brute.BruteDossier;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** Clock facts and apologies aimed at the edges of a dossier as it stands: at, just before and just after. */
final class Interventions {
    private final Stage stage;
    private final Chance chance;
    private final FactData facts;

    Interventions(Stage stage) {
        this.stage = stage;
        this.chance = stage.chance;
        this.facts = new FactData(stage);
    }

    void intervene(String id) {
        stage.house.dossier(id).ifPresent(this::intervene);
    }

    private void intervene(BruteDossier dossier) {
        switch (chance.between(0, 9)) {
            case 0, 1, 2 -> extend(dossier);
            case 3, 4 -> pause(dossier);
            case 5 -> resume(dossier);
            case 6 -> close(dossier);
            case 7, 8 -> apologise(dossier);
            default -> other(dossier);
        }
    }

    /** An instant of that dossier: its receipt, its due instant, its closing, a fact of it, or one beside them. */
    Instant edge(BruteDossier dossier) {
        Instant edge = switch (chance.between(0, 6)) {
            case 0 -> dossier.receivedAt();
            case 1, 2, 3 -> dossier.dueAt();
            case 4 -> Objects.requireNonNullElse(dossier.closedAt(), dossier.dueAt());
            default -> chance.from(stage.about(dossier.id())).time;
        };
        return stage.past(chance.near(edge));
    }

    private void send(BruteDossier dossier, String type, Instant time, Map<String, Object> data) {
        stage.send("dossier." + type, dossier.id(), time, data);
    }

    private void extend(BruteDossier dossier) {
        Instant time = chance.percent(60) ? edge(dossier) : between(dossier.receivedAt(), dossier.dueAt());
        Instant until = chance.percent(75)
                ? chance.told(dossier.dueAt().plus(Duration.ofHours(chance.between(1, 200))))
                : chance.near(dossier.dueAt());
        send(dossier, "due-date-extended", time, data("dueAt", chance.text(until), "basis", facts.reason()));
    }

    private Instant between(Instant from, Instant to) {
        return from.isBefore(to) ? stage.past(from.plus(chance.upTo(Duration.between(from, to)))) : stage.past(from);
    }

    private void pause(BruteDossier dossier) {
        send(dossier, chance.of("supplement-requested", "suspended"), edge(dossier), data("reason", facts.reason()));
    }

    private void resume(BruteDossier dossier) {
        Instant time = edge(dossier);
        Instant since = time.minus(chance.upTo(Duration.ofDays(3))).minusNanos(1_000);
        send(
                dossier,
                chance.of("supplement-received", "resumed"),
                time,
                chance.percent(65) ? data("since", chance.text(since)) : Map.of());
    }

    private void close(BruteDossier dossier) {
        String type = chance.of("resolved", "resolved", "withdrawn", "declined");
        send(dossier, type, edge(dossier), facts.closing(type));
    }

    private void apologise(BruteDossier dossier) {
        Instant late = stage.past(dossier.dueAt().plusSeconds(chance.between(1, 300_000)));
        Instant time = chance.percent(50) ? late : edge(dossier);
        Instant kept = Objects.requireNonNullElse(dossier.closedAt(), time.plus(chance.upTo(Duration.ofDays(9))));
        Instant promised = chance.near(kept);
        send(
                dossier,
                "apology-issued",
                time,
                facts.apology(promised.isAfter(time) ? promised : time.plus(Duration.ofDays(2))));
    }

    private void other(BruteDossier dossier) {
        String type = chance.from(FactData.OTHERS);
        send(dossier, type, edge(dossier), facts.other(type));
    }
}
