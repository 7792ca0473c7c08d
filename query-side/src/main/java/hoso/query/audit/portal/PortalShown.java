package hoso.query.audit.portal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An observation of the national portal as it is answered.
 *
 * @param status 1…10 of the portal's list
 * @param name of that status, in Vietnamese
 * @param overdue absent where the observation does not say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PortalShown(int status, String name, @Nullable Boolean overdue, boolean synced, Instant at) {

    public static PortalShown of(Observation observation) {
        return new PortalShown(
                observation.status().number(),
                observation.status().vietnamese(),
                observation.overdue(),
                observation.synced(),
                observation.at());
    }
}
