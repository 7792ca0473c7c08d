package hoso.query.ledger;

import hoso.event.history.DossierHistory;
import java.util.Set;

/** What may be said of a dossier, once, however often it was published. */
public enum Tag {
    DIGITIZED(Measure.DIGITIZED_RECEIVED, Measure.DIGITIZED_CLOSED),
    REUSED(Measure.REUSED_RECEIVED, Measure.REUSED_CLOSED),
    FEE_REQUIRED(Measure.FEE_REQUIRED_RECEIVED, Measure.FEE_REQUIRED_CLOSED),
    PAID_ONLINE(Measure.PAID_ONLINE_RECEIVED, Measure.PAID_ONLINE_CLOSED),
    RESULT_ELECTRONIC(Measure.RESULT_ELECTRONIC_RECEIVED, Measure.RESULT_ELECTRONIC_CLOSED),
    RESULT_DIGITIZED(Measure.RESULT_DIGITIZED_RECEIVED, Measure.RESULT_DIGITIZED_CLOSED),
    RETURNED_BY_POST(Measure.RETURNED_BY_POST_RECEIVED, Measure.RETURNED_BY_POST_CLOSED),
    /** Closed on the day of receipt. */
    SAME_DAY(Measure.SAME_DAY_RECEIVED, Measure.SAME_DAY_CLOSED),
    /** Not closed in time, and an apology was issued. */
    APOLOGISED(Measure.APOLOGISED_RECEIVED, Measure.APOLOGISED_CLOSED),
    /** Closed late, and by the instant that the last apology before it promised. */
    PROMISE_KEPT(Measure.PROMISE_KEPT_RECEIVED, Measure.PROMISE_KEPT_CLOSED),
    PORTAL_OBSERVED(Measure.PORTAL_OBSERVED_RECEIVED, Measure.PORTAL_OBSERVED_CLOSED),
    /** Ever observed as synced. */
    PORTAL_SYNCED(Measure.PORTAL_SYNCED_RECEIVED, Measure.PORTAL_SYNCED_CLOSED),
    RATED(Measure.RATED_RECEIVED, Measure.RATED_CLOSED),
    /** The last rating says so. */
    SATISFIED(Measure.SATISFIED_RECEIVED, Measure.SATISFIED_CLOSED);

    private final Measure received;
    private final Measure closed;

    Tag(Measure received, Measure closed) {
        this.received = received;
        this.closed = closed;
    }

    /** What it counts at the receipt of its dossier. */
    public Measure received() {
        return received;
    }

    /** What it counts at the closing of its dossier. */
    public Measure closed() {
        return closed;
    }

    /** The tags of a dossier that stands received. */
    public static Set<Tag> of(DossierHistory dossier) {
        return new TagRules(dossier).tags();
    }
}
