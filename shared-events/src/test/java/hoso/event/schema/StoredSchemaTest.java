package hoso.event.schema;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.wire.EventType;
import hoso.event.wire.EventTypes;
import hoso.event.wire.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every event as it has always been stored is valid, and is so in each of its members. */
class StoredSchemaTest {

    /** Of a decision: what need not be there, whatever the type. */
    private static final Set<String> OPTIONAL =
            Set.of("amount", "supplement", "feeRequired", "fact", "pause", "timeliness");

    static List<EventType> types() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void what_is_stored_is_valid(EventType type) {
        assertThat(validator(type).faults(golden(type), true)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void what_is_stored_of_another_type_is_not(EventType type) {
        for (EventType other : EventTypes.all())
            assertThat(validator(type).takes(golden(other))).as(other.name()).isEqualTo(other == type);
    }

    @ParameterizedTest
    @MethodSource("types")
    void with_one_member_of_another_kind_it_is_not(EventType type) {
        var validator = validator(type);
        for (List<String> path : members(golden(type))) {
            ObjectNode changed = golden(type);
            parent(changed, path).set(path.getLast(), StrictJson.read(new byte[] {'[', ']'}));
            boolean anything = path.size() == 3 && path.get(1).equals("data");
            boolean list = Set.of("holidays", "makeUpDays").contains(path.getLast());
            assertThat(validator.takes(changed)).as("%s", path).isEqualTo(anything || list);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void with_one_member_more_it_is_not(EventType type) {
        var validator = validator(type);
        List<List<String>> objects = new ArrayList<>(members(golden(type)));
        objects.addFirst(List.of());
        for (List<String> path : objects) {
            ObjectNode changed = golden(type);
            JsonNode object = changed.at(pointer(path));
            boolean any = path.equals(List.of("data", "data"));
            if (object instanceof ObjectNode more && !any) {
                more.put("more", 1);
                assertThat(validator.takes(changed)).as("%s", path).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void without_one_member_that_must_be_there_it_is_not(EventType type) {
        var validator = validator(type);
        for (List<String> path : members(golden(type))) {
            ObjectNode changed = golden(type);
            parent(changed, path).remove(path.getLast());
            assertThat(validator.takes(changed)).as("%s", path).isEqualTo(mayBeAbsent(type, path));
        }
    }

    /** By the table of types where it is data, by the table above where it is of a decision. */
    private static boolean mayBeAbsent(EventType type, List<String> path) {
        String name = path.getLast();
        boolean optional =
                type.properties().stream().anyMatch(property -> property.name().equals(name) && !property.required());
        boolean corrected = type.name().equals("hoso.dossier.corrected.v1");
        return switch (path.getFirst()) {
            case "data" ->
                path.size() == 1
                        ? type.properties().stream()
                                .noneMatch(property -> property.required() && !property.isFreeText())
                        : path.size() == 2 && optional && (corrected || lastOfSeveral(type))
                                || path.size() == 3 && path.get(1).equals("data");
            case "decision" ->
                path.size() == 2
                        ? mayNotBeDecided(type).contains(name)
                        : OPTIONAL.contains(name) || isUncounted(type, name);
            case "texts" ->
                path.size() == 1
                        ? type.properties().stream().noneMatch(property -> property.required() && property.isFreeText())
                        : name.startsWith("data.");
            default -> false;
        };
    }

    /** Whether data has something left without one of its members: it is left out where it would be empty. */
    private static boolean lastOfSeveral(EventType type) {
        return golden(type).get("data").size() > 1;
    }

    /** A correction may decide nothing anew, and what the dossier shows may be left out but by a re-decision. */
    private static Set<String> mayNotBeDecided(EventType type) {
        return switch (type.name()) {
            case "hoso.dossier.corrected.v1", "hoso.dossier.voided.v1" -> Set.of("taken", "rulings", "was", "now");
            case "hoso.dossier.clock-redecided.v1" -> Set.of();
            default -> Set.of("was", "now");
        };
    }

    /** The golden suspension does not count, and without {@code counts} it is no pause. */
    private static boolean isUncounted(EventType type, String name) {
        return type.name().equals("hoso.dossier.suspended.v1") && name.equals("counts");
    }

    private static Validator validator(EventType type) {
        return new Validator(JsonSchemas.stored(type));
    }

    private static ObjectNode parent(ObjectNode event, List<String> path) {
        return (ObjectNode) event.at(pointer(path.subList(0, path.size() - 1)));
    }

    private static String pointer(List<String> path) {
        return path.isEmpty() ? "" : "/" + String.join("/", path);
    }

    /** The paths of all members at every depth. */
    private static List<List<String>> members(JsonNode node) {
        List<List<String>> members = new ArrayList<>();
        collect(node, List.of(), members);
        return members;
    }

    private static void collect(JsonNode node, List<String> path, List<List<String>> members) {
        if (node instanceof ObjectNode object)
            for (var member : object.properties()) {
                List<String> below = below(path, member.getKey());
                members.add(below);
                collect(member.getValue(), below, members);
            }
        if (node instanceof ArrayNode array)
            for (int index = 0; index < array.size(); index++)
                collect(array.get(index), below(path, "" + index), members);
    }

    private static List<String> below(List<String> path, String step) {
        List<String> below = new ArrayList<>(path);
        below.add(step);
        return below;
    }

    private static ObjectNode golden(EventType type) {
        try (InputStream file = StoredSchemaTest.class.getResourceAsStream("/golden/" + type.name() + ".json")) {
            return (ObjectNode) StrictJson.read(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new AssertionError(type.name(), unreadable);
        }
    }
}
