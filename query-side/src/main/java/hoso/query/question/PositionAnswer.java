package hoso.query.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The position that an answer holds as of.
 *
 * @param origins the position of each origin that it covers, where origins are rolled up
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PositionAnswer(long position, @Nullable Instant recordedAt, Map<String, Long> origins) {

    public static PositionAnswer of(Standpoint standpoint) {
        return new PositionAnswer(standpoint.position(), standpoint.recordedAt(), new TreeMap<>(standpoint.origins()));
    }
}
