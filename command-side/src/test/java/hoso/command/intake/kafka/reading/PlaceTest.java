package hoso.command.intake.kafka.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    private final Place place = new Place(new TopicPartition("t", 0));

    @Test
    void nothing_is_committed_before_anything_is_judged() {
        assertThat(place.uncommitted()).isEmpty();
        assertThat(place.next(7)).isEqualTo(7);
    }

    @Test
    void what_was_committed_is_not_committed_again() {
        place.judged(4);
        assertThat(place.uncommitted()).hasValue(5);
        place.committed(5);
        assertThat(place.uncommitted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void no_commit_ever_passes_a_refused_message_that_is_not_acknowledged(long seed) {
        var chance = new Random(seed);
        var waiting = new TreeSet<Long>();
        long judged = 0;
        for (int step = 0; step < 2_000; step++) {
            switch (chance.nextInt(4)) {
                case 0, 1 -> place.judged(judged++);
                case 2 -> {
                    waiting.add(judged);
                    place.refused(judged++);
                }
                default -> {
                    if (waiting.isEmpty()) continue;
                    long acknowledged = new ArrayList<>(waiting).get(chance.nextInt(waiting.size()));
                    waiting.remove(acknowledged);
                    place.acknowledged(acknowledged);
                }
            }
            long done = waiting.isEmpty() ? judged : waiting.first();
            assertThat(place.uncommitted().orElse(-1))
                    .as("seed %d, step %d", seed, step)
                    .isIn(done, -1L);
            if (chance.nextInt(10) == 0) place.uncommitted().ifPresent(place::committed);
        }
    }
}
