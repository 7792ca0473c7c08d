package hoso.event.schema;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.UnfitData;
import hoso.event.wire.CloudEventReader;
import hoso.event.wire.EventType;
import hoso.event.wire.EventTypes;
import hoso.event.wire.Samples;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Schema and reader judge alike, but for what a schema cannot say. */
class PublishedSchemaTest {

    private static final int MUTANTS = 20_000;

    private static final Map<String, Validator> VALIDATORS = EventTypes.all().stream()
            .collect(Collectors.toMap(EventType::name, type -> new Validator(JsonSchemas.published(type))));

    /** What the schema takes and the reader refuses, by what it says then; the schema tells so in its {@code $comment}. */
    private static final Map<String, Pattern> UNSAID = List.of(
                    "source is no URI reference",
                    "is no time of RFC 3339",
                    "is no date",
                    "dueAt .* is not after the receipt",
                    "dueAt .* is more than 10 years after the receipt",
                    "promisedAt .* is not after the apology",
                    "since .* is not before the event's time",
                    "a day of the calendar lies outside",
                    "span from .* not before",
                    "are not ordered and disjoint")
            .stream()
            .collect(Collectors.toMap(Function.identity(), Pattern::compile));

    static List<EventType> types() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_right_event_is_valid(EventType type) {
        assertThat(faults(Samples.event(type), true)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_event_is_of_its_type_alone(EventType type) {
        for (EventType other : EventTypes.all())
            assertThat(VALIDATORS.get(other.name()).takes(Samples.event(type))).isEqualTo(other == type);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void a_schema_is_never_stricter_than_the_reader_and_no_laxer_than_it_must_be(long seed) {
        var mutant = new Mutant(new Random(seed));
        Map<String, Integer> verdicts = new HashMap<>();
        for (int count = 0; count < MUTANTS; count++) {
            ObjectNode event = mutant.next();
            if (!VALIDATORS.containsKey(event.path("type").asString(""))) continue;
            Optional<UnfitData> refusal = refusal(event);
            String verdict =
                    refusal.isEmpty() ? "taken" : VALIDATORS.get(type(event)).takes(event) ? "unsaid" : "said";
            if (refusal.isEmpty()) {
                assertThat(faults(event, false)).as("seed %d: %s", seed, event).isEmpty();
                // RFC 3339 (4.3) has this offset, this validator's format has not
                if (!event.toString().contains("-00:00\""))
                    assertThat(faults(event, true))
                            .as("seed %d: %s", seed, event)
                            .isEmpty();
            }
            if (verdict.equals("unsaid"))
                assertThat(unsaid(refusal.get()))
                        .as("seed %d: %s: %s", seed, event, refusal.get())
                        .isPresent();
            verdicts.merge(verdict, 1, Integer::sum);
        }
        // all three ways were gone, each often
        assertThat(verdicts)
                .hasSize(3)
                .allSatisfy((verdict, times) -> assertThat(times).isGreaterThan(MUTANTS / 1_000));
    }

    @Test
    void each_thing_a_schema_cannot_say_is_met() {
        Set<String> met = new TreeSet<>();
        var mutant = new Mutant(new Random(4));
        for (int count = 0; count < 4 * MUTANTS && met.size() < UNSAID.size(); count++) {
            ObjectNode event = mutant.next();
            if (!VALIDATORS.containsKey(event.path("type").asString(""))) continue;
            if (VALIDATORS.get(type(event)).takes(event))
                refusal(event).flatMap(PublishedSchemaTest::unsaid).ifPresent(met::add);
        }
        assertThat(met).isEqualTo(new TreeSet<>(UNSAID.keySet()));
    }

    @Test
    void a_schema_is_written_the_same_each_time() {
        for (EventType type : EventTypes.all())
            assertThat(new JsonMapper().writeValueAsString(JsonSchemas.published(type)))
                    .isEqualTo(new JsonMapper().writeValueAsString(JsonSchemas.published(type)))
                    .contains("\"title\":\"" + type.name() + "\"");
    }

    private static Optional<UnfitData> refusal(JsonNode event) {
        try {
            CloudEventReader.read(event);
            return Optional.empty();
        } catch (UnfitData unfit) {
            return Optional.of(unfit);
        }
    }

    private static Optional<String> unsaid(UnfitData refusal) {
        return UNSAID.entrySet().stream()
                .filter(reason -> reason.getValue().matcher(refusal.detail()).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String faults(JsonNode event, boolean formatsCount) {
        return VALIDATORS.get(type(event)).faults(event, formatsCount);
    }

    private static String type(JsonNode event) {
        return event.get("type").stringValue();
    }
}
