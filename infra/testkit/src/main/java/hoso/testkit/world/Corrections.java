package hoso.testkit.world;

import static hoso.testkit.world.Sent.data;
import static hoso.testkit.world.Sent.maybe;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What is set right afterwards: corrections of every kind, voids and new lives, re-decisions, disputes, erasures. */
final class Corrections {
    private final Stage stage;
    private final Chance chance;
    private final FactData facts;

    Corrections(Stage stage) {
        this.stage = stage;
        this.chance = stage.chance;
        this.facts = new FactData(stage);
    }

    void correctSomething(String id) {
        List<Sent> about = stage.about(id);
        if (about.isEmpty()) {
            return;
        }
        switch (chance.between(0, 19)) {
            case 0 -> correct(id, chance.from(about));
            case 1, 2, 3, 4, 5, 6 -> correct(id, of(about, this::isFact));
            case 7, 8, 9 -> correct(id, of(about, sent -> sent.type.equals("dossier.received")));
            case 10, 11 -> correct(id, of(about, sent -> sent.data.containsKey("since")));
            case 12, 13 -> takeOut(id, chance.percent(20) ? chance.from(about) : of(about, this::isFact));
            case 14, 15 -> endLife(id, of(about, sent -> sent.type.equals("dossier.received")));
            case 16 -> send(id, "clock-redecided", data("reason", facts.reason(), "authority", facts.authority()));
            case 17, 18 -> dispute(id, about);
            default -> send(id, "texts-erased", data("authority", facts.authority()));
        }
    }

    private Sent send(String id, String type, Map<String, Object> data) {
        return stage.send("dossier." + type, id, stage.past(chance.told(stage.clock())), data);
    }

    private boolean isFact(Sent sent) {
        return !sent.data.containsKey("authority") && !sent.data.containsKey("claim");
    }

    /** One accepted event that fits, or any. */
    private Sent of(List<Sent> about, Predicate<Sent> fitting) {
        List<Sent> those =
                about.stream().filter(sent -> sent.accepted).filter(fitting).toList();
        return chance.from(those.isEmpty() ? about : those);
    }

    private void correct(String id, Sent target) {
        boolean both = chance.percent(20);
        boolean newTime = both || chance.percent(55);
        Instant time = newTime ? otherTime(id, target) : target.time;
        Map<String, Object> altered = both || !newTime ? altered(target) : target.data;
        boolean ahead = chance.percent(1);
        Sent correction = send(
                id,
                "corrected",
                data(
                        "corrects", reference(target),
                        "time", maybe(newTime || ahead, chance.text(ahead ? Stage.FAR_AHEAD : time)),
                        "data", maybe(both || !newTime, altered),
                        "reason", facts.reason(),
                        "authority", facts.authority()));
        if (correction.accepted) {
            target.time = time;
            target.data = altered;
        }
    }

    private Map<String, Object> reference(Sent target) {
        return chance.percent(3) ? data("source", target.source, "id", "không có") : target.reference();
    }

    private Instant otherTime(String id, Sent target) {
        Instant time = switch (chance.between(0, 4)) {
            case 0 -> target.time;
            case 1 -> chance.from(stage.about(id)).time;
            case 2 ->
                stage.house
                        .dossier(id)
                        .map(dossier -> chance.of(dossier.dueAt(), dossier.receivedAt()))
                        .orElse(target.time);
            default -> target.time.plusSeconds(chance.between(-200_000, 200_000));
        };
        return stage.past(chance.percent(50) ? time : chance.near(time));
    }

    /** The data said anew, or changed in one place; now and then it does not fit the fact at all. */
    private Map<String, Object> altered(Sent target) {
        if (chance.percent(4)) {
            return chance.of(data("nonsense", 1), data("unit", stage.root + ".404"), data("outcome", "MAYBE"));
        }
        Map<String, Object> altered = new LinkedHashMap<>(target.data);
        switch (target.type) {
            case "dossier.received" -> alterReceipt(target, altered);
            case "dossier.supplement-received", "dossier.resumed" -> alterSince(target, altered);
            case "dossier.due-date-extended" -> {
                Instant until =
                        OffsetDateTime.parse((String) target.data.get("dueAt")).toInstant();
                altered.put("dueAt", chance.text(chance.near(until)));
            }
            case "dossier.resolved" -> altered.put("outcome", chance.of("APPROVED", "REJECTED"));
            case "dossier.apology-issued" ->
                altered.putAll(facts.apology(target.time.plusSeconds(chance.between(1, 600_000))));
            default -> {
                String type = target.type.substring("dossier.".length());
                if (FactData.OTHERS.contains(type)) {
                    return facts.other(type);
                }
                altered.computeIfPresent("reason", (name, reason) -> facts.reason());
            }
        }
        return altered;
    }

    private void alterReceipt(Sent target, Map<String, Object> altered) {
        Instant dueAt = chance.told(target.time.plus(Duration.ofHours(chance.between(25, 700))));
        switch (chance.between(0, 5)) {
            case 0 -> altered.put("unit", chance.percent(6) ? stage.root + ".404" : chance.from(stage.units));
            case 1 -> altered.put("procedure", chance.percent(6) ? "9.404" : chance.from(stage.procedures));
            case 2 -> altered.put("channel", facts.channel());
            case 3 -> altered.put("dueAt", chance.text(dueAt));
            case 4 -> altered.remove("dueAt");
            default -> altered.putAll(facts.receipt(target.time));
        }
    }

    private void alterSince(Sent target, Map<String, Object> altered) {
        if (altered.containsKey("since") && chance.percent(30)) {
            altered.remove("since");
        } else {
            altered.put("since", chance.text(target.time.minusSeconds(chance.between(1, 300_000))));
        }
    }

    private void takeOut(String id, Sent target) {
        send(
                id,
                "voided",
                data("corrects", reference(target), "reason", facts.reason(), "authority", facts.authority()));
    }

    /** Voids the receipt; what comes next finds no dossier, until it is received anew. */
    private void endLife(String id, Sent receipt) {
        takeOut(id, receipt);
        Sent old = chance.from(stage.about(id));
        stage.schedule(
                stage.clock().plus(chance.upTo(Duration.ofHours(5))),
                () -> stage.send(old.type, id, old.firstTime, old.firstData));
        if (chance.percent(75)) {
            Instant receivedAt = stage.past(chance.near(receipt.firstTime));
            stage.schedule(
                    stage.clock().plus(chance.upTo(Duration.ofDays(2))),
                    () -> stage.send("dossier.received", id, receivedAt, facts.receipt(receivedAt)));
        }
    }

    private void dispute(String id, List<Sent> about) {
        List<Sent> disputes = about.stream()
                .filter(sent -> sent.type.equals("dossier.disputed"))
                .toList();
        if (disputes.isEmpty() || chance.percent(30)) {
            send(id, "disputed", data("claim", facts.reason()));
            if (chance.percent(60)) {
                stage.schedule(stage.clock().plus(chance.upTo(Duration.ofDays(9))), () -> dispute(id, stage.about(id)));
            }
            return;
        }
        Sent disputed = chance.percent(85) ? chance.from(disputes) : chance.from(about);
        send(
                id,
                "dispute-ruled",
                data(
                        "dispute", reference(disputed),
                        "verdict", chance.of("UPHELD", "DISMISSED"),
                        "reason", facts.reason(),
                        "authority", facts.authority()));
    }
}
