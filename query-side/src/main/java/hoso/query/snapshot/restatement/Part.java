package hoso.query.snapshot.restatement;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.query.snapshot.Cause;
import org.jspecify.annotations.Nullable;

/**
 * What one cause moved a figure by.
 *
 * @param events how many of it moved it
 * @param dossiers of how many dossiers or petitions; absent where they are not asked for, or too many to be counted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Part(
        Cause cause,
        String name,
        long difference,
        long events,
        @Nullable Long dossiers) {}
