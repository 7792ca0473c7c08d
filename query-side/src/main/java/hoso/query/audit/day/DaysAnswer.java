package hoso.query.audit.day;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.event.DossierFact;
import hoso.event.StoredEvent;
import hoso.query.audit.DossierDesk;
import hoso.query.audit.portal.PortalShown;
import hoso.query.audit.wording.FactNames;
import hoso.query.question.PositionAnswer;
import hoso.query.wording.Vietnamese;
import hoso.vocabulary.VietnamTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days of a dossier as they are answered.
 *
 * @param at the moment of the question, which the last day may be cut at
 * @param next the day to go on {@code from}; absent after the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DaysAnswer(
        String id,
        @Nullable String origin,
        PositionAnswer asOf,
        Instant at,
        List<DayAnswer> days,
        @Nullable LocalDate next) {

    /**
     * @param portal what the national portal had last been seen to show; absent where it never was
     * @param arrived the events that were recorded that day
     * @param changed whether it is shown otherwise than on the evening before
     * @param because the positions of the events that changed it
     * @param says why, in Vietnamese; absent where nothing changed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DayAnswer(
            LocalDate day,
            Shown shown,
            @Nullable PortalShown portal,
            List<Arrived> arrived,
            boolean changed,
            List<Long> because,
            @Nullable String says) {}

    /**
     * @param late whether it was recorded on a later day than it happened on
     */
    record Arrived(long position, Instant recordedAt, Instant time, String type, boolean late, String says) {}

    static DaysAnswer of(DossierDesk.Opened dossier, Instant at, List<Day> days, @Nullable LocalDate next) {
        return new DaysAnswer(
                dossier.names().shownDossier(dossier.id()),
                dossier.names().origin(dossier.id()).orElse(null),
                PositionAnswer.of(dossier.standpoint()),
                at,
                days.stream().map(DaysAnswer::day).toList(),
                next);
    }

    private static DayAnswer day(Day day) {
        return new DayAnswer(
                day.day(),
                day.shown(),
                day.portal().map(PortalShown::of).orElse(null),
                day.arrived().stream().map(DaysAnswer::arrived).toList(),
                day.changed(),
                day.because().stream().map(StoredEvent::position).toList(),
                day.changed() ? says(day) : null);
    }

    private static Arrived arrived(StoredEvent stored) {
        Instant time = stored.event().occurredAt();
        return new Arrived(
                stored.position(),
                stored.recordedAt(),
                time,
                stored.event().statement().type(),
                VietnamTime.date(time).isBefore(VietnamTime.date(stored.recordedAt())),
                says(stored));
    }

    private static String says(StoredEvent stored) {
        return FactNames.of((DossierFact) stored.event().fact());
    }

    private static String says(Day day) {
        List<String> reasons = new ArrayList<>();
        if (day.byTime()) reasons.add("hạn giải quyết đã qua");
        day.because()
                .forEach(stored -> reasons.add("nhận được thông tin “%s” diễn ra lúc %s (vị trí %d)"
                        .formatted(says(stored), Vietnamese.time(stored.event().occurredAt()), stored.position())));
        return Vietnamese.capitalized(state(day.shown())) + ", vì " + String.join("; ", reasons) + ".";
    }

    private static String state(Shown shown) {
        return switch (shown.status()) {
            case UNKNOWN -> "chưa biết hồ sơ";
            case VOIDED -> "việc tiếp nhận đã bị hủy";
            case OPEN -> shown.overdue() ? "đang giải quyết, quá hạn" : "đang giải quyết, trong hạn";
            case PAUSED -> "đang tạm dừng";
            case CLOSED -> shown.late() ? "đã kết thúc, trễ hạn" : "đã kết thúc, không trễ hạn";
        };
    }
}
