package hoso.command.judgement;

import hoso.event.ContentHash;
import hoso.event.EventKey;
import hoso.event.Publication;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The idempotency keys of one subject: who was accepted, with which content, and whether it still stands. */
public record Keys(Map<EventKey, Known> known) {

    /**
     * An accepted event.
     *
     * @param sequence its place among the events of its stream
     * @param voided whether it, or the receipt of its dossier's life, was voided since
     */
    public record Known(ContentHash content, int sequence, boolean voided) {}

    public static final Keys NONE = new Keys(Map.of());

    /** How a publication ends that was accepted before under this key, or whose key another one has; else nothing. */
    public Optional<Judgement> judge(Publication publication) {
        Known before = known.get(publication.key());
        if (before == null) return Optional.empty();
        if (!before.content().equals(publication.statement().content()))
            return Optional.of(new Judgement.Refused(
                    RefusalCode.ID_REUSED, "another event of this subject was accepted under this source and id"));
        if (before.voided())
            return Optional.of(
                    new Judgement.Refused(RefusalCode.VOIDED, "this event was voided; publish it anew under a new id"));
        return Optional.of(new Judgement.Duplicate(before.sequence()));
    }

    /** The place of an event that stands. */
    public Optional<Integer> standing(EventKey key) {
        return Optional.ofNullable(known.get(key))
                .filter(event -> !event.voided())
                .map(Known::sequence);
    }

    public Keys with(EventKey key, ContentHash content, int sequence) {
        var more = new HashMap<>(known);
        more.put(key, new Known(content, sequence, false));
        return new Keys(more);
    }

    /** With one event voided. */
    public Keys voided(int sequence) {
        return changed(
                event -> event.sequence() == sequence ? new Known(event.content(), event.sequence(), true) : event);
    }

    /** With a receipt voided and all its life, which began with it; what ended an earlier life stays. */
    public Keys lifeVoided(int receipt) {
        return changed(
                event -> event.sequence() >= receipt ? new Known(event.content(), event.sequence(), true) : event);
    }

    private Keys changed(UnaryOperator<Known> change) {
        var changed = new HashMap<>(known);
        changed.replaceAll((key, event) -> change.apply(event));
        return new Keys(changed);
    }
}
