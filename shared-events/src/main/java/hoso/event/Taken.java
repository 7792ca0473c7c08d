package hoso.event;

import hoso.vocabulary.Processing;
import hoso.vocabulary.SupplementRule;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a receipt took from the version of its procedure that was valid on the day of receipt; a later version changes
 * nothing for that dossier.
 *
 * @param version {@code validFrom} of the version taken
 * @param computedDueAt the due instant computed, also where the publisher stated another
 */
public record Taken(
        String field,
        Processing processing,
        SupplementRule supplement,
        boolean feeRequired,
        LocalDate version,
        Instant computedDueAt) {}
