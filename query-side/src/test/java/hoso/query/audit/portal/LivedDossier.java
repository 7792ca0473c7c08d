package hoso.query.audit.portal;

import hoso.event.ClockFact;
import hoso.event.OtherFact;
import hoso.event.OtherFact.PortalStatusObserved;
import hoso.event.Ruling;
import hoso.event.Taken;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.event.history.OtherEntry;
import hoso.vocabulary.Channel;
import hoso.vocabulary.Outcome;
import hoso.vocabulary.Processing;
import hoso.vocabulary.Remaining;
import hoso.vocabulary.SupplementRule;
import hoso.vocabulary.Timeliness;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dossier told fact by fact, received on a Monday at 9:00. */
final class LivedDossier {

    private final List<ClockEntry> clock = new ArrayList<>();
    private final List<OtherEntry> others = new ArrayList<>();

    LivedDossier(Instant dueAt) {
        clock(day(1), new ClockFact.Received("H20.01", "1.001", Channel.ONLINE, null, null), new Ruling.Due(dueAt));
    }

    /** 9:00 on a day of March 2024, from Monday, the 4th, on: 1 is that. */
    static Instant day(int day) {
        return Instant.parse("2024-03-04T02:00:00Z").plus(Duration.ofDays(day - 1L));
    }

    LivedDossier requested(Instant at) {
        var remaining = new Remaining.WorkingTime(Duration.ofHours(8));
        return clock(at, new ClockFact.SupplementRequested(), new Ruling.Paused(dueAt(), remaining));
    }

    LivedDossier requestedTooLate(Instant at) {
        return clock(at, new ClockFact.SupplementRequested(), new Ruling.Paused(dueAt(), null));
    }

    LivedDossier answered(Instant at, Instant dueAt) {
        return clock(at, new ClockFact.SupplementReceived(null), new Ruling.Due(dueAt));
    }

    LivedDossier extended(Instant at, Instant dueAt) {
        return clock(at, new ClockFact.DueDateExtended(dueAt), new Ruling.Due(dueAt));
    }

    LivedDossier closed(Instant at) {
        return closed(at, dueAt());
    }

    LivedDossier closed(Instant at, Instant dueAt) {
        Timeliness timeliness = at.isAfter(dueAt) ? Timeliness.LATE : Timeliness.EARLY;
        return clock(at, new ClockFact.Resolved(Outcome.APPROVED), new Ruling.Closed(dueAt, timeliness));
    }

    LivedDossier apologised(Instant at, @Nullable Instant promisedAt) {
        return other(at, new OtherFact.ApologyIssued("12/XL", promisedAt));
    }

    LivedDossier shown(Instant at, int status) {
        return other(at, new PortalStatusObserved(status, null, true));
    }

    LivedDossier shown(Instant at, int status, boolean overdue) {
        return other(at, new PortalStatusObserved(status, overdue, true));
    }

    LivedDossier shownUnsynced(Instant at, int status) {
        return other(at, new PortalStatusObserved(status, null, false));
    }

    SideBySide at(Instant at) {
        return SideBySide.of(history(), at).orElseThrow();
    }

    DossierHistory history() {
        var taken = new Taken(
                "Hộ tịch",
                new Processing(Processing.Kind.WORKING_DAYS, 2),
                SupplementRule.RESUME,
                false,
                LocalDate.of(2024, 1, 1),
                clock.getFirst().ruling().dueAt());
        return new DossierHistory(60, taken, clock, others, List.of());
    }

    private Instant dueAt() {
        return clock.getLast().ruling().dueAt();
    }

    private LivedDossier clock(Instant at, ClockFact fact, Ruling ruling) {
        clock.add(new ClockEntry(clock.size(), false, at, fact, ruling));
        return this;
    }

    private LivedDossier other(Instant at, OtherFact fact) {
        others.add(new OtherEntry(50 + others.size(), at, fact));
        return this;
    }
}
