package hoso.query.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The position that an answer holds as of. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PositionAnswer(long position, @Nullable Instant recordedAt) {

    public static PositionAnswer of(Standpoint standpoint) {
        return new PositionAnswer(standpoint.position(), standpoint.recordedAt());
    }
}
