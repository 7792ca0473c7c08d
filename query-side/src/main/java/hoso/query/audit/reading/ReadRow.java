package hoso.query.audit.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A look as it is on record; see {@code V8__reads.sql}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReadRow(
        long number,
        Instant at,
        String subject,
        List<String> scopes,
        List<String> units,
        String endpoint,
        String question,
        String origin,
        boolean refused,
        @Nullable Long position,
        @Nullable String dossier,
        @Nullable String unit,
        int named) {}
