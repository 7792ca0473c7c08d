package hoso.query.report.dossiers;

import hoso.query.books.Bounds;
import hoso.query.books.Trait;
import hoso.query.ledger.PortalView;
import hoso.query.ledger.Tag;
import hoso.query.report.Cuts;
import hoso.vocabulary.Channel;
import hoso.vocabulary.Outcome;
import hoso.vocabulary.Timeliness;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What can be said beforehand of all dossiers behind a cell, so that not every dossier is looked at. */
public final class CellBounds {

    private CellBounds() {}

    /** The bounds that the formula of a cell implies. */
    public static Bounds of(String cell, Cuts cuts) {
        if (cell.startsWith("portal.")) return portal(cell, cuts);
        Bounds bounds = instants(cell, cuts);
        return trait(cell, cuts).map(bounds::and).orElse(bounds);
    }

    private static Bounds instants(String cell, Cuts cuts) {
        Instant start = cuts.start();
        Instant end = cuts.end();
        // a payment or notice may have been corrected to a time outside its dossier's life
        if (cell.startsWith("amounts.")) return Bounds.NONE;
        if (cell.startsWith("pending.")) return new Bounds(null, end, end, null);
        if (cell.startsWith("resolved.") || cell.endsWith(".resolved")) return new Bounds(null, end, start, end);
        if (cell.equals("received.carriedOver")) return new Bounds(null, start, start, null);
        if (cell.equals("received.total") || cell.endsWith(".inScope")) return new Bounds(null, end, start, null);
        return new Bounds(start, end, null, null);
    }

    private static Optional<Trait> trait(String cell, Cuts cuts) {
        if (cell.startsWith("tags.")) return Optional.of(new Trait.Tagged(tag(cell.split("\\.", 3)[1])));
        return Optional.ofNullable(
                switch (cell) {
                    case "received.online" -> new Trait.ReceivedBy(Channel.ONLINE);
                    case "received.direct" -> new Trait.ReceivedBy(Channel.DIRECT);
                    case "received.postal" -> new Trait.ReceivedBy(Channel.POSTAL);
                    case "resolved.early" -> new Trait.Closed(Timeliness.EARLY);
                    case "resolved.onTime" -> new Trait.Closed(Timeliness.ON_TIME);
                    case "resolved.late" -> new Trait.Closed(Timeliness.LATE);
                    case "resolved.approved" -> new Trait.Ended(Outcome.APPROVED);
                    case "resolved.rejected" -> new Trait.Ended(Outcome.REJECTED);
                    case "resolved.withdrawn" -> new Trait.Ended(Outcome.WITHDRAWN);
                    case "resolved.declined" -> new Trait.Ended(Outcome.DECLINED);
                    case "pending.overdue" -> new Trait.Due(null, cuts.end());
                    case "digitizedThroughout.resolved" -> new Trait.Tagged(Tag.RESULT_DIGITIZED);
                    case "amounts.paidOnline", "amounts.onlinePayments" -> new Trait.PaidOnline();
                    case "amounts.notifications" -> new Trait.Notified();
                    default -> null;
                });
    }

    /**
     * By the portal's rule: what the local bounds find, and what the portal sees otherwise; of that not what was long
     * closed for both.
     */
    private static Bounds portal(String cell, Cuts cuts) {
        Instant notLongEnded = cuts.start().minus(PortalView.LAG);
        Bounds bounds = new Bounds(null, cuts.end(), null, null)
                .and(new Trait.Either(new Trait.OpenAt(notLongEnded), new Trait.PortalLags()));
        return switch (cell) {
            case "portal.inScope" -> bounds.and(orSeenOtherwise(new Trait.OpenAt(cuts.start())));
            case "portal.ended.inTime" -> bounds.and(orSeenOtherwise(new Trait.OpenAt(cuts.start())));
            case "portal.ended.late" -> bounds.and(orSeenOtherwise(new Trait.Closed(Timeliness.LATE)));
            case "portal.pending.total", "portal.pending.notDue" ->
                bounds.and(orSeenOtherwise(new Trait.OpenAt(cuts.end())));
            case "portal.pending.overdue" ->
                bounds.and(orSeenOtherwise(new Trait.OpenAt(cuts.end())))
                        .and(orSeenOtherwise(new Trait.Due(null, cuts.end())));
            case Behind.PortalDiffers.CELL -> bounds.and(new Trait.SeenOtherwise());
            default -> bounds;
        };
    }

    private static Trait orSeenOtherwise(Trait local) {
        return new Trait.Either(local, new Trait.SeenOtherwise());
    }

    /** The tag that a report calls {@code paidOnline}. */
    private static Tag tag(String name) {
        return Tag.valueOf(name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
    }
}
