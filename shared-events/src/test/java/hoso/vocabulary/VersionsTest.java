package hoso.vocabulary;

import static hoso.vocabulary.Local.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which version of a value is in force on a date. */
class VersionsTest {

    private static final Dated<String> NAMES = Dated.<String>none()
            .with(day("2024-01-01"), "second")
            .with(day("2022-01-01"), "first")
            .with(day("2025-01-01"), "third");

    @Test
    void the_latest_not_after_the_date_is_in_force_whatever_the_order_of_publishing() {
        assertThat(on(NAMES, "2022-01-01")).isEqualTo("first");
        assertThat(on(NAMES, "2023-12-31")).isEqualTo("first");
        assertThat(on(NAMES, "2024-01-01")).isEqualTo("second");
        assertThat(on(NAMES, "2024-12-31")).isEqualTo("second");
        assertThat(on(NAMES, "2099-01-01")).isEqualTo("third");
    }

    @Test
    void before_the_first_version_the_first_is_in_force() {
        assertThat(on(NAMES, "2021-12-31")).isEqualTo("first");
    }

    @Test
    void of_two_from_one_date_the_later_published_is_in_force_also_before_it() {
        var again = NAMES.with(day("2024-01-01"), "second again").with(day("2022-01-01"), "first again");

        assertThat(on(again, "2024-06-01")).isEqualTo("second again");
        assertThat(on(again, "2022-06-01")).isEqualTo("first again");
        assertThat(on(again, "2000-01-01")).isEqualTo("first again");
    }

    @Test
    void where_none_was_published_none_is_in_force() {
        assertThat(Dated.none().on(day("2024-01-01"))).isEmpty();
    }

    @Test
    void a_registration_sets_name_level_and_parent() {
        var unit = UnitHistory.unknown("u")
                .registered("Huyện", UnitLevel.DISTRICT, Optional.of("p"), day("2020-01-01"))
                .registered("Phường", UnitLevel.COMMUNE, Optional.empty(), day("2025-07-01"));

        assertThat(unit.on(day("2025-06-30"))).isEqualTo(new Unit("u", "Huyện", UnitLevel.DISTRICT, "p"));
        assertThat(unit.on(day("2025-07-01"))).isEqualTo(new Unit("u", "Phường", UnitLevel.COMMUNE, null));
        assertThat(unit.validTo()).isNull();
    }

    @Test
    void a_move_or_a_merger_sets_the_parent_alone() {
        var unit = UnitHistory.unknown("u")
                .registered("Xã", UnitLevel.COMMUNE, Optional.of("p"), day("2020-01-01"))
                .under("q", day("2025-07-01"));

        assertThat(unit.on(day("2025-06-30"))).isEqualTo(new Unit("u", "Xã", UnitLevel.COMMUNE, "p"));
        assertThat(unit.on(day("2025-07-01"))).isEqualTo(new Unit("u", "Xã", UnitLevel.COMMUNE, "q"));
    }

    @Test
    void each_of_the_three_has_its_own_latest_version() {
        // The move of July is later than the renaming of March, although that was published after it.
        var unit = UnitHistory.unknown("u")
                .registered("Xã", UnitLevel.COMMUNE, Optional.of("p"), day("2020-01-01"))
                .under("q", day("2025-07-01"))
                .registered("Phường", UnitLevel.DESK, Optional.of("r"), day("2025-03-01"));

        assertThat(unit.on(day("2025-04-01"))).isEqualTo(new Unit("u", "Phường", UnitLevel.DESK, "r"));
        assertThat(unit.on(day("2025-08-01"))).isEqualTo(new Unit("u", "Phường", UnitLevel.DESK, "q"));
    }

    @Test
    void a_closed_unit_keeps_all_three_and_its_last_day() {
        var unit = UnitHistory.unknown("u")
                .registered("Xã", UnitLevel.COMMUNE, Optional.of("p"), day("2020-01-01"))
                .closed(day("2025-06-30"));

        assertThat(unit.validTo()).isEqualTo(day("2025-06-30"));
        assertThat(unit.on(day("2025-07-01"))).isEqualTo(new Unit("u", "Xã", UnitLevel.COMMUNE, "p"));
        assertThat(unit.under("q", day("2025-07-01")).validTo()).isEqualTo(day("2025-06-30"));
    }

    @Test
    void a_move_dated_before_the_registration_holds_from_its_own_date() {
        var unit = UnitHistory.unknown("u")
                .registered("Xã", UnitLevel.COMMUNE, Optional.of("p"), day("2020-01-01"))
                .under("q", day("2010-01-01"));

        assertThat(unit.on(day("2009-01-01")).parent()).isEqualTo("q");
        assertThat(unit.on(day("2020-01-01")).parent()).isEqualTo("p");
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_version_in_force_is_the_last_one_of_a_stable_sort(long seed) {
        var random = new SplittableRandom(seed);
        var versions = Dated.<Integer>none();
        int count = random.nextInt(1, 8);
        for (int number = 0; number < count; number++)
            versions = versions.with(LocalDate.of(2024, 1, random.nextInt(1, 9)), number);
        LocalDate date = LocalDate.of(2024, 1, random.nextInt(1, 10));

        var sorted = versions.versions().stream()
                .sorted(java.util.Comparator.comparing(Dated.Version::validFrom))
                .toList();
        var begun = sorted.stream()
                .filter(version -> !version.validFrom().isAfter(date))
                .toList();
        var first = sorted.stream()
                .filter(version -> version.validFrom().equals(sorted.getFirst().validFrom()))
                .toList();
        assertThat(versions.on(date))
                .as("seed %d, on %s of %s", seed, date, versions)
                .contains(begun.isEmpty() ? first.getLast() : begun.getLast());
    }

    private static String on(Dated<String> versions, String date) {
        return versions.on(day(date)).orElseThrow().value();
    }
}
