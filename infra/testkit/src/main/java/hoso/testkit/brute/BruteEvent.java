package hoso.testkit.brute;

import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One event: {@code position} counts the accepted ones from 1; {@code decisions} are those it recorded, of its own fact
 * and of every later one that was decided anew with it.
 */
record BruteEvent(
        long position,
        String type,
        String source,
        String id,
        String subject,
        Instant time,
        JsonNode data,
        Map<BruteStepKey, BruteDecision> decisions) {

    /** Unit, procedure, calendar, dossier or petition. */
    String kind() {
        return type.substring(0, type.indexOf('.'));
    }

    boolean is(String name) {
        return type.equals(name);
    }

    boolean hasKeyOf(BruteEvent other) {
        return source.equals(other.source) && id.equals(other.id);
    }

    boolean isNamedBy(JsonNode reference) {
        return source.equals(reference.get("source").stringValue())
                && id.equals(reference.get("id").stringValue());
    }

    boolean sameContent(BruteEvent other) {
        return type.equals(other.type)
                && time.equals(other.time)
                && BruteJson.withoutFreeText(data).equals(BruteJson.withoutFreeText(other.data));
    }

    BruteEvent accepted(long at, Map<BruteStepKey, BruteDecision> recorded) {
        return new BruteEvent(at, type, source, id, subject, time, data, recorded);
    }
}
