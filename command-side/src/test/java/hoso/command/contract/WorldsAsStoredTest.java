package hoso.command.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import hoso.command.PureHouse;
import hoso.event.AcceptedEvent;
import hoso.event.schema.JsonSchemas;
import hoso.event.wire.EventType;
import hoso.event.wire.EventTypes;
import hoso.event.wire.StoredEventFormat;
import hoso.event.wire.StrictJson;
import hoso.testkit.examples.ExampleWorld;
import hoso.testkit.world.RandomWorld;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is decided in a world, its stored bytes are what the schema of its type says. */
class WorldsAsStoredTest {

    private static final Instant RECORDED_AT = Instant.parse("2026-11-20T00:00:00.000001Z");
    private static final SchemaRegistry DRAFT = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final Map<String, Schema> SCHEMAS = EventTypes.all().stream()
            .collect(Collectors.toMap(
                    EventType::name,
                    type -> DRAFT.getSchema(
                            new JsonMapper().<JsonNode>valueToTree(JsonSchemas.document(JsonSchemas.stored(type))))));

    static List<ExampleWorld> examples() {
        return ExampleWorld.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void of_an_example_world(ExampleWorld world) {
        assertValid(world.name(), lived(world.lines()));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void of_a_random_world(long seed) {
        assertValid("seed " + seed, lived(RandomWorld.of(seed, 30).lines()));
    }

    @Test
    void these_worlds_have_every_type_and_every_member_of_a_decision() {
        Set<String> types = new TreeSet<>();
        Set<String> members = new TreeSet<>();
        for (long seed = 1; seed <= 6; seed++)
            for (AcceptedEvent event : lived(RandomWorld.of(seed, 30).lines())) {
                types.add(event.statement().type());
                JsonNode decision = json(event, 1).path("decision");
                members.addAll(decision.propertyNames());
                decision.path("rulings").forEach(ruling -> members.addAll(ruling.propertyNames()));
            }
        assertThat(types)
                .isEqualTo(
                        EventTypes.all().stream().map(EventType::name).collect(Collectors.toCollection(TreeSet::new)));
        assertThat(members)
                .contains(
                        "target",
                        "taken",
                        "rulings",
                        "was",
                        "now",
                        "fact",
                        "pause",
                        "counts",
                        "remaining",
                        "timeliness");
    }

    private static List<AcceptedEvent> lived(List<String> lines) {
        var house = PureHouse.withNationalCalendars();
        lines.forEach(house::offer);
        return house.accepted();
    }

    private static void assertValid(String world, List<AcceptedEvent> events) {
        assertThat(events).as(world).isNotEmpty();
        long position = 0;
        for (AcceptedEvent event : events) {
            JsonNode stored = json(event, ++position);
            assertThat(SCHEMAS.get(event.statement().type()).validate(stored))
                    .as("%s: %s", world, stored)
                    .isEmpty();
        }
    }

    private static JsonNode json(AcceptedEvent event, long position) {
        return StrictJson.read(StoredEventFormat.bytes(position, RECORDED_AT, StoredEventFormat.rest(event)));
    }
}
