package hoso.query.audit.gap;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an origin stands, where origins are rolled up.
 *
 * @param covered its position up to which everything is here
 * @param landed the newest position that came
 * @param missing the first position that is waited for while later ones are here; absent where none is
 * @param stopped why nothing more is taken from it; absent while all is well
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OriginGap(
        String origin,
        long covered,
        long landed,
        @Nullable Long missing,
        @Nullable Instant missingSince,
        @Nullable String stopped) {}
