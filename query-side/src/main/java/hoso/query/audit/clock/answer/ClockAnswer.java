package hoso.query.audit.clock.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.event.StoredEvent;
import hoso.event.history.DossierHistory;
import hoso.query.audit.clock.Account;
import hoso.query.audit.clock.RuleSet;
import hoso.query.audit.clock.Segments;
import hoso.query.question.PositionAnswer;
import hoso.vocabulary.Channel;
import hoso.vocabulary.Processing;
import hoso.vocabulary.SupplementRule;
import hoso.vocabulary.VietnamTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clock account as it is answered. Durations are working time in ISO 8601, as {@code PT26H30M}.
 *
 * @param at the moment that an open dossier is judged at
 * @param rules by which the verdict is made
 * @param statedDueAt the appointment of the publisher, where it stated one
 * @param computedDueAt by the processing time, also where another was stated
 * @param segmentsCut whether there are more segments than are told
 * @param portal what the national portal makes of it; absent where something is supposed
 * @param recomputed the clock as it was recorded, by what is known today: what is supposed is decided by that too
 * @param supposed what is supposed, and the verdict as recorded; absent where nothing is
 * @param sentences the same in Vietnamese, in the order of events
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClockAnswer(
        String id,
        @Nullable String origin,
        PositionAnswer asOf,
        Instant at,
        RuleSet rules,
        Code unit,
        Code procedure,
        Channel channel,
        Instant receivedAt,
        Terms terms,
        List<CalendarAnswer> calendars,
        @Nullable Instant statedDueAt,
        Instant computedDueAt,
        List<StepAnswer> steps,
        List<SegmentAnswer> segments,
        @Nullable Boolean segmentsCut,
        Sums sums,
        VerdictAnswer verdict,
        @Nullable PortalAnswer portal,
        RecomputedAnswer recomputed,
        @Nullable SupposedAnswer supposed,
        List<String> sentences) {

    /** A unit or procedure with its name at the receipt. */
    public record Code(String code, String name) {}

    /**
     * What the receipt took from the procedure.
     *
     * @param amount hours or days; absent for {@code SAME_DAY}
     * @param version {@code validFrom} of the version that was taken
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Terms(
            Processing.Kind processing, @Nullable Integer amount, SupplementRule supplement, LocalDate version) {}

    /** Working time by what it was: see {@link Segments}. */
    public record Sums(Duration counted, Duration overrun, Duration paused) {}

    public static ClockAnswer of(Accounted accounted) {
        Account account = accounted.shown();
        DossierHistory history = account.history();
        var dossier = accounted.dossier();
        Named named = accounted.named();
        LocalDate day = VietnamTime.date(history.receivedAt());
        boolean supposing = accounted.supposing() != null;
        return new ClockAnswer(
                dossier.names().shownDossier(dossier.id()),
                dossier.names().origin(dossier.id()).orElse(null),
                PositionAnswer.of(dossier.standpoint()),
                account.at(),
                account.rules(),
                unit(named, history.received().unit(), day),
                new Code(
                        history.received().procedure(),
                        named.procedure(history.received().procedure(), day)),
                history.received().channel(),
                history.receivedAt(),
                terms(history),
                CalendarAnswer.of(accounted),
                history.received().dueAt(),
                history.terms().computedDueAt(),
                StepAnswer.of(accounted),
                account.segments().list().stream()
                        .map(segment -> SegmentAnswer.of(segment, named, day))
                        .toList(),
                account.segments().cut() ? true : null,
                sums(account.segments()),
                VerdictAnswer.of(account.verdict(), account.calendar()),
                supposing ? null : PortalAnswer.of(accounted),
                RecomputedAnswer.of(accounted),
                supposing ? SupposedAnswer.of(accounted) : null,
                new ClockSentences(accounted).all());
    }

    static Code unit(Named named, String code, LocalDate day) {
        return new Code(named.shownUnit(code), named.unit(code, day));
    }

    private static Terms terms(DossierHistory history) {
        Processing processing = history.terms().processing();
        return new Terms(
                processing.kind(),
                processing.amount() > 0 ? processing.amount() : null,
                history.terms().supplement(),
                history.terms().version());
    }

    private static Sums sums(Segments segments) {
        return new Sums(segments.counted(), segments.overrun(), segments.paused());
    }

    /** Where an event stands in the log, and who published it. */
    public record EventAnswer(long position, Instant recordedAt, String source, String id, String publisher) {

        static EventAnswer of(StoredEvent stored) {
            return new EventAnswer(
                    stored.position(),
                    stored.recordedAt(),
                    stored.event().key().source(),
                    stored.event().key().id(),
                    stored.event().publisher());
        }
    }
}
