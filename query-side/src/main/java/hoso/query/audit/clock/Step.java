package hoso.query.audit.clock;

import hoso.event.ClockFact;
import hoso.event.Ruling;
import hoso.event.Taken;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.vocabulary.SupplementRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One clock fact, and what it did to the due instant.
 *
 * @param dueBefore null for the receipt
 */
public record Step(ClockEntry entry, Rule rule, @Nullable Instant dueBefore) {

    /** By what the due instant after a clock fact came about. */
    public enum Rule {
        /** The appointment that the publisher stated. */
        STATED,
        /** The processing time of the procedure, counted from the receipt. */
        COMPUTED,
        /** The clock stands; the due instant shown is the one from before. */
        PAUSE_COUNTS,
        /** The due instant had passed: nothing stands still. */
        PAUSE_TOO_LATE,
        /** What remained at the pause, counted from the resume. */
        REMAINDER,
        /** The full processing time anew: the supplement rule is to restart. */
        RESTART,
        /** The pause that ended had not counted. */
        UNCHANGED,
        EXTENDED,
        /** The extension names an instant that is not later, since facts before it changed. */
        EXTENSION_NOT_LATER,
        CLOSED,
        /** As if the fact that fits the pause had come at the closing. */
        CLOSED_IN_PAUSE
    }

    /** The steps of a dossier's clock, in order. */
    static List<Step> of(DossierHistory history) {
        List<Step> steps = new ArrayList<>();
        ClockEntry before = null;
        for (ClockEntry entry : history.clock()) {
            steps.add(new Step(
                    entry,
                    rule(entry, before, history.terms()),
                    before == null ? null : before.ruling().dueAt()));
            before = entry;
        }
        return steps;
    }

    private static Rule rule(ClockEntry entry, @Nullable ClockEntry before, Taken terms) {
        return switch (entry.fact()) {
            case ClockFact.Received received -> received.dueAt() != null ? Rule.STATED : Rule.COMPUTED;
            case ClockFact.Pause pause -> counts(entry) ? Rule.PAUSE_COUNTS : Rule.PAUSE_TOO_LATE;
            case ClockFact.Resume resume -> !counts(before) ? Rule.UNCHANGED : afterPause(resume.ends(), terms);
            case ClockFact.DueDateExtended extended ->
                extended.dueAt().equals(entry.ruling().dueAt()) ? Rule.EXTENDED : Rule.EXTENSION_NOT_LATER;
            case ClockFact.Closing closing -> counts(before) ? Rule.CLOSED_IN_PAUSE : Rule.CLOSED;
        };
    }

    private static Rule afterPause(ClockFact.Pause pause, Taken terms) {
        boolean restarts =
                pause instanceof ClockFact.SupplementRequested && terms.supplement() == SupplementRule.RESTART;
        return restarts ? Rule.RESTART : Rule.REMAINDER;
    }

    private static boolean counts(@Nullable ClockEntry entry) {
        return entry != null && entry.ruling() instanceof Ruling.Paused paused && paused.counts();
    }
}
