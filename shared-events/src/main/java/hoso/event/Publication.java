package hoso.event;

import java.time.Instant;
import java.util.Map;

/**
 * A published event of the right shape, before anything is decided.
 *
 * @param subject the unit, procedure, year, dossier or petition it is about
 * @param texts the free texts taken out of the data, by their path
 */
public record Publication(
        EventKey key,
        Stream stream,
        String subject,
        Instant occurredAt,
        Fact fact,
        Statement statement,
        Map<String, String> texts) {}
