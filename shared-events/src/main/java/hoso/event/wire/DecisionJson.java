package hoso.event.wire;

import hoso.event.Decision;
import hoso.event.Ruled;
import hoso.event.Ruling;
import hoso.event.Standing;
import hoso.event.Taken;
import hoso.vocabulary.Processing;
import hoso.vocabulary.Remaining;
import hoso.vocabulary.SupplementRule;
import hoso.vocabulary.Timeliness;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A decision as JSON. What is about the event itself leaves out {@code fact}; a pause names {@code counts}, and what
 * {@code remaining} as {@code PT7H30M} of work or {@code P3D} of calendar; a closing names its {@code timeliness}.
 */
final class DecisionJson {

    private DecisionJson() {}

    static ObjectNode write(Decision decision, int sequence) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (decision.target() != null) json.put("target", decision.target());
        if (decision.taken() != null) json.set("taken", taken(decision.taken()));
        if (!decision.rulings().isEmpty()) {
            var rulings = json.putArray("rulings");
            decision.rulings().forEach(ruled -> rulings.add(ruled(ruled, sequence)));
        }
        if (decision.was() != null) json.set("was", standing(decision.was()));
        if (decision.now() != null) json.set("now", standing(decision.now()));
        return json;
    }

    static Decision read(@Nullable JsonNode json, int sequence) {
        if (json == null) return Decision.NONE;
        JsonNode target = json.get("target");
        List<Ruled> rulings = new ArrayList<>();
        JsonNode written = json.get("rulings");
        if (written != null) for (JsonNode ruled : written) rulings.add(ruled(ruled, sequence));
        return new Decision(
                target == null ? null : target.intValue(),
                taken(json.get("taken")),
                rulings,
                standing(json.get("was")),
                standing(json.get("now")));
    }

    private static ObjectNode taken(Taken taken) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("field", taken.field());
        json.put("kind", taken.processing().kind().name());
        if (taken.processing().amount() > 0)
            json.put("amount", taken.processing().amount());
        if (taken.supplement() != SupplementRule.RESUME)
            json.put("supplement", taken.supplement().name());
        if (taken.feeRequired()) json.put("feeRequired", true);
        json.put("version", taken.version().toString());
        json.put("computedDueAt", Times.utc(taken.computedDueAt()));
        return json;
    }

    private static @Nullable Taken taken(@Nullable JsonNode json) {
        if (json == null) return null;
        JsonNode amount = json.get("amount");
        JsonNode supplement = json.get("supplement");
        var kind = Processing.Kind.valueOf(json.get("kind").stringValue());
        return new Taken(
                json.get("field").stringValue(),
                new Processing(kind, amount == null ? 0 : amount.intValue()),
                supplement == null ? SupplementRule.RESUME : SupplementRule.valueOf(supplement.stringValue()),
                json.has("feeRequired"),
                LocalDate.parse(json.get("version").stringValue()),
                instant(json, "computedDueAt"));
    }

    private static ObjectNode ruled(Ruled ruled, int sequence) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (ruled.fact() != sequence) json.put("fact", ruled.fact());
        if (ruled.broughtPause()) json.put("pause", true);
        json.put("dueAt", Times.utc(ruled.ruling().dueAt()));
        switch (ruled.ruling()) {
            case Ruling.Due due -> {}
            case Ruling.Paused paused -> {
                json.put("counts", paused.counts());
                if (paused.remaining() != null) json.put("remaining", remaining(paused.remaining()));
            }
            case Ruling.Closed closed ->
                json.put("timeliness", closed.timeliness().name());
        }
        return json;
    }

    private static Ruled ruled(JsonNode json, int sequence) {
        JsonNode fact = json.get("fact");
        return new Ruled(fact == null ? sequence : fact.intValue(), json.has("pause"), ruling(json));
    }

    private static Ruling ruling(JsonNode json) {
        Instant dueAt = instant(json, "dueAt");
        JsonNode timeliness = json.get("timeliness");
        if (timeliness != null) return new Ruling.Closed(dueAt, Timeliness.valueOf(timeliness.stringValue()));
        if (!json.has("counts")) return new Ruling.Due(dueAt);
        JsonNode remaining = json.get("remaining");
        return new Ruling.Paused(dueAt, remaining == null ? null : remaining(remaining.stringValue()));
    }

    private static String remaining(Remaining remaining) {
        return switch (remaining) {
            case Remaining.WorkingTime time -> time.work().toString();
            case Remaining.CalendarDays days -> Period.ofDays(days.days()).toString();
        };
    }

    private static Remaining remaining(String text) {
        return text.startsWith("PT")
                ? new Remaining.WorkingTime(Duration.parse(text))
                : new Remaining.CalendarDays(Math.toIntExact(Period.parse(text).get(ChronoUnit.DAYS)));
    }

    private static ObjectNode standing(Standing standing) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("dueAt", Times.utc(standing.dueAt()));
        if (standing.timeliness() != null)
            json.put("timeliness", standing.timeliness().name());
        return json;
    }

    private static @Nullable Standing standing(@Nullable JsonNode json) {
        if (json == null) return null;
        JsonNode timeliness = json.get("timeliness");
        return new Standing(
                instant(json, "dueAt"), timeliness == null ? null : Timeliness.valueOf(timeliness.stringValue()));
    }

    private static Instant instant(JsonNode json, String name) {
        return Times.own(json.get(name).stringValue());
    }
}
