package hoso.command.judgement;

import hoso.event.AcceptedEvent;
import hoso.event.Decision;
import hoso.event.Publication;
import hoso.vocabulary.UnitRights;
import java.util.Map;

/**
 * A publication with who sent it and with which rights; all that a decision needs from outside.
 *
 * @param publisher the subject of the token, or the topic
 * @param rights the units the sender may publish for
 * @param textHashes the salted hash of each free text, by its path in the data
 */
public record Submission(Publication publication, String publisher, UnitRights rights, Map<String, String> textHashes) {

    /** The event this becomes where it is accepted, in its place of the stream. */
    public AcceptedEvent accepted(int sequence, Decision decision) {
        return new AcceptedEvent(
                publication.stream(),
                sequence,
                publication.subject(),
                publication.key(),
                publication.occurredAt(),
                publisher,
                publication.fact(),
                publication.statement(),
                decision,
                textHashes);
    }
}
