package hoso.query.audit.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Caller;
import hoso.edge.Scope;
import hoso.event.AcceptedEvent;
import hoso.event.Amendment;
import hoso.event.ClockFact;
import hoso.event.ContentHash;
import hoso.event.Decision;
import hoso.event.DossierFact;
import hoso.event.EventKey;
import hoso.event.ReferenceFact;
import hoso.event.Ruled;
import hoso.event.Ruling;
import hoso.event.Statement;
import hoso.event.StoredEvent;
import hoso.event.Stream;
import hoso.event.Taken;
import hoso.event.history.ReferenceRegister;
import hoso.query.snapshot.SnapshotKind;
import hoso.query.snapshot.chain.About;
import hoso.query.snapshot.chain.Header;
import hoso.query.snapshot.freeze.SnapshotList;
import hoso.vocabulary.Channel;
import hoso.vocabulary.Outcome;
import hoso.vocabulary.Processing;
import hoso.vocabulary.SupplementRule;
import hoso.vocabulary.Timeliness;
import hoso.vocabulary.UnitLevel;
import hoso.vocabulary.UnitRights;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reports of March 2024: one was frozen in the morning of the 20th, before it had ended, one after its end. */
class RestatedReportsTest {

    private static final Caller ANYBODY = new Caller("auditor", Set.of(Scope.AUDIT_READ), Set.of(), UnitRights.ALL);

    private static final ReferenceRegister REFERENCE = ReferenceRegister.EMPTY
            .with("H1", new ReferenceFact.UnitRegistered("Tỉnh", UnitLevel.PROVINCE, null, LocalDate.EPOCH))
            .with("H1.1", new ReferenceFact.UnitRegistered("Sở", UnitLevel.DEPARTMENT, "H1", LocalDate.EPOCH));

    private final List<StoredEvent> events = new ArrayList<>();
    private final List<SnapshotList.Moved> looked = new ArrayList<>();

    @Test
    void a_report_that_was_cut_before_what_moved_is_as_it_was() {
        Instant due = march(24, 10);
        received(march(11, 2), due);
        publish(new ClockFact.Resolved(Outcome.APPROVED), march(25, 2), null, closed(due, Timeliness.LATE));
        corrected(1, march(24, 2), closed(due, Timeliness.EARLY));

        assertThat(restated()).as("that of the whole month").containsExactly("S2");
    }

    @Test
    void a_report_is_restated_by_what_moved_at_its_cut_though_no_figure_moved_at_the_end_of_its_period() {
        received(march(11, 2), march(19, 10));
        corrected(0, march(14, 2), new Ruled(0, false, new Ruling.Due(march(22, 10))));

        assertThat(restated()).as("that of the 20th had it overdue").containsExactly("S1");
    }

    @Test
    void a_report_that_does_not_say_what_cut_it_was_cut_when_it_was_made() {
        received(march(11, 2), march(19, 10));
        corrected(0, march(14, 2), new Ruled(0, false, new Ruling.Due(march(22, 10))));

        assertThat(restated(seen(3, true, null, march(20, 2)))).containsExactly("S3");
        assertThat(restated(seen(3, true, null, march(23, 2)))).isEmpty();
    }

    @Test
    void those_of_the_unit_and_all_above_it_are_looked_for_from_the_first_day_that_moved() {
        received(march(11, 2), march(19, 10));
        corrected(0, march(14, 2), new Ruled(0, false, new Ruling.Due(march(22, 10))));
        restated();

        assertThat(looked)
                .containsExactly(new SnapshotList.Moved(Set.of("H1", "H1.1"), LocalDate.of(2024, 3, 11), 101));
    }

    @Test
    void it_is_told_that_there_may_be_others() {
        received(march(11, 2), march(19, 10));
        corrected(0, march(14, 2), new Ruled(0, false, new Ruling.Due(march(22, 10))));

        var reports = new RestatedReports(
                (moved, wanted, limit, caller) -> new SnapshotList.Found(List.of(), true), position -> REFERENCE);
        assertThat(reports.of(events, events.subList(1, 2), ANYBODY).more()).isTrue();
        assertThat(reports.of(events, List.of(), ANYBODY).more())
                .as("nothing moved")
                .isFalse();
    }

    private List<String> restated() {
        return restated(seen(1, true, march(20, 2), march(20, 3)), seen(2, false, null, march(31, 20)));
    }

    private List<String> restated(SnapshotList.Seen... frozen) {
        var reports = new RestatedReports(
                (moved, wanted, limit, caller) -> {
                    looked.add(moved);
                    return found(wanted, List.of(frozen));
                },
                position -> REFERENCE);
        return reports.of(events, List.of(events.getLast()), ANYBODY).ids();
    }

    private static SnapshotList.Found found(Predicate<SnapshotList.Seen> wanted, List<SnapshotList.Seen> frozen) {
        return new SnapshotList.Found(
                frozen.stream().filter(wanted).map(SnapshotList.Seen::header).toList(), false);
    }

    /** All were frozen at position 50: what happened has lower ones, and the correction one above. */
    private static SnapshotList.Seen seen(long number, boolean provisional, @Nullable Instant at, Instant madeAt) {
        LocalDate from = LocalDate.of(2024, 3, 1);
        LocalDate to = LocalDate.of(2024, 3, 31);
        var about = new About(SnapshotKind.MONTH, "H1", from, to, to, provisional, at, 50, 0);
        var header = new Header(number, Header.Kind.REPORT, number, madeAt, "clerk", "", "", about, null);
        return new SnapshotList.Seen(header, Set.of("H1", "H1.1"));
    }

    private void received(Instant at, Instant due) {
        var taken = new Taken(
                "Hộ tịch",
                new Processing(Processing.Kind.WORKING_DAYS, 6),
                SupplementRule.RESUME,
                false,
                LocalDate.of(2024, 1, 1),
                due);
        publish(
                new ClockFact.Received("H1.1", "1.001", Channel.ONLINE, null, null),
                at,
                taken,
                new Ruled(0, false, new Ruling.Due(due)));
    }

    private static Ruled closed(Instant due, Timeliness timeliness) {
        return new Ruled(1, false, new Ruling.Closed(due, timeliness));
    }

    private void publish(DossierFact fact, Instant at, @Nullable Taken taken, Ruled ruled) {
        add(events.size() + 1, fact, at, new Decision(null, taken, List.of(ruled), null, null));
    }

    private void corrected(int target, Instant time, Ruled ruled) {
        var corrected = new Amendment.Corrected(new EventKey("/one", "e" + target), time, null, "KL 3");
        add(100 + events.size(), corrected, march(31, 21), new Decision(target, null, List.of(ruled), null, null));
    }

    private void add(long position, DossierFact fact, Instant at, Decision decision) {
        int sequence = events.size();
        events.add(new StoredEvent(
                position,
                at,
                new AcceptedEvent(
                        Stream.dossier("D1"),
                        sequence,
                        "D1",
                        new EventKey("/one", "e" + sequence),
                        at,
                        "office",
                        fact,
                        new Statement("hoso.dossier.x.v1", "{}", new ContentHash(0, sequence)),
                        decision,
                        Map.of())));
    }

    /** UTC. */
    private static Instant march(int day, int hour) {
        return Instant.parse("2024-03-%02dT%02d:00:00Z".formatted(day, hour));
    }
}
