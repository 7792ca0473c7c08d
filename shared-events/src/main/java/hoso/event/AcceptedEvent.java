package hoso.event;

import java.time.Instant;
import java.util.Map;

/**
 * An event as it was accepted, before and after it has a position.
 *
 * @param stream what is decided together: a dossier, a petition, or all reference data
 * @param sequence its place among the events of its stream, from 0
 * @param publisher who published it: the subject of the token, or the topic
 * @param statement what was published, as canonical JSON without free text
 * @param textHashes the salted hash of each free text, by its path in the data
 */
public record AcceptedEvent(
        Stream stream,
        int sequence,
        String subject,
        EventKey key,
        Instant occurredAt,
        String publisher,
        Fact fact,
        Statement statement,
        Decision decision,
        Map<String, String> textHashes) {}
