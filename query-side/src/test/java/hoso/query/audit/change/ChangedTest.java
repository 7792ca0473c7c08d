package hoso.query.audit.change;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.ClockFact;
import hoso.event.Ruling;
import hoso.event.Taken;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.vocabulary.Channel;
import hoso.vocabulary.Processing;
import hoso.vocabulary.SupplementRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dossier that was extended day by day, the newest extension being published first. */
class ChangedTest {

    private static final Instant BEGIN = Instant.parse("2024-03-04T02:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {1, 99, 100})
    void every_fact_that_an_event_moved_is_told(int later) {
        Changed changed = extendedBefore(later);
        assertThat(changed.facts()).hasSize(later);
        assertThat(changed.factCount()).isEqualTo(later);
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 900})
    void of_many_the_nearest_hundred_are_told_and_all_are_counted(int later) {
        Changed changed = extendedBefore(later);
        assertThat(changed.factCount()).isEqualTo(later);
        assertThat(changed.facts()).hasSize(100);
        assertThat(changed.facts().getFirst().event())
                .as("published last before it")
                .isEqualTo(later);
        assertThat(changed.facts().getLast().event()).isEqualTo(later - 99);
    }

    @Test
    void where_no_other_fact_moved_none_is_counted() {
        assertThat(extendedBefore(0).factCount()).isNull();
    }

    /** The change by an extension on the first day, which defers each of so many later ones by an hour. */
    private static Changed extendedBefore(int later) {
        List<ClockEntry> before = extended(later, Duration.ZERO);
        List<ClockEntry> after = extended(later, Duration.ofHours(1));
        int event = later + 1;
        after.add(1, extension(event, BEGIN.plus(Duration.ofHours(1)), Duration.ofHours(1)));
        return Changed.between(history(before), history(after), event);
    }

    /** By the clock: event n is that of day later − n. */
    private static List<ClockEntry> extended(int later, Duration deferred) {
        var received = new ClockFact.Received("H20.01", "1.001", Channel.ONLINE, null, null);
        List<ClockEntry> clock = new ArrayList<>();
        clock.add(new ClockEntry(0, false, BEGIN, received, new Ruling.Due(BEGIN.plus(Duration.ofDays(2)))));
        for (int event = later; event > 0; event--)
            clock.add(extension(event, BEGIN.plus(Duration.ofDays(1 + later - event)), deferred));
        return clock;
    }

    private static ClockEntry extension(int event, Instant at, Duration deferred) {
        Instant due = at.plus(Duration.ofDays(2)).plus(deferred);
        return new ClockEntry(event, false, at, new ClockFact.DueDateExtended(due), new Ruling.Due(due));
    }

    private static DossierHistory history(List<ClockEntry> clock) {
        var taken = new Taken(
                "Hộ tịch",
                new Processing(Processing.Kind.WORKING_DAYS, 2),
                SupplementRule.RESUME,
                false,
                LocalDate.of(2024, 1, 1),
                clock.getFirst().ruling().dueAt());
        return new DossierHistory(clock.size(), taken, clock, List.of(), List.of());
    }
}
