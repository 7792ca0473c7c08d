package hoso.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Changes what is believed of earlier facts; needs a permission of its own. */
public sealed interface Amendment extends DossierFact {

    /** Replaces the time, the whole data, or both, of one earlier fact. */
    record Corrected(
            EventKey corrects,
            @Nullable Instant time,
            @Nullable Replacement data,
            String authority) implements Amendment {}

    /** Takes one earlier fact out. */
    record Voided(EventKey corrects, String authority) implements Amendment {}

    /** Decides the whole clock anew, with the procedures and calendars now known. */
    record ClockRedecided(String authority) implements Amendment {}

    /** Data that can be read once the fact that it replaces is known. */
    interface Replacement {

        /**
         * Reads this as the data of a fact like {@code replaced}, happening at {@code time}.
         *
         * @throws UnfitData where the data, or the time against it, does not fit that kind of fact
         */
        DossierFact as(DossierFact replaced, Instant time);
    }
}
