package hoso.query.books;

import hoso.query.ledger.Tag;
import hoso.vocabulary.Channel;
import hoso.vocabulary.Outcome;
import hoso.vocabulary.Timeliness;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What dossiers may have in common, as their rows tell without the dossier being read. */
public sealed interface Trait {

    record ReceivedBy(Channel channel) implements Trait {}

    record Closed(Timeliness timeliness) implements Trait {}

    record Ended(Outcome outcome) implements Trait {}

    record Tagged(Tag tag) implements Trait {}

    /**
     * @param from due at or after it; null where that does not matter
     * @param before due before it
     */
    record Due(@Nullable Instant from, Instant before) implements Trait {}

    /** With a payment online, at whatever time. */
    record PaidOnline() implements Trait {}

    /** With a notice to the applicant, at whatever time. */
    record Notified() implements Trait {}

    /** Open, or closed at or after an instant. */
    record OpenAt(Instant instant) implements Trait {}

    /** Seen otherwise by the national portal ({@link hoso.query.ledger.PortalView}), whatever in. */
    record SeenOtherwise() implements Trait {}

    /** Closed, and still going on for the national portal for longer than it mostly lags behind. */
    record PortalLags() implements Trait {}

    record Either(Trait one, Trait other) implements Trait {}

    /** Of the tags of a row, one that the tags of a dossier leave free. */
    int SEEN_OTHERWISE = 1 << 30;

    /** Likewise. */
    int PORTAL_LAGS = 1 << 29;

    /** The condition on a row of the dossiers; numbers and instants alone go into it, no text from outside. */
    default String condition() {
        return switch (this) {
            case ReceivedBy received -> "channel = " + (received.channel().ordinal() + 1);
            case Closed closed -> "timeliness = " + closed.timeliness().ordinal();
            case Ended ended -> "outcome = " + ended.outcome().ordinal();
            case Tagged tagged -> "tags & " + (1 << tagged.tag().ordinal()) + " <> 0";
            case Due due ->
                (due.from() == null ? "" : "due_at >= '" + due.from() + "' AND ") + "due_at < '" + due.before() + "'";
            case OpenAt open -> "(closed_at IS NULL OR closed_at >= '" + open.instant() + "')";
            case SeenOtherwise seen -> "tags & " + SEEN_OTHERWISE + " <> 0";
            case PortalLags lags -> "tags & " + PORTAL_LAGS + " <> 0";
            case Either either ->
                "(" + either.one().condition() + " OR " + either.other().condition() + ")";
            case PaidOnline paid -> "paid_online > 0";
            case Notified notified -> "notices > 0";
        };
    }
}
