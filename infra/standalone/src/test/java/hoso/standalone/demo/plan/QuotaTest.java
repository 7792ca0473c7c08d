package hoso.standalone.demo.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void takes_exactly_as_many_as_it_should(long seed) {
        var random = new SplittableRandom(seed);
        int population = 1 + random.nextInt(500);
        int wanted = random.nextInt(population + 1);
        var quota = new Quota(wanted, population);

        int taken = 0;
        for (int asked = 0; asked < population; asked++) if (quota.takes(random)) taken++;

        assertThat(taken).as("seed " + seed).isEqualTo(wanted);
        assertThatThrownBy(() -> quota.takes(random)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void cannot_take_more_than_there_are() {
        assertThatThrownBy(() -> new Quota(6, 5)).isInstanceOf(IllegalArgumentException.class);
    }
}
