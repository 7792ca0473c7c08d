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

/** Reads decisions as {@link DecisionText} writes them. */
final class DecisionJson {

    private DecisionJson() {}

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

    static Remaining remaining(String text) {
        return text.startsWith("PT")
                ? new Remaining.WorkingTime(Duration.parse(text))
                : new Remaining.CalendarDays(Math.toIntExact(Period.parse(text).get(ChronoUnit.DAYS)));
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
