package hoso.testkit.world;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.testkit.brute.BruteAnswer;
import hoso.testkit.brute.BruteHouse;
import hoso.testkit.brute.BruteQuestion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomWorldTest {
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
    private static final int DOSSIERS = 60;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 6);
    }

    private static BruteHouse through(List<String> lines, List<String> verdicts) {
        BruteHouse house = new BruteHouse();
        lines.forEach(line -> verdicts.add(house.offer(line, NOW)));
        return house;
    }

    private static BruteHouse through(List<String> lines) {
        return through(lines, new ArrayList<>());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_same_seed_makes_the_same_world_and_any_house_the_same_verdicts(long seed) {
        RandomWorld world = RandomWorld.of(seed, DOSSIERS);
        List<String> verdicts = new ArrayList<>();
        through(world.lines(), verdicts);

        assertThat(RandomWorld.of(seed, DOSSIERS).lines()).as("seed %d", seed).isEqualTo(world.lines());
        assertThat(verdicts).as("seed %d", seed).isEqualTo(world.verdicts());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_identities_hold(long seed) {
        RandomWorld world = RandomWorld.of(seed, DOSSIERS);
        BruteHouse house = through(world.lines());

        for (BruteQuestion question : RandomQuestions.of(seed, world, house, 30)) {
            assertThat(house.identities(question))
                    .as("seed %d %s", seed, question)
                    .hasSize(9)
                    .doesNotContainValue(false);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void groups_add_up_to_the_total(long seed) {
        RandomWorld world = RandomWorld.of(seed, DOSSIERS);
        BruteHouse house = through(world.lines());

        for (BruteQuestion question : RandomQuestions.of(seed + 100, world, house, 30)) {
            BruteAnswer answer = house.report(question);
            SortedMap<String, Long> sum = new TreeMap<>();
            answer.total().keySet().forEach(cell -> sum.put(cell, 0L));
            answer.groups()
                    .values()
                    .forEach(group -> group.forEach((cell, value) -> sum.merge(cell, value, Long::sum)));
            SortedMap<String, Long> total = new TreeMap<>(answer.total());
            if (!Set.of("unit", "level").contains(question.by())) {
                sum.keySet().removeIf(cell -> cell.startsWith("petitions."));
                total.keySet().removeIf(cell -> cell.startsWith("petitions."));
            }
            assertThat(sum).as("seed %d %s", seed, question).isEqualTo(total);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void there_are_as_many_dossiers_behind_a_cell_as_it_says(long seed) {
        RandomWorld world = RandomWorld.of(seed, DOSSIERS);
        BruteHouse house = through(world.lines());

        for (BruteQuestion question : RandomQuestions.of(seed + 200, world, house, 3)) {
            house.report(question).total().forEach((cell, value) -> {
                if (!cell.startsWith("petitions.") && !cell.startsWith("amounts.")) {
                    assertThat(house.dossiers(question, cell))
                            .as("seed %d %s %s", seed, cell, question)
                            .hasSize(Math.toIntExact(value));
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_position_answers_what_it_answered_when_it_was_the_newest(long seed) {
        RandomWorld world = RandomWorld.of(seed, DOSSIERS);
        BruteHouse house = through(world.lines());
        List<String> half = world.lines().subList(0, world.lines().size() / 2);
        BruteHouse then = through(half);

        for (BruteQuestion question : RandomQuestions.of(seed + 300, world, then, 10)) {
            assertThat(house.report(question)).as("seed %d %s", seed, question).isEqualTo(then.report(question));
        }
    }

    @Test
    void every_verdict_occurs() {
        Set<String> verdicts = new TreeSet<>(RandomWorld.crowded(1).verdicts());
        seeds().forEach(seed ->
                verdicts.addAll(RandomWorld.of(seed, 2 * DOSSIERS).verdicts()));

        assertThat(verdicts)
                .containsExactlyInAnyOrder(
                        "accepted",
                        "duplicate",
                        "malformed",
                        "unknown-type",
                        "unknown-property",
                        "too-large",
                        "id-reused",
                        "voided",
                        "already-received",
                        "before-receipt",
                        "already-closed",
                        "already-paused",
                        "not-paused",
                        "not-closed",
                        "not-late",
                        "past-due",
                        "not-later",
                        "already-answered",
                        "not-answered",
                        "already-published",
                        "contradicts-history",
                        "too-many-facts",
                        "in-the-future",
                        "unknown-unit",
                        "unknown-procedure",
                        "unknown-dossier",
                        "unknown-petition",
                        "unknown-fact");
    }

    @Test
    void every_type_is_taken() {
        Pattern type = Pattern.compile("\"type\":\"hoso\\.([a-z.-]+)\\.v1\"");
        Set<String> taken = new TreeSet<>();
        seeds().forEach(seed -> {
            RandomWorld world = RandomWorld.of(seed, DOSSIERS);
            for (int line = 0; line < world.lines().size(); line++) {
                Matcher matcher = type.matcher(world.lines().get(line));
                if (world.verdicts().get(line).equals("accepted") && matcher.find()) {
                    taken.add(matcher.group(1));
                }
            }
        });

        assertThat(taken).as("%s", taken).hasSize(37).contains("dossier.texts-erased", "petition.rated");
    }
}
