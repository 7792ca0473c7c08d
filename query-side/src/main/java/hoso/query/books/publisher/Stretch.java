package hoso.query.books.publisher;

import java.time.Instant;

/**
 * A time within one hour in which a publisher published under a source.
 *
 * @param origin where origins are rolled up; empty beside one store
 * @param first position, as last
 * @param firstAt when it was recorded, as lastAt
 */
public record Stretch(
        String origin,
        String publisher,
        String source,
        long events,
        long first,
        long last,
        Instant firstAt,
        Instant lastAt) {}
