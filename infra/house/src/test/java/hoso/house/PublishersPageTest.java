package hoso.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.ProblemCode;
import hoso.event.wire.EventType;
import hoso.event.wire.EventTypes;
import hoso.testkit.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the page for publishers shows is accepted, and what it says of refusals is complete. */
class PublishersPageTest {

    private static final Path PAGE = Path.of("../handbook/publishers.md");
    private static final Pattern EXAMPLE = Pattern.compile("```json\\n(.+?)```", Pattern.DOTALL);
    private static final Pattern REFUSAL = Pattern.compile("^\\| `([a-z-]+)` \\| ([0-9, ]+) \\|", Pattern.MULTILINE);
    private static final JsonMapper JSON = new JsonMapper();

    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(PAGE, UTF_8);
    }

    private static List<JsonNode> examples() {
        return EXAMPLE.matcher(page)
                .results()
                .map(found -> JSON.readTree(found.group(1)))
                .toList();
    }

    @Test
    void every_type_has_an_example() {
        assertThat(examples().stream().map(event -> event.get("type").stringValue()))
                .containsAll(EventTypes.all().stream().map(EventType::name).toList());
    }

    @Test
    void every_example_is_accepted_in_its_order_and_is_a_duplicate_when_it_comes_again() {
        try (var database = TestDatabase.fresh();
                var house = RunningHouse.on(database)) {
            var wire = new Wire(house);
            long position = 0;
            for (JsonNode event : examples()) {
                Reply reply = wire.post("/api/v1/events", Wire.ONE, Wire.bytes(event.toString()), wire.admin());
                assertThat(reply.isOk().json().get("status").stringValue())
                        .as(event.toString())
                        .isEqualTo("accepted");
                position = reply.json().get("position").longValue();
            }
            byte[] batch = Wire.bytes(JSON.writeValueAsString(examples()));
            byte[] stream =
                    Wire.bytes(examples().stream().map(JsonNode::toString).collect(Collectors.joining("\n")));
            for (Reply again : List.of(
                    wire.post("/api/v1/events", Wire.BATCH, batch, wire.admin()),
                    wire.post("/api/v1/events", Wire.STREAM, stream, wire.admin()))) {
                // all but the one that was voided
                assertThat(again.isOk().json().get("duplicates").intValue())
                        .isEqualTo(examples().size() - 1);
                assertThat(again.json().at("/rejections/0/code").stringValue()).isEqualTo("voided");
            }
            told(wire, position);
        }
    }

    /** What the page says follows from them. */
    private static void told(Wire wire, long position) {
        JsonNode dossier = wire.get("/api/v1/dossiers/H20.932-260302-0001?minPosition=" + position, wire.admin())
                .isOk()
                .json();
        assertThat(dossier.get("computedDueAt").stringValue()).isEqualTo("2026-03-09T02:00:00Z");
        assertThat(dossier.get("closedAt").stringValue()).isEqualTo("2026-03-12T09:30:00Z");
        assertThat(dossier.get("dueAt").stringValue()).isEqualTo("2026-03-12T10:00:00Z");
        assertThat(dossier.get("timeliness").stringValue()).isEqualTo("ON_TIME");
    }

    @Test
    void every_refusal_is_in_the_table_with_its_statuses() {
        Map<String, Set<String>> told = new TreeMap<>();
        for (MatchResult row : REFUSAL.matcher(page).results().toList())
            assertThat(told.put(
                            row.group(1),
                            new TreeSet<>(Arrays.asList(row.group(2).split(", ")))))
                    .as("twice in the table: %s", row.group(1))
                    .isNull();
        Map<String, Set<String>> codes = Stream.of(ProblemCode.values())
                .collect(Collectors.groupingBy(
                        ProblemCode::code,
                        TreeMap::new,
                        Collectors.mapping(code -> "" + code.status(), Collectors.toCollection(TreeSet::new))));
        assertThat(told).isEqualTo(codes);
    }
}
