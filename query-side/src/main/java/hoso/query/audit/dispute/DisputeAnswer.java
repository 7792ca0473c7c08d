package hoso.query.audit.dispute;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.event.Amendment;
import hoso.event.Fact;
import hoso.event.Note;
import hoso.event.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as it is answered.
 *
 * @param status {@code OPEN}, {@code UPHELD} or {@code DISMISSED}
 * @param ruling absent while nobody has ruled
 * @param corrections those that carry out an upheld ruling
 * @param restates ids of frozen reports that the corrections make say otherwise, the newest first: see their restatements
 * @param moreRestated true where there may be others; else absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DisputeAnswer(
        String status,
        EventAnswer claim,
        @Nullable EventAnswer ruling,
        List<EventAnswer> corrections,
        List<String> restates,
        @Nullable Boolean moreRestated) {

    /**
     * @param time when it happened
     * @param authority that it names, where it names one
     * @param text what was typed, where it is here and nobody had it erased
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EventAnswer(
            long position,
            Instant recordedAt,
            Instant time,
            String type,
            String source,
            String id,
            String publisher,
            @Nullable String authority,
            @Nullable String text) {

        static EventAnswer of(StoredEvent stored, Map<Long, Map<String, String>> texts) {
            var event = stored.event();
            Map<String, String> typed = texts.getOrDefault(stored.position(), Map.of());
            return new EventAnswer(
                    stored.position(),
                    stored.recordedAt(),
                    event.occurredAt(),
                    event.statement().type(),
                    event.key().source(),
                    event.key().id(),
                    event.publisher(),
                    authority(event.fact()),
                    typed.getOrDefault("claim", typed.get("reason")));
        }

        private static @Nullable String authority(Fact fact) {
            return switch (fact) {
                case Note.DisputeRuled ruled -> ruled.authority();
                case Amendment.Corrected corrected -> corrected.authority();
                case Amendment.Voided voided -> voided.authority();
                case Amendment.ClockRedecided redecided -> redecided.authority();
                default -> null;
            };
        }
    }

    static DisputeAnswer of(Dispute dispute, Map<Long, Map<String, String>> texts, RestatedReports.Restated restated) {
        return new DisputeAnswer(
                dispute.ruling()
                        .map(ruling -> ((Note.DisputeRuled) ruling.event().fact())
                                .verdict()
                                .name())
                        .orElse("OPEN"),
                EventAnswer.of(dispute.claim(), texts),
                dispute.ruling().map(ruling -> EventAnswer.of(ruling, texts)).orElse(null),
                dispute.corrections().stream()
                        .map(correction -> EventAnswer.of(correction, texts))
                        .toList(),
                restated.ids(),
                restated.more() ? true : null);
    }
}
