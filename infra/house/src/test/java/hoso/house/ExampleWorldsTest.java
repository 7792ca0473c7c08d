package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.testkit.database.TestDatabase;
import hoso.testkit.examples.ExampleWorld;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The specification by example: the same verdict on every line, the same reports, the same dossiers. */
class ExampleWorldsTest {

    private static TestDatabase database;
    private static RunningHouse house;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        house = RunningHouse.on(database);
    }

    @AfterAll
    static void close() {
        house.close();
        database.close();
    }

    @Test
    void the_world_of_2024_comes_out_as_specified() {
        answersAs(ExampleWorld.world());
    }

    @Test
    void the_world_of_2022_which_begins_without_a_calendar_comes_out_as_specified() {
        answersAs(ExampleWorld.older());
    }

    private static void answersAs(ExampleWorld world) {
        int half = half(world);
        JsonNode first = house.publish(world.lines().subList(0, half));
        JsonNode second =
                house.publish(world.lines().subList(half, world.lines().size()));
        Map<Long, String> refused = new HashMap<>();
        first.get("rejections")
                .forEach(one ->
                        refused.put(one.get("line").longValue(), one.get("code").asString()));
        second.get("rejections")
                .forEach(one -> refused.put(
                        one.get("line").longValue() + half, one.get("code").asString()));
        for (int line = 1; line <= world.lines().size(); line++) {
            String verdict =
                    world.expected().at("/verdicts/" + (line - 1) + "/1").asString();
            String expected = List.of("accepted", "duplicate").contains(verdict) ? "taken" : verdict;
            assertThat(refused.getOrDefault((long) line, "taken"))
                    .as("%s line %d: %s", world.name(), line, world.lines().get(line - 1))
                    .isEqualTo(expected);
        }
        for (JsonNode question : world.expected().get("reports"))
            compare(
                    world.name(),
                    question,
                    first.get("lastPosition").longValue(),
                    second.get("lastPosition").longValue());
    }

    private static int half(ExampleWorld world) {
        for (JsonNode question : world.expected().get("reports"))
            if (question.has("asOfLine")) return question.get("asOfLine").intValue();
        return world.lines().size();
    }

    private static void compare(String world, JsonNode question, long halfPosition, long lastPosition) {
        Map<String, Object> parameters = new HashMap<>();
        for (String name : List.of("unit", "from", "to", "by", "tree", "at"))
            if (question.has(name)) parameters.put(name, question.get(name).asString());
        parameters.put("minPosition", lastPosition);
        if (question.has("asOfLine")) parameters.put("asOf", halfPosition);
        JsonNode report = house.get("/api/v1/report", parameters);
        List<String> differences = new ArrayList<>();
        differ("total", question.get("total"), report.get("total"), differences);
        Map<String, JsonNode> groups = new HashMap<>();
        report.get("groups").forEach(group -> groups.put(group.get("key").asString(), group));
        question.get("groups")
                .properties()
                .forEach(group -> differ(group.getKey(), group.getValue(), groups.get(group.getKey()), differences));
        report.get("identities").forEach(identity -> {
            if (!identity.get("holds").booleanValue()) differences.add(identity.toString());
        });
        assertThat(differences).as(world + " " + parameters).isEmpty();
    }

    /** A cell that is 0 may be absent. */
    private static void differ(String path, JsonNode expected, JsonNode actual, List<String> differences) {
        if (expected.isObject()) {
            expected.properties()
                    .forEach(member -> differ(
                            path + "." + member.getKey(),
                            member.getValue(),
                            actual == null ? null : actual.get(member.getKey()),
                            differences));
            return;
        }
        long got = actual == null ? 0 : actual.longValue();
        if (got != expected.longValue()) differences.add(path + " expected " + expected + " got " + got);
    }
}
