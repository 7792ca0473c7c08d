package hoso.event.wire;

import hoso.event.Amendment;
import hoso.event.DossierFact;
import hoso.event.FactRelations;
import java.time.Instant;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** The data of a correction: what it must look like is known with the fact that it replaces. */
record ReplacementData(JsonNode data, BiFunction<EventType, JsonNode, Object> reading)
        implements Amendment.Replacement {

    /** Data at the door, to be checked like any publication's. */
    static ReplacementData published(JsonNode data) {
        return new ReplacementData(data, EventType::read);
    }

    /** Data that was accepted, from which free text has been taken. */
    static ReplacementData stored(JsonNode data) {
        return new ReplacementData(data, EventType::readTrusted);
    }

    @Override
    public DossierFact as(DossierFact replaced, Instant time) {
        var fact = (DossierFact) reading.apply(EventTypes.of(replaced), data);
        FactRelations.check(fact, time);
        return fact;
    }
}
