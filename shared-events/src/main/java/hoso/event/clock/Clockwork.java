package hoso.event.clock;

import hoso.event.ClockFact;
import hoso.event.Ruling;
import hoso.event.Taken;
import hoso.event.history.ClockEntry;
import hoso.vocabulary.DueDates;
import hoso.vocabulary.SupplementRule;
import hoso.vocabulary.Timeliness;
import hoso.vocabulary.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Decides the due instant after each clock fact, whether a pause counts and what then remains, and timeliness.
 *
 * <table>
 * <caption>The due instant after a fact, from the ruling before it</caption>
 * <tr><td>receipt</td><td>the one stated, else computed from the processing time</td></tr>
 * <tr><td>pause by the due instant</td><td>shown unchanged; what remains is recorded</td></tr>
 * <tr><td>pause after it</td><td>unchanged: it does not count</td></tr>
 * <tr><td>resume of a pause that counts</td><td>what remained, from the resume; or all of it, under RESTART</td></tr>
 * <tr><td>extension</td><td>the stated one, never an earlier</td></tr>
 * <tr><td>closing in a pause that counts</td><td>as if resumed at the closing</td></tr>
 * </table>
 *
 * @param terms what the receipt took from its procedure
 */
public record Clockwork(Taken terms, WorkingCalendar calendar) {

    /** The entries with those from {@code index} on decided anew, one after another. */
    public List<ClockEntry> decidedFrom(int index, List<ClockEntry> entries) {
        var decided = new ArrayList<>(entries.subList(0, index));
        for (ClockEntry entry : entries.subList(index, entries.size()))
            decided.add(entry.ruled(decided.isEmpty() ? first(entry) : next(entry, decided.getLast())));
        return decided;
    }

    private Ruling first(ClockEntry receipt) {
        var received = (ClockFact.Received) receipt.fact();
        return new Ruling.Due(Objects.requireNonNullElse(received.dueAt(), terms.computedDueAt()));
    }

    private Ruling next(ClockEntry entry, ClockEntry before) {
        Instant dueAt = before.ruling().dueAt();
        return switch (entry.fact()) {
            case ClockFact.Received again -> throw new IllegalStateException("a second receipt at " + entry.at());
            case ClockFact.Pause pause -> paused(entry.at(), dueAt);
            case ClockFact.Resume resume -> new Ruling.Due(afterPause(before, entry.at()));
            case ClockFact.DueDateExtended extended ->
                new Ruling.Due(extended.dueAt().isAfter(dueAt) ? extended.dueAt() : dueAt);
            case ClockFact.Closing closing -> closed(entry.at(), afterPause(before, entry.at()));
        };
    }

    private Ruling paused(Instant at, Instant dueAt) {
        boolean counts = !at.isAfter(dueAt);
        return new Ruling.Paused(dueAt, counts ? DueDates.remaining(terms.processing(), at, dueAt, calendar) : null);
    }

    /** The due instant once a pause, if {@code before} is one that counts, has ended. */
    private Instant afterPause(ClockEntry before, Instant at) {
        if (!(before.ruling() instanceof Ruling.Paused paused) || paused.remaining() == null)
            return before.ruling().dueAt();
        boolean restarts =
                before.fact() instanceof ClockFact.SupplementRequested && terms.supplement() == SupplementRule.RESTART;
        return restarts
                ? DueDates.first(terms.processing(), at, calendar)
                : DueDates.resumed(paused.remaining(), at, calendar);
    }

    private static Ruling closed(Instant at, Instant dueAt) {
        return new Ruling.Closed(dueAt, Timeliness.of(at, dueAt));
    }
}
