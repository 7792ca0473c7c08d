package hoso.query.feed.landing;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What this program has landed since it began.
 *
 * @param landed events that were not there before
 * @param repeats events that were there already
 * @param foreign records that no origin of theirs has sent; they are left out
 * @param reason why it waits; null while it reads
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LandingStatus(
        long landed, long repeats, long foreign, @Nullable String reason) {

    static final LandingStatus BEGINNING = new LandingStatus(0, 0, 0, null);

    LandingStatus waiting(String why) {
        return new LandingStatus(landed, repeats, foreign, why);
    }

    LandingStatus reading() {
        return reason == null ? this : new LandingStatus(landed, repeats, foreign, null);
    }

    LandingStatus and(long added, long again, long left) {
        return new LandingStatus(landed + added, repeats + again, foreign + left, reason);
    }
}
