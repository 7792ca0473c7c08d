package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.testkit.brute.BruteHouse;
import hoso.testkit.database.TestDatabase;
import hoso.testkit.world.RandomWorld;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Thousands of events that are almost right. The seed stands in the name of what failed. */
class FuzzTest {

    private static final int DOSSIERS = 20;
    private static final int LINES = 500;
    private static final int SINGLES = 100;
    private static final int QUESTIONS = 150;

    private static final BruteHouse BRUTE = new BruteHouse();

    private static TestDatabase database;
    private static RunningHouse house;
    private static Wire wire;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        house = RunningHouse.on(database);
        wire = new Wire(house);
    }

    @AfterAll
    static void close() {
        house.close();
        database.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void values_changed_by_chance_are_judged_as_by_brute_force_and_make_nothing_sick(long seed) {
        RandomWorld world = published(seed);
        var mutations = new Mutations(new Random(seed), valid(world));
        List<String> lines =
                IntStream.range(0, LINES).mapToObj(any -> mutations.line()).toList();
        Instant now = Instant.now();

        JsonNode answer = house.publish(lines);

        Map<Integer, String> refused = new HashMap<>();
        for (JsonNode one : answer.get("rejections"))
            refused.put(one.get("line").intValue(), one.get("code").asString());
        for (int line = 1; line <= LINES; line++) {
            String verdict = BRUTE.offer(lines.get(line - 1), now).replaceAll("accepted|duplicate", "taken");
            assertThat(refused.getOrDefault(line, "taken"))
                    .as("seed %d: %s", seed, lines.get(line - 1))
                    .isEqualTo(verdict);
        }
        nothingIsSick(world, answer.get("lastPosition").longValue());
    }

    private static RandomWorld published(long seed) {
        RandomWorld world = RandomWorld.of(seed, DOSSIERS);
        house.publish(world.lines());
        world.lines().forEach(line -> BRUTE.offer(line, Instant.now()));
        return world;
    }

    /** Calendars are all worlds' own: what changes them by chance, the brute-force house has to be told too. */
    private static List<String> withoutCalendars(RandomWorld world) {
        return valid(world).stream()
                .filter(line -> !line.contains("hoso.calendar."))
                .toList();
    }

    private static List<String> valid(RandomWorld world) {
        return IntStream.range(0, world.lines().size())
                .filter(line -> world.verdicts().get(line).equals("accepted"))
                .mapToObj(world.lines()::get)
                .toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12})
    void bytes_changed_by_chance_are_taken_or_refused(long seed) {
        var mutations = new Mutations(new Random(seed), withoutCalendars(published(seed)));
        var stream = new ByteArrayOutputStream();
        for (int line = 0; line < LINES; line++) {
            stream.writeBytes(mutations.bytes());
            stream.write('\n');
        }

        JsonNode answer = wire.post("/api/v1/events", Wire.STREAM, stream.toByteArray(), wire.admin())
                .isOk()
                .json();

        assertThat(answer.get("lastLine").intValue()).as("seed %d", seed).isEqualTo(LINES);
        assertThat(answer.get("rejected").intValue()).as("seed %d", seed).isGreaterThan(LINES / 2);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21})
    void a_single_event_changed_by_chance_is_taken_or_answered_with_a_problem(long seed) {
        var random = new Random(seed);
        var mutations = new Mutations(random, withoutCalendars(published(seed)));
        for (int event = 0; event < SINGLES; event++) {
            byte[] body = random.nextBoolean() ? mutations.bytes() : Wire.bytes(mutations.line());
            Reply reply = wire.post("/api/v1/events", Wire.ONE, body, wire.admin());
            if (reply.status() != 200) reply.isProblem();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31})
    void a_question_put_together_by_chance_is_answered_or_refused(long seed) {
        var random = new Random(seed);
        List<String> paths = List.of(
                "report",
                "report",
                "report/dossiers",
                "report/dossiers",
                "units",
                "procedures",
                "calendars/2024",
                "calendars/2024/affected",
                "dossiers/X-1",
                "dossiers/X-1/history",
                "status",
                "indicators");
        for (int question = 0; question < QUESTIONS; question++) {
            String path = "/api/v1/" + paths.get(random.nextInt(paths.size())) + "?" + parameters(random);
            Reply reply = wire.get(path, wire.admin());
            assertThat(reply.status()).as("seed %d: %s", seed, path).isNotEqualTo(500);
            if (reply.status() != 200) reply.isProblem();
        }
    }

    private static String parameters(Random random) {
        Map<String, List<String>> sane = Map.of(
                "unit", List.of("H20", "nowhere"),
                "from", List.of("2024-01-01", "2024-05-01", "1990-01-01"),
                "to", List.of("2024-05-31", "2100-12-31", "2024-04-30"),
                "by", List.of("unit", "field", "procedure", "channel", "level"),
                "tree", List.of("2024-05-31", "1990-01-01"),
                "at", List.of("2024-05-15T10:00:00+07:00", "2024-05-15T10:00:00Z"),
                "asOf", List.of("1", "0", "2020-01-01T00:00:00Z"),
                "cell", List.of("received.new", "pending.dueWithin", "tags.digitized.inScope", "amounts.paidOnline"),
                "days", List.of("3", "366"),
                "limit", List.of("1", "1000"));
        List<String> odd = List.of("", " ", "0", "-1", "x", "2024-02-30", "%", "{}", "é", "null", "9".repeat(30), "*");
        List<String> parameters = new ArrayList<>();
        sane.forEach((name, values) -> {
            boolean needed = List.of("unit", "from", "to", "cell").contains(name);
            if (random.nextInt(10) < (needed ? 9 : 3)) {
                List<String> choices = random.nextInt(8) == 0 ? odd : values;
                String value = choices.get(random.nextInt(choices.size()));
                parameters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return String.join("&", parameters);
    }

    private static void nothingIsSick(RandomWorld world, long position) {
        JsonNode report = house.get(
                "/api/v1/report",
                Map.of(
                        "unit", world.root(),
                        "from", world.firstDay(),
                        "to", world.lastDay(),
                        "minPosition", position));
        assertThat(report.has("parked")).isFalse();
        for (JsonNode identity : report.get("identities"))
            assertThat(identity.get("holds").booleanValue())
                    .as(identity.toString())
                    .isTrue();
    }
}
