package hoso.query.feed;

import hoso.event.ReferenceFact;
import java.time.Instant;

/**
 * A procedure or a calendar as it was published: what due instants are decided by.
 *
 * @param origin of the store that it came from; empty beside one store
 * @param subject the code of the procedure, or the year
 */
public record PublishedRule(long position, Instant recordedAt, String origin, String subject, ReferenceFact fact) {}
