package hoso.command.petition;

import hoso.command.judgement.Keys;
import hoso.event.AcceptedEvent;
import hoso.event.history.PetitionHistory;

/** A petition as the command side believes it: its history and the keys of its events. */
public record PetitionTimeline(PetitionHistory history, Keys keys) {

    public static final PetitionTimeline UNKNOWN = new PetitionTimeline(PetitionHistory.UNKNOWN, Keys.NONE);

    /** This timeline after one more event. */
    public PetitionTimeline with(AcceptedEvent event) {
        return new PetitionTimeline(
                history.with(event), keys.with(event.key(), event.statement().content(), event.sequence()));
    }
}
