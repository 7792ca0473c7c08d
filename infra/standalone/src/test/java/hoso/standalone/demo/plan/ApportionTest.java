package hoso.standalone.demo.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApportionTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void parts_add_up_and_stay_within_one_of_their_share(long seed) {
        var random = new SplittableRandom(seed);
        long amount = random.nextLong(1_000_000);
        long[] weights = random.longs(1 + random.nextInt(50), 1, 100).toArray();
        double sum = Arrays.stream(weights).sum();

        long[] parts = Apportion.split(amount, weights);

        assertThat(Arrays.stream(parts).sum()).as("seed " + seed).isEqualTo(amount);
        for (int index = 0; index < parts.length; index++)
            assertThat(Math.abs(parts[index] - amount * weights[index] / sum))
                    .as("seed " + seed)
                    .isLessThan(1);
    }
}
