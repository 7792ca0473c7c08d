package hoso.testkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.testkit.brute.BruteAnswer;
import hoso.testkit.brute.BruteDossier;
import hoso.testkit.brute.BruteHouse;
import hoso.testkit.brute.BrutePause;
import hoso.testkit.brute.BruteQuestion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ExamplesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

    /** The house after the last line, with the position it had after each. */
    private record Lived(BruteHouse house, List<String> verdicts, List<Long> positions) {
        static Lived through(ExampleWorld world) {
            Lived lived = new Lived(new BruteHouse(), new ArrayList<>(), new ArrayList<>());
            for (String line : world.lines()) {
                lived.verdicts.add(lived.house.offer(line, NOW));
                lived.positions.add(lived.house.position());
            }
            return lived;
        }
    }

    static List<ExampleWorld> worlds() {
        return ExampleWorld.all();
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void every_line_gets_the_expected_verdict(ExampleWorld world) {
        List<String> verdicts = Lived.through(world).verdicts();

        assertThat(verdicts).hasSameSizeAs(world.lines());
        for (int line = 0; line < verdicts.size(); line++) {
            assertThat(verdicts.get(line))
                    .as("%s line %d %s", world.name(), line + 1, world.lines().get(line))
                    .isEqualTo(world.expected().get("verdicts").get(line).get(1).stringValue());
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void every_report_has_the_expected_cells(ExampleWorld world) {
        Lived lived = Lived.through(world);

        for (JsonNode report : world.expected().get("reports")) {
            BruteQuestion question = question(report, lived);
            BruteAnswer answer = lived.house().report(question);
            assertThat(withoutZeros(answer.total()))
                    .as("%s", question)
                    .isEqualTo(withoutZeros(cells(report.get("total"))));
            SortedMap<String, Map<String, Long>> expected = new TreeMap<>();
            report.get("groups").forEachEntry((key, cells) -> expected.put(key, withoutZeros(cells(cells))));
            // Where two reports list a level, and the unit itself, without any figure, the domain has no such group.
            expected.keySet().removeIf(key -> expected.get(key).isEmpty() && !isChild(key, question));
            assertThat(answer.groups().keySet()).as("%s", question).isEqualTo(expected.keySet());
            answer.groups()
                    .forEach((key, cells) -> assertThat(withoutZeros(cells))
                            .as("%s %s", key, question)
                            .isEqualTo(expected.get(key)));
            assertThat(lived.house().identities(question)).doesNotContainValue(false);
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void every_dossier_stands_as_expected(ExampleWorld world) {
        BruteHouse house = Lived.through(world).house();
        SortedMap<String, BruteDossier> dossiers = house.dossiers(house.position());

        List<String> ids = new ArrayList<>();
        for (JsonNode expected : world.dossiers()) {
            ids.add(expected.get("id").stringValue());
            assertThat(told(dossiers.get(ids.getLast()))).isEqualTo(told(expected));
        }
        assertThat(dossiers.keySet()).containsExactlyInAnyOrderElementsOf(ids);
    }

    private static boolean isChild(String key, BruteQuestion question) {
        return question.by().equals("unit") && !key.equals(question.unit());
    }

    private static BruteQuestion question(JsonNode report, Lived lived) {
        return new BruteQuestion(
                report.get("unit").stringValue(),
                LocalDate.parse(report.get("from").stringValue()),
                LocalDate.parse(report.get("to").stringValue()),
                report.get("by").stringValue(),
                report.has("tree") ? LocalDate.parse(report.get("tree").stringValue()) : null,
                instant(report.path("at").asString(null)),
                report.has("asOfLine")
                        ? lived.positions().get(report.get("asOfLine").intValue() - 1)
                        : lived.house().position());
    }

    private static SortedMap<String, Long> cells(JsonNode nested) {
        SortedMap<String, Long> cells = new TreeMap<>();
        for (var member : nested.properties()) {
            if (member.getValue().isObject()) {
                cells(member.getValue()).forEach((path, value) -> cells.put(member.getKey() + "." + path, value));
            } else {
                cells.put(member.getKey(), member.getValue().longValue());
            }
        }
        return cells;
    }

    private static Map<String, Long> withoutZeros(Map<String, Long> cells) {
        Map<String, Long> left = new TreeMap<>(cells);
        left.values().removeIf(value -> value == 0);
        return left;
    }

    private static Map<String, Object> told(BruteDossier dossier) {
        List<Object> pauses = new ArrayList<>();
        for (BrutePause pause : dossier.pausesThatCount()) {
            pauses.add(pause.from() + "–" + pause.to());
        }
        return told(
                List.of(dossier.id(), dossier.unit(), dossier.procedure(), dossier.field(), dossier.channel()),
                new @Nullable Object[] {dossier.receivedAt(), dossier.dueAt(), dossier.closedAt(), dossier.timeliness()
                },
                pauses,
                dossier.tags());
    }

    private static Map<String, Object> told(JsonNode dossier) {
        List<Object> pauses = new ArrayList<>();
        for (JsonNode pause : dossier.get("pausesThatCount")) {
            pauses.add(instant(pause.get(0).asString(null)) + "–"
                    + instant(pause.get(1).asString(null)));
        }
        List<String> tags = new ArrayList<>();
        dossier.get("tags").forEach(tag -> tags.add(tag.stringValue()));
        return told(
                List.of(
                        dossier.get("id").stringValue(),
                        dossier.get("unit").stringValue(),
                        dossier.get("procedure").stringValue(),
                        dossier.get("field").stringValue(),
                        dossier.get("channel").stringValue()),
                new @Nullable Object[] {
                    instant(dossier.get("receivedAt").asString(null)),
                    instant(dossier.get("dueAt").asString(null)),
                    instant(dossier.get("closedAt").asString(null)),
                    dossier.get("timeliness").asString(null)
                },
                pauses,
                tags);
    }

    private static Map<String, Object> told(
            List<String> names, @Nullable Object[] times, List<Object> pauses, Iterable<String> tags) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("names", names);
        told.put("times", java.util.Arrays.asList(times));
        told.put("pauses", pauses);
        List<String> listed = new ArrayList<>();
        tags.forEach(listed::add);
        told.put("tags", listed);
        return told;
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }
}
