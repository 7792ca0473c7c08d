package hoso.command;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.Ruling;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.testkit.brute.BruteDossier;
import hoso.testkit.brute.BruteHouse;
import hoso.testkit.examples.ExampleWorld;
import hoso.testkit.world.RandomWorld;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two independent readings of the domain agree: the deciders, and the brute-force house of the testkit. */
class TwoJudgesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

    /** What intake refuses before anything is decided. */
    private static final Set<String> REFUSED_AT_THE_DOOR = Set.of("in-the-future", "too-large");

    static List<ExampleWorld> examples() {
        return ExampleWorld.all();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 14);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_line_of_an_example_gets_the_expected_verdict(ExampleWorld world) {
        List<String> expected = new ArrayList<>();
        world.expected()
                .get("verdicts")
                .forEach(pair -> expected.add(pair.get(1).stringValue()));

        agree(world.name(), world.lines(), expected);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_line_of_a_random_world_gets_the_same_verdict_and_leads_to_the_same_dossiers(long seed) {
        var world = RandomWorld.of(seed, 30);

        agree("seed " + seed, world.lines(), world.verdicts());
    }

    @Test
    void a_dossier_that_is_told_too_much_is_refused_by_both() {
        var world = RandomWorld.crowded(1);

        assertThat(world.verdicts()).contains("too-many-facts");
        agree("crowded", world.lines(), world.verdicts());
    }

    private static void agree(String name, List<String> lines, List<String> expected) {
        var pure = PureHouse.withNationalCalendars();
        var brute = new BruteHouse();
        for (int line = 0; line < lines.size(); line++) {
            String text = lines.get(line);
            String verdict = expected.get(line);
            brute.offer(text, NOW);
            if (REFUSED_AT_THE_DOOR.contains(verdict)) continue;
            assertThat(pure.offer(text))
                    .as("%s line %d %s", name, line + 1, text)
                    .isEqualTo(verdict);
        }
        var alive = new TreeMap<String, DossierHistory>();
        pure.dossiers().forEach((id, timeline) -> {
            if (timeline.history().alive()) alive.put(id, timeline.history());
        });
        var judged = brute.dossiers(brute.position());
        assertThat(alive.keySet()).as(name).isEqualTo(judged.keySet());
        judged.forEach((id, dossier) ->
                assertThat(told(alive.get(id))).as("%s dossier %s", name, id).isEqualTo(told(dossier)));
    }

    private record Told(
            String unit,
            String procedure,
            String field,
            String channel,
            Instant receivedAt,
            Instant dueAt,
            @Nullable Instant closedAt,
            @Nullable String timeliness,
            @Nullable String outcome,
            List<String> pausesThatCount) {}

    private static Told told(BruteDossier dossier) {
        return new Told(
                dossier.unit(),
                dossier.procedure(),
                dossier.field(),
                dossier.channel(),
                dossier.receivedAt(),
                dossier.dueAt(),
                dossier.closedAt(),
                dossier.timeliness(),
                dossier.outcome(),
                dossier.pausesThatCount().stream()
                        .map(pause -> pause.from() + "–" + pause.to())
                        .toList());
    }

    private static Told told(DossierHistory history) {
        var received = history.received();
        var timeliness = history.standing().timeliness();
        return new Told(
                received.unit(),
                received.procedure(),
                history.terms().field(),
                received.channel().name(),
                history.receivedAt(),
                history.dueAt(),
                history.closing().map(ClockEntry::at).orElse(null),
                timeliness == null ? null : timeliness.name(),
                history.closing().map(TwoJudgesTest::outcome).orElse(null),
                pauses(history.clock()));
    }

    private static String outcome(ClockEntry closing) {
        return ((hoso.event.ClockFact.Closing) closing.fact()).outcome().name().toLowerCase(Locale.ROOT);
    }

    private static List<String> pauses(List<ClockEntry> clock) {
        var pauses = new ArrayList<String>();
        for (int index = 0; index < clock.size(); index++)
            if (clock.get(index).ruling() instanceof Ruling.Paused paused && paused.counts())
                pauses.add(clock.get(index).at() + "–"
                        + (index + 1 < clock.size() ? clock.get(index + 1).at() : null));
        return pauses;
    }
}
