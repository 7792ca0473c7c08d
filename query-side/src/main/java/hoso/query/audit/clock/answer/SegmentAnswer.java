package hoso.query.audit.clock.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.query.audit.clock.Segment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A span of the account.
 *
 * @param holiday what a holiday is called
 * @param work the working time in it; absent where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SegmentAnswer(
        Instant from,
        Instant to,
        Segment.Kind kind,
        @Nullable String holiday,
        ClockAnswer.Code holder,
        @Nullable Duration work) {

    static SegmentAnswer of(Segment segment, Named named, LocalDate day) {
        return new SegmentAnswer(
                segment.from(),
                segment.to(),
                segment.kind(),
                segment.holiday(),
                ClockAnswer.unit(named, segment.holder(), day),
                segment.work().isZero() ? null : segment.work());
    }
}
