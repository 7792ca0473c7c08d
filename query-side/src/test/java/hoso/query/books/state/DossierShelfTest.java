package hoso.query.books.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DossierShelfTest {

    private static final int EACH = new KeptDossier("d", false).bytes();
    private static final int ROOM = 160;

    private final DossierShelf shelf = new DossierShelf((long) ROOM * EACH);

    @Test
    void who_was_needed_longest_ago_leaves_first_and_few_at_a_time() {
        for (int number = 0; number < ROOM; number++) {
            shelf.add(new KeptDossier("d" + number, false));
            assertThat(shelf.makeRoom()).isEmpty();
        }
        assertThat(shelf.find("d0")).isNotNull();
        shelf.add(new KeptDossier("new", false));
        List<KeptDossier> left = shelf.makeRoom();
        assertThat(left).extracting(KeptDossier::id).startsWith("d1", "d2").doesNotContain("d0", "d" + ROOM / 8);
        assertThat(shelf.find("d1")).isNull();
        assertThat(shelf.find("d0")).isNotNull();
    }

    @Test
    void a_batch_larger_than_the_shelf_leaves_it_when_it_ends() {
        for (int number = 0; number < 3 * ROOM; number++) shelf.add(new KeptDossier("d" + number, false));
        assertThat(shelf.find("d0")).isNotNull();
        assertThat(shelf.makeRoom()).hasSize(3 * ROOM);
        assertThat(shelf.find("d0")).isNull();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {91, 92, 93})
    void nobody_is_lost_the_room_is_kept_and_who_was_needed_lately_is_there(long seed) {
        var random = new Random(seed);
        Set<String> expected = new HashSet<>();
        var newestLast = new LinkedHashSet<String>();
        for (int step = 0; step < 20_000; step++) {
            String id = "d" + (int) Math.abs(random.nextGaussian() * ROOM + step / 50.0);
            KeptDossier found = shelf.find(id);
            assertThat(found != null).isEqualTo(expected.contains(id));
            if (found == null) shelf.add(new KeptDossier(id, false));
            else shelf.recount(found);
            expected.add(id);
            newestLast.remove(id);
            newestLast.add(id);
            if (step % 4 > 0) continue;
            for (KeptDossier left : shelf.makeRoom())
                assertThat(expected.remove(left.id())).isTrue();
            assertThat(expected).hasSizeLessThanOrEqualTo(ROOM);
            int lately = Math.min(newestLast.size(), ROOM * 7 / 8);
            assertThat(expected)
                    .containsAll(List.copyOf(newestLast).subList(newestLast.size() - lately, newestLast.size()));
        }
    }
}
