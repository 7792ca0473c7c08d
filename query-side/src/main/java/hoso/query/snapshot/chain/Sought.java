package hoso.query.snapshot.chain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Which reports of the chain are looked for.
 *
 * @param units whose reports, as the ledger calls them; empty for all
 * @param from only those of periods that end on this day or later
 * @param to only those of periods that begin on this day or before
 */
public record Sought(Optional<Set<String>> units, Optional<LocalDate> from, Optional<LocalDate> to) {

    /** Every report. */
    public static final Sought ANY = new Sought(Optional.empty(), Optional.empty(), Optional.empty());

    public Sought {
        units = units.map(Set::copyOf);
    }

    /** Those of certain units alone. */
    public Sought of(Set<String> some) {
        return new Sought(Optional.of(some), from, to);
    }
}
