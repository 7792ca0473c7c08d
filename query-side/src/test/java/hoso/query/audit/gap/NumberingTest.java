package hoso.query.audit.gap;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.Stream;
import hoso.event.history.DossierHistory;
import hoso.query.audit.page.IdPage;
import hoso.vocabulary.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of one unit, of the days of 2024. */
class NumberingTest {

    private static final Numbering.Scope YEAR =
            new Numbering.Scope(new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)), Set.of("A"), 1);

    private int read;
    private int lookedUp;
    private final TreeSet<String> ours = new TreeSet<>();
    private final Set<String> others = new HashSet<>();
    private final Numbering numbering = new Numbering(
            (position, units, bounds, after, each) -> {
                for (String id : ours.tailSet(after, false)) {
                    read++;
                    if (!each.test(id, DossierHistory.UNKNOWN)) return;
                }
            },
            (streams, position) -> {
                lookedUp += streams.size();
                return streams.stream()
                        .map(Stream::name)
                        .filter(others::contains)
                        .collect(Collectors.toSet());
            });

    @Test
    void a_page_reads_on_from_where_the_page_before_ended_and_no_further_than_it_needs() {
        for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() == 2024; day = day.plusDays(1))
            ours.addAll(List.of(DossierNumber.series("A", day) + "-0001", DossierNumber.series("A", day) + "-0003"));

        IdPage<NumberHoles> first = numbering.holes(YEAR, "", 5);
        assertThat(first.items()).hasSize(5);
        assertThat(read)
                .as("a hundred days, and what showed that they were complete")
                .isEqualTo(201);

        read = 0;
        lookedUp = 0;
        IdPage<NumberHoles> last = numbering.holes(YEAR, "A-241224", 5);
        assertThat(last.items()).extracting(NumberHoles::day).startsWith(LocalDate.of(2024, 12, 25));
        assertThat(read)
                .as("those of the last day that was shown, and of seven others")
                .isEqualTo(16);
        assertThat(lookedUp)
                .as("a page, and one that tells that there are more")
                .isEqualTo(6);
    }

    @Test
    void where_others_have_what_is_unseen_the_days_after_are_looked_at() {
        for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() == 2024; day = day.plusDays(1)) {
            ours.add(DossierNumber.series("A", day) + "-0002");
            others.add(Stream.dossier(DossierNumber.series("A", day) + "-0001").name());
        }
        ours.add("A-241231-0004");

        IdPage<NumberHoles> page = numbering.holes(YEAR, "", 5);
        assertThat(page.items()).containsExactly(new NumberHoles("A", LocalDate.of(2024, 12, 31), 4, List.of(3), 1, 0));
        assertThat(page.end()).isEmpty();
    }

    /** Some codes of units end as a series does, so that their ids lie among those of others. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {81, 82, 83, 84, 85, 86})
    void every_day_comes_once_in_order_however_long_the_pages(long seed) {
        var random = new Random(seed);
        List<String> prefixes = List.of("A", "A.1", "A-240227", "A-240227-240301", "A-2402270", "A-999999", "B");
        for (int dossier = 0; dossier < 400; dossier++) {
            LocalDate day = LocalDate.of(2024, 2, 26).plusDays(random.nextInt(7));
            String series = DossierNumber.series(prefixes.get(random.nextInt(prefixes.size())), day);
            ours.add(DossierNumber.id(series, 1 + random.nextInt(99), 4));
        }
        List<NumberHoles> all = numbering.holes(YEAR, "", 1_000).items();
        assertThat(all.stream().map(NumberingTest::series))
                .as("seed %d", seed)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(40);
        for (int limit : List.of(1, 2, 7))
            assertThat(paged(limit)).as("seed %d", seed).isEqualTo(all);
    }

    private List<NumberHoles> paged(int limit) {
        List<NumberHoles> paged = new ArrayList<>();
        IdPage<NumberHoles> page = numbering.holes(YEAR, "", limit);
        paged.addAll(page.items());
        while (page.end().isPresent()) {
            page = numbering.holes(YEAR, page.end().get(), limit);
            paged.addAll(page.items());
        }
        return paged;
    }

    private static String series(NumberHoles holes) {
        return DossierNumber.series(holes.prefix(), holes.day());
    }
}
