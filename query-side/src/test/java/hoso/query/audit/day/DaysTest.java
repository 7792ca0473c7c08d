package hoso.query.audit.day;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.StoredEvent;
import hoso.event.history.DossierHistory;
import hoso.event.wire.StoredEventFormat;
import hoso.query.audit.Trail;
import hoso.query.audit.status.DossierStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A dossier received on Monday 2 March with five working days. What happened from the 4th to the 10th, that its applicant
 * was waited for, is published on the 11th; it is closed on the 17th.
 */
class DaysTest {

    private static final Instant LATER = Instant.parse("2026-04-01T01:00:00Z");

    private final List<StoredEvent> events = new ArrayList<>();

    DaysTest() {
        add("2026-03-02T02:05:00Z", "received", "2026-03-02T02:00:00Z", """
                "data":{"unit":"H1","procedure":"P","channel":"ONLINE"},"decision":{"taken":{"field":"A",\
                "kind":"WORKING_DAYS","amount":5,"version":"2020-01-01","computedDueAt":"2026-03-09T02:00:00Z"},\
                "rulings":[{"dueAt":"2026-03-09T02:00:00Z"}]}""");
        add("2026-03-11T03:00:00Z", "supplement-received", "2026-03-10T02:00:00Z", """
                "data":{"since":"2026-03-04T02:00:00Z"},"decision":{"rulings":[\
                {"pause":true,"dueAt":"2026-03-09T02:00:00Z","counts":true,"remaining":"PT24H"},\
                {"dueAt":"2026-03-13T02:00:00Z"}]}""");
        add("2026-03-12T04:00:00Z", "portal-status-observed", "2026-03-12T03:00:00Z", """
                "data":{"status":5,"overdue":true,"synced":true}""");
        add("2026-03-17T09:00:00Z", "resolved", "2026-03-17T08:00:00Z", """
                "data":{"outcome":"APPROVED"},"decision":{"rulings":[\
                {"dueAt":"2026-03-13T02:00:00Z","timeliness":"LATE"}]}""");
    }

    private void add(String recordedAt, String type, String time, String more) {
        int sequence = events.size();
        String json = """
                {"position":%d,"recordedAt":"%s","sequence":%d,"type":"hoso.dossier.%s.v1","subject":"D1",\
                "source":"/one","id":"e%d","time":"%s","publisher":"office",%s}""".formatted(sequence + 10, recordedAt, sequence, type, sequence, time, more);
        events.add(StoredEventFormat.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void are_those_from_the_receipt_to_the_last_on_which_anything_changed() {
        Days days = days(LATER);

        assertThat(days.first()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(days.last(history())).isEqualTo(LocalDate.of(2026, 3, 17));
    }

    @Test
    void go_on_to_the_day_of_the_question_while_the_dossier_is_open() {
        events.removeLast();
        assertThat(days(LATER).last(history())).isEqualTo(LocalDate.of(2026, 4, 1));
    }

    @Test
    void show_what_was_known_in_the_evening_and_what_changed_it() {
        List<Day> days = days(LATER).between(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 17));

        assertThat(days).hasSize(17);
        assertThat(days.get(0).shown().status()).isEqualTo(DossierStatus.UNKNOWN);
        assertThat(day(days, 2).because()).extracting(StoredEvent::position).containsExactly(10L);
        assertThat(day(days, 4).changed()).isFalse();
        // it falls due, and nobody has told that the applicant was waited for
        assertThat(day(days, 9).shown().overdue()).isTrue();
        assertThat(day(days, 9).byTime()).isTrue();
        assertThat(day(days, 10).shown().overdue()).isTrue();
        assertThat(day(days, 10).changed()).isFalse();
        // which arrives on the 11th: overdue no longer
        assertThat(day(days, 11).shown().overdue()).isFalse();
        assertThat(day(days, 11).because()).extracting(StoredEvent::position).containsExactly(11L);
        assertThat(day(days, 11).byTime()).isFalse();
        // and overdue once more, by the new due instant
        assertThat(day(days, 13).shown().overdue()).isTrue();
        assertThat(day(days, 13).byTime()).isTrue();
        assertThat(day(days, 17).shown().late()).isTrue();
        assertThat(day(days, 17).shown().status()).isEqualTo(DossierStatus.CLOSED);
    }

    @Test
    void show_beside_it_what_the_portal_had_shown_by_then_as_is_known_now() {
        List<Day> days = days(LATER).between(LocalDate.of(2026, 3, 11), LocalDate.of(2026, 3, 13));

        assertThat(days.getFirst().portal()).isEmpty();
        assertThat(days.get(1).portal().orElseThrow().status().number()).isEqualTo(5);
        assertThat(days.get(1).because()).isEmpty();
        assertThat(days.get(2).portal()).isEqualTo(days.get(1).portal());
    }

    @Test
    void cut_the_last_at_the_moment_of_the_question() {
        Instant morning = Instant.parse("2026-03-09T01:00:00Z");
        Day day = days(morning)
                .between(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 9))
                .getFirst();

        assertThat(day.shown().overdue()).isFalse();
    }

    @Test
    void are_the_same_wherever_they_are_begun() {
        List<Day> all = days(LATER).between(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 20));
        for (int from = 0; from < all.size(); from++)
            assertThat(days(LATER).between(all.get(from).day(), LocalDate.of(2026, 3, 20)))
                    .isEqualTo(all.subList(from, all.size()));
    }

    private static Day day(List<Day> days, int dayOfMarch) {
        return days.stream()
                .filter(one -> one.day().equals(LocalDate.of(2026, 3, dayOfMarch)))
                .findFirst()
                .orElseThrow();
    }

    private Days days(Instant at) {
        return new Days(new Trail(history(), events, Map.of()), at);
    }

    private DossierHistory history() {
        DossierHistory history = DossierHistory.UNKNOWN;
        for (StoredEvent stored : events) history = history.with(stored.event());
        return history;
    }
}
