package hoso.command.judgement;

import hoso.event.ContentHash;
import hoso.event.EventKey;
import hoso.event.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The idempotency keys of one subject: who was accepted, with which content, and whether it still stands.
 *
 * <p>A list, since a hundred thousand dossiers of some six events are kept in memory, and a map of so few takes three times
 * the room; the two thousand events that a dossier may have are searched in the time of one flush.
 *
 * @param known in the order they were accepted
 */
public record Keys(List<Known> known) {

    /**
     * An accepted event.
     *
     * @param sequence its place among the events of its stream
     * @param voided whether it, or the receipt of its dossier's life, was voided since
     */
    public record Known(EventKey key, ContentHash content, int sequence, boolean voided) {

        private Known asVoided() {
            return new Known(key, content, sequence, true);
        }
    }

    public static final Keys NONE = new Keys(List.of());

    public Keys {
        known = List.copyOf(known);
    }

    /** How a publication ends that was accepted before under this key, or whose key another one has; else nothing. */
    public Optional<Judgement> judge(Publication publication) {
        return find(publication.key()).map(before -> repeated(before, publication));
    }

    private static Judgement repeated(Known before, Publication publication) {
        if (!before.content().equals(publication.statement().content()))
            return new Judgement.Refused(
                    RefusalCode.ID_REUSED, "another event of this subject was accepted under this source and id");
        if (before.voided())
            return new Judgement.Refused(RefusalCode.VOIDED, "this event was voided; publish it anew under a new id");
        return new Judgement.Duplicate(before.sequence());
    }

    /** The place of an event that stands. */
    public Optional<Integer> standing(EventKey key) {
        return find(key).filter(event -> !event.voided()).map(Known::sequence);
    }

    public Keys with(EventKey key, ContentHash content, int sequence) {
        var more = new ArrayList<Known>(known.size() + 1);
        more.addAll(known);
        more.add(new Known(key, content, sequence, false));
        return new Keys(more);
    }

    /** With one event voided. */
    public Keys voided(int sequence) {
        return changed(event -> event.sequence() == sequence ? event.asVoided() : event);
    }

    /** With a receipt voided and all its life, which began with it; what ended an earlier life stays. */
    public Keys lifeVoided(int receipt) {
        return changed(event -> event.sequence() >= receipt ? event.asVoided() : event);
    }

    private Keys changed(UnaryOperator<Known> change) {
        return new Keys(known.stream().map(change).toList());
    }

    private Optional<Known> find(EventKey key) {
        for (Known event : known) if (event.key().equals(key)) return Optional.of(event);
        return Optional.empty();
    }
}
