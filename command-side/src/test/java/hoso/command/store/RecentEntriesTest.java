package hoso.command.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentEntriesTest {

    private final RecentEntries entries = new RecentEntries(10, value -> 1);

    @Test
    void what_just_came_is_kept_however_often_the_others_were_used() {
        for (int key = 0; key < 10; key++) {
            entries.put(key, "old");
            for (int use = 0; use < 100; use++) entries.get(key);
        }
        IntStream.range(10, 15).forEach(key -> entries.put(key, "new"));
        assertThat(IntStream.range(10, 15)).allMatch(entries::has);
    }

    @Test
    void what_is_used_again_stays_while_others_go() {
        entries.put("used", 1);
        for (int key = 0; key < 100; key++) {
            entries.put(key, key);
            assertThat(entries.get("used")).isEqualTo(1);
        }
        assertThat(entries.has(0)).isFalse();
    }

    @Test
    void what_is_heavy_takes_the_place_of_many() {
        var weighed = new RecentEntries(10, value -> (int) value);
        for (int key = 0; key < 4; key++) weighed.put(key, 1);
        weighed.put("heavy", 5);
        weighed.put("next", 5);
        assertThat(IntStream.range(0, 4)).noneMatch(weighed::has);
        assertThat(weighed.has("next")).isTrue();
        weighed.put("next", 6);
        assertThat(weighed.has("next")).as("more than half of all").isFalse();
        assertThat(weighed.has("heavy")).isTrue();
    }

    @Test
    void removed_is_gone_whether_it_was_used_lately_or_not() {
        entries.put("again", 1);
        IntStream.range(0, 5).forEach(key -> entries.put(key, key));
        assertThat(entries.get("again")).isEqualTo(1);
        assertThat(entries.remove("again")).isTrue();
        assertThat(entries.get("again")).isNull();
        assertThat(entries.remove("again")).isFalse();
    }

    @Test
    void gives_what_was_put_last_keeps_the_last_used_half_and_never_more_than_all() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        Map<Integer, Integer> put = new HashMap<>();
        var lastUsed = new ArrayDeque<Integer>();
        for (int step = 0; step < 10_000; step++) {
            int key = random.nextInt(30);
            boolean puts = random.nextBoolean();
            if (puts) {
                entries.put(key, step);
                put.put(key, step);
            }
            Object found = entries.get(key);
            if (lastUsed.contains(key))
                assertThat(found).as("seed %d, step %d", seed, step).isNotNull();
            if (found != null) {
                assertThat(found).as("seed %d, step %d", seed, step).isEqualTo(put.get(key));
                lastUsed.remove(key);
                lastUsed.addLast(key);
                // of the five last used, one may be the first of the next five
                if (lastUsed.size() > 4) lastUsed.removeFirst();
            }
            assertThat(IntStream.range(0, 30).filter(entries::has).count())
                    .as("seed %d, step %d", seed, step)
                    .isLessThanOrEqualTo(10);
        }
    }
}
