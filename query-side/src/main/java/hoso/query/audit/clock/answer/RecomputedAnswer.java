package hoso.query.audit.clock.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.event.Ruling;
import hoso.event.Standing;
import hoso.event.wire.EventTypes;
import hoso.query.audit.clock.Recomputation;
import hoso.query.audit.clock.Recomputation.Reason;
import hoso.vocabulary.Remaining;
import hoso.vocabulary.Timeliness;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clock by the procedures and calendars known today, beside what was recorded.
 *
 * @param differs whether it leads to anything else
 * @param dueAt that it leads to
 * @param facts those that would be decided otherwise
 * @param because what was published since
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecomputedAnswer(
        boolean differs,
        Instant dueAt,
        @Nullable Timeliness timeliness,
        List<FactAnswer> facts,
        List<ReasonAnswer> because) {

    /**
     * A clock fact with the due instant that was recorded, and the one that would be.
     *
     * @param remaining of a pause that counts: working time as {@code PT26H30M}, or days as {@code P3D}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FactAnswer(
            Instant at,
            String type,
            Instant recordedDueAt,
            Instant dueAt,
            @Nullable String recordedRemaining,
            @Nullable String remaining) {}

    /**
     * @param code {@code CALENDAR}, {@code PROCEDURE}, or {@code UNEXPLAINED}: what was recorded is not what the rules gave
     *     that were known then
     * @param position of the calendar that was published since
     * @param recordedVersion of the procedure that the receipt took
     * @param version that it would take
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReasonAnswer(
            String code,
            @Nullable Integer year,
            @Nullable Long position,
            @Nullable Instant recordedAt,
            @Nullable LocalDate recordedVersion,
            @Nullable LocalDate version) {

        static ReasonAnswer of(Reason reason) {
            return switch (reason) {
                case Reason.Calendar calendar ->
                    new ReasonAnswer(
                            "CALENDAR",
                            calendar.year(),
                            calendar.published().position(),
                            calendar.published().recordedAt(),
                            null,
                            null);
                case Reason.Procedure procedure ->
                    new ReasonAnswer(
                            "PROCEDURE",
                            null,
                            null,
                            null,
                            procedure.recorded().version(),
                            procedure.now().version());
                case Reason.Unexplained unexplained -> new ReasonAnswer("UNEXPLAINED", null, null, null, null, null);
            };
        }
    }

    static RecomputedAnswer of(Accounted accounted) {
        Recomputation recomputation = accounted.recomputation();
        Standing now = recomputation.history().standing();
        return new RecomputedAnswer(
                !recomputation.differences().isEmpty(),
                now.dueAt(),
                now.timeliness(),
                recomputation.differences().stream().map(RecomputedAnswer::fact).toList(),
                recomputation.reasons().stream().map(ReasonAnswer::of).toList());
    }

    private static FactAnswer fact(Recomputation.Difference difference) {
        Ruling recorded = difference.recorded().ruling();
        return new FactAnswer(
                difference.recorded().at(),
                EventTypes.of(difference.recorded().fact()).name(),
                recorded.dueAt(),
                difference.now().dueAt(),
                remaining(recorded),
                remaining(difference.now()));
    }

    private static @Nullable String remaining(Ruling ruling) {
        if (!(ruling instanceof Ruling.Paused paused) || paused.remaining() == null) return null;
        return switch (paused.remaining()) {
            case Remaining.WorkingTime time -> time.work().toString();
            case Remaining.CalendarDays days -> Period.ofDays(days.days()).toString();
        };
    }
}
