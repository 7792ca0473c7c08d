package hoso.event.wire;

import hoso.event.Decision;
import hoso.event.Ruled;
import hoso.event.Ruling;
import hoso.event.Standing;
import hoso.event.Taken;
import hoso.vocabulary.Remaining;
import hoso.vocabulary.SupplementRule;
import java.time.Period;
import java.util.List;

/**
 * Writes decisions as JSON. What is about the event itself leaves out {@code fact}; a pause names {@code counts}, and what
 * {@code remaining} as {@code PT7H30M} of work or {@code P3D} of calendar; a closing names its {@code timeliness}.
 */
final class DecisionText {

    private DecisionText() {}

    /** @param sequence of the event that the decision stands in */
    static void write(Decision decision, int sequence, StringBuilder text) {
        var json = new ObjectText(text);
        if (decision.target() != null) json.put("target", decision.target());
        if (decision.taken() != null) taken(decision.taken(), json.member("taken"));
        if (!decision.rulings().isEmpty()) rulings(decision.rulings(), sequence, json.member("rulings"));
        if (decision.was() != null) standing(decision.was(), json.member("was"));
        if (decision.now() != null) standing(decision.now(), json.member("now"));
        json.end();
    }

    private static void taken(Taken taken, StringBuilder text) {
        var json = new ObjectText(text).put("field", taken.field());
        json.putPlain("kind", taken.processing().kind().name());
        if (taken.processing().amount() > 0)
            json.put("amount", taken.processing().amount());
        if (taken.supplement() != SupplementRule.RESUME)
            json.putPlain("supplement", taken.supplement().name());
        if (taken.feeRequired()) json.put("feeRequired", true);
        json.putPlain("version", taken.version().toString());
        json.putPlain("computedDueAt", Times.utc(taken.computedDueAt())).end();
    }

    private static void rulings(List<Ruled> rulings, int sequence, StringBuilder text) {
        char before = '[';
        for (Ruled ruled : rulings) {
            ruled(ruled, sequence, text.append(before));
            before = ',';
        }
        text.append(']');
    }

    private static void ruled(Ruled ruled, int sequence, StringBuilder text) {
        var json = new ObjectText(text);
        if (ruled.fact() != sequence) json.put("fact", ruled.fact());
        if (ruled.broughtPause()) json.put("pause", true);
        json.putPlain("dueAt", Times.utc(ruled.ruling().dueAt()));
        switch (ruled.ruling()) {
            case Ruling.Due due -> {}
            case Ruling.Paused paused -> {
                json.put("counts", paused.counts());
                if (paused.remaining() != null) json.putPlain("remaining", remaining(paused.remaining()));
            }
            case Ruling.Closed closed ->
                json.putPlain("timeliness", closed.timeliness().name());
        }
        json.end();
    }

    private static String remaining(Remaining remaining) {
        return switch (remaining) {
            case Remaining.WorkingTime time -> time.work().toString();
            case Remaining.CalendarDays days -> Period.ofDays(days.days()).toString();
        };
    }

    private static void standing(Standing standing, StringBuilder text) {
        var json = new ObjectText(text).putPlain("dueAt", Times.utc(standing.dueAt()));
        if (standing.timeliness() != null)
            json.putPlain("timeliness", standing.timeliness().name());
        json.end();
    }
}
