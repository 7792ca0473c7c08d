package hoso.query.snapshot.restatement;

import java.util.BitSet;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Counts different dossiers by their numbers. */
final class DossierCount {

    private final BitSet seen = new BitSet();
    private boolean tooMany;

    /**
     * @param number empty where dossiers are too many to be numbered
     */
    void add(OptionalInt number) {
        if (number.isPresent()) seen.set(number.getAsInt());
        else tooMany = true;
    }

    /** How many; null where some had no number. */
    @Nullable
    Long known() {
        return tooMany ? null : Long.valueOf(seen.cardinality());
    }
}
