package hoso.command;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.command.reference.NationalCalendars;
import hoso.testkit.brute.BruteHouse;
import hoso.testkit.world.RandomWorld;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The deciders against the brute-force judge, which reads the same rules and shares no code with them. */
class RandomWorldsTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void every_line_gets_the_verdict_of_the_brute_force_judge(long seed) {
        var brute = new BruteHouse();
        var house = new PureHouse();
        NationalCalendars.lines().forEach(house::offer);
        List<String> lines = RandomWorld.of(seed, 120).lines();
        Instant now = Instant.parse("2026-11-20T00:00:00Z");
        for (int index = 0; index < lines.size(); index++)
            assertThat(house.offer(lines.get(index)))
                    .as("seed %d, line %d: %s", seed, index + 1, lines.get(index))
                    .isEqualTo(brute.offer(lines.get(index), now));
    }
}
