package hoso.event.schema;

import static hoso.event.schema.Values.array;
import static hoso.event.schema.Values.atLeast;
import static hoso.event.schema.Values.constant;
import static hoso.event.schema.Values.matching;
import static hoso.event.schema.Values.oneOf;
import static hoso.event.schema.Values.put;
import static hoso.event.schema.Values.utc;

import hoso.event.Amendment;
import hoso.event.ClockFact;
import hoso.event.Fact;
import hoso.event.Note;
import hoso.vocabulary.Processing;
import hoso.vocabulary.SupplementRule;
import hoso.vocabulary.Timeliness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was decided with a fact and is recorded with it: which members there are depends on the family of the fact. */
final class DecisionSchema {

    /** Working time as {@code PT31H5M0.00025S}, calendar days as {@code P3D}. */
    private static final String REMAINING = "^(PT([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]+)?S)?|P[0-9]+D)$";

    private DecisionSchema() {}

    /** Empty where nothing follows from the fact. */
    static Optional<Map<String, Object>> of(Class<? extends Fact> family) {
        var decision = new ObjectSchema();
        if (family == ClockFact.Received.class)
            decision.required("taken", taken()).required("rulings", rulings());
        else if (ClockFact.class.isAssignableFrom(family))
            decision.required("rulings", rulings()).optional("was", standing()).optional("now", standing());
        else if (family == Amendment.Corrected.class)
            amended(decision.required("target", atLeast(0)).optional("taken", taken()));
        else if (family == Amendment.Voided.class) amended(decision.required("target", atLeast(0)));
        else if (family == Amendment.ClockRedecided.class)
            decision.required("taken", taken())
                    .required("rulings", rulings())
                    .required("was", standing())
                    .required("now", standing());
        else if (family == Note.DisputeRuled.class) decision.required("target", atLeast(0));
        return decision.isEmpty() ? Optional.empty() : Optional.of(decision.closed());
    }

    private static void amended(ObjectSchema decision) {
        decision.optional("rulings", rulings()).optional("was", standing()).optional("now", standing());
    }

    private static Map<String, Object> taken() {
        return new ObjectSchema()
                .required("field", Values.type("string"))
                .required("kind", oneOf(Processing.Kind.values()))
                .optional("amount", Values.whole(1, Processing.AMOUNT_MAX))
                .optional("supplement", oneOf(SupplementRule.values()))
                .optional("feeRequired", constant(true))
                .required("version", Values.day())
                .required("computedDueAt", utc())
                .closed();
    }

    /** A due instant alone; a pause that counts, or not; a closing. */
    private static Map<String, Object> rulings() {
        Map<String, Object> ruling = new LinkedHashMap<>();
        put(
                ruling,
                "oneOf",
                List.of(
                        ruling().closed(),
                        ruling().required("counts", constant(true))
                                .required("remaining", matching(REMAINING))
                                .closed(),
                        ruling().required("counts", constant(false)).closed(),
                        ruling().required("timeliness", oneOf(Timeliness.values()))
                                .closed()));
        return put(array(ruling), "minItems", 1);
    }

    /** Without {@code fact} it is about the event itself. */
    private static ObjectSchema ruling() {
        return new ObjectSchema()
                .optional("fact", atLeast(0))
                .optional("pause", constant(true))
                .required("dueAt", utc());
    }

    private static Map<String, Object> standing() {
        return new ObjectSchema()
                .required("dueAt", utc())
                .optional("timeliness", oneOf(Timeliness.values()))
                .closed();
    }
}
