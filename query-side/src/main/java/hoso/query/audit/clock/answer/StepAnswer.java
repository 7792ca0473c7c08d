package hoso.query.audit.clock.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.event.Ruling;
import hoso.event.StoredEvent;
import hoso.event.history.ClockEntry;
import hoso.event.wire.EventTypes;
import hoso.query.audit.Trail;
import hoso.query.audit.clock.Step;
import hoso.vocabulary.Remaining;
import hoso.vocabulary.Timeliness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clock fact and what it did to the due instant.
 *
 * @param type the type of event that it is published with
 * @param brought whether it is the pause that a resume brought along
 * @param rule by which {@code dueAt} came about
 * @param dueAt in force after it
 * @param counts of a pause whether it counts
 * @param remaining of a pause that counts: working time
 * @param remainingDays the same where calendar days are counted
 * @param event that published it
 * @param decidedBy the event that decided it last, where that is another one; absent where it is supposed
 * @param calendars the versions that it was decided by, as known then: of each year from it to the due instant; none where
 *     no time was counted
 * @param correctedBy the positions of its corrections
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record StepAnswer(
        Instant at,
        String type,
        @Nullable Boolean brought,
        Step.Rule rule,
        @Nullable Instant dueBefore,
        Instant dueAt,
        @Nullable Boolean counts,
        @Nullable Duration remaining,
        @Nullable Integer remainingDays,
        @Nullable Timeliness timeliness,
        ClockAnswer.EventAnswer event,
        ClockAnswer.@Nullable EventAnswer decidedBy,
        List<CalendarAnswer> calendars,
        List<Long> correctedBy) {

    static List<StepAnswer> of(Accounted accounted) {
        return accounted.shown().steps().stream()
                .map(step -> of(step, accounted))
                .toList();
    }

    private static StepAnswer of(Step step, Accounted accounted) {
        ClockEntry entry = step.entry();
        Trail trail = accounted.trail();
        StoredEvent event = trail.event(entry.sequence());
        Ruling ruling = entry.ruling();
        Remaining remaining = ruling instanceof Ruling.Paused paused ? paused.remaining() : null;
        StoredEvent decidedBy = accounted.supposing() == null ? trail.ruledBy(entry) : event;
        return new StepAnswer(
                entry.at(),
                EventTypes.of(entry.fact()).name(),
                entry.brought() ? true : null,
                step.rule(),
                step.dueBefore(),
                ruling.dueAt(),
                ruling instanceof Ruling.Paused paused ? paused.counts() : null,
                remaining instanceof Remaining.WorkingTime time ? time.work() : null,
                remaining instanceof Remaining.CalendarDays days ? days.days() : null,
                ruling instanceof Ruling.Closed closed ? closed.timeliness() : null,
                ClockAnswer.EventAnswer.of(event),
                decidedBy.position() == event.position() ? null : ClockAnswer.EventAnswer.of(decidedBy),
                calendars(step, accounted, decidedBy.position()),
                trail.corrections(entry.sequence()).stream()
                        .map(StoredEvent::position)
                        .toList());
    }

    /** What is supposed is decided by what is known today. */
    private static List<CalendarAnswer> calendars(Step step, Accounted accounted, long decidedAt) {
        Instant at = step.entry().at();
        Instant dueAt = step.entry().ruling().dueAt();
        long position = accounted.supposing() == null
                ? decidedAt
                : accounted.dossier().standpoint().position();
        return switch (step.rule()) {
            case STATED, COMPUTED, PAUSE_COUNTS, REMAINDER, RESTART, CLOSED_IN_PAUSE ->
                CalendarAnswer.between(at, dueAt, accounted.rules(), position);
            case PAUSE_TOO_LATE, UNCHANGED, EXTENDED, EXTENSION_NOT_LATER, CLOSED -> List.of();
        };
    }
}
