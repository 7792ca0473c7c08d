package hoso.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What followed from a fact when it was accepted, decided once and recorded with it.
 *
 * @param target the place, among the events of its dossier, of the fact that is corrected, voided or ruled on
 * @param taken where the receipt was decided, or decided anew
 * @param rulings every clock fact decided by this event, in the order of the clock
 * @param was what the dossier showed before, where more than the last clock fact in time was decided; else null
 * @param now what it shows after, likewise
 */
public record Decision(
        @Nullable Integer target,
        @Nullable Taken taken,
        List<Ruled> rulings,
        @Nullable Standing was,
        @Nullable Standing now) {

    /** Nothing followed: the fact touches no clock. */
    public static final Decision NONE = new Decision(null, null, List.of(), null, null);

    public Decision {
        rulings = List.copyOf(rulings);
    }

    /** About an earlier fact whose clock it does not touch. */
    public static Decision about(int target) {
        return new Decision(target, null, List.of(), null, null);
    }
}
