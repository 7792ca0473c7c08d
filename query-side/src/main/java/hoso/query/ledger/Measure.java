package hoso.query.ledger;

import java.util.Arrays;
import java.util.List;

/**
 * What a line of the ledger counts. A stock at {@code t} is the sum of its lines with an instant before {@code t}, a flow
 * of {@code [F, T)} the sum of its lines in it; so every figure comes from sums before a cut.
 *
 * <p>{@code open} and {@code tag.open} need no lines of their own: they are received less closed. A tag posts at the
 * receipt and at the closing of its dossier.
 */
public enum Measure {
    RECEIVED,
    RECEIVED_ONLINE,
    RECEIVED_DIRECT,
    RECEIVED_POSTAL,
    CLOSED_EARLY,
    CLOSED_ON_TIME,
    CLOSED_LATE,
    OUTCOME_APPROVED,
    OUTCOME_REJECTED,
    OUTCOME_WITHDRAWN,
    OUTCOME_DECLINED,
    PAUSED,
    OVERDUE,
    AMOUNT_PAID_ONLINE,
    ONLINE_PAYMENTS,
    NOTIFICATIONS,
    DIGITIZED_RECEIVED,
    DIGITIZED_CLOSED,
    REUSED_RECEIVED,
    REUSED_CLOSED,
    FEE_REQUIRED_RECEIVED,
    FEE_REQUIRED_CLOSED,
    PAID_ONLINE_RECEIVED,
    PAID_ONLINE_CLOSED,
    RESULT_ELECTRONIC_RECEIVED,
    RESULT_ELECTRONIC_CLOSED,
    RESULT_DIGITIZED_RECEIVED,
    RESULT_DIGITIZED_CLOSED,
    RETURNED_BY_POST_RECEIVED,
    RETURNED_BY_POST_CLOSED,
    SAME_DAY_RECEIVED,
    SAME_DAY_CLOSED,
    APOLOGISED_RECEIVED,
    APOLOGISED_CLOSED,
    PROMISE_KEPT_RECEIVED,
    PROMISE_KEPT_CLOSED,
    PORTAL_OBSERVED_RECEIVED,
    PORTAL_OBSERVED_CLOSED,
    PORTAL_SYNCED_RECEIVED,
    PORTAL_SYNCED_CLOSED,
    SATISFIED_RECEIVED,
    SATISFIED_CLOSED,
    RATED_RECEIVED,
    RATED_CLOSED,
    PETITION_RECEIVED,
    PETITION_REGULATION,
    PETITION_BEHAVIOUR,
    PETITION_ANSWERED,
    PETITION_PUBLISHED,
    /** At its receipt, as the next: whether the petition was ever rated. */
    PETITION_RATED,
    /** Whether its last rating says so. */
    PETITION_SATISFIED,
    /** Digitized in its components and in its result, at the closing. */
    DIGITIZED_THROUGHOUT_CLOSED,
    /** As the next two: what the portal's view posts, less what the local one does ({@link PortalView}). */
    PORTAL_ENDED_IN_TIME,
    PORTAL_ENDED_LATE,
    PORTAL_OVERDUE;

    private static final List<Measure> ALL = Arrays.asList(values());

    /** All of them, in the order that rows of sums have. */
    public static List<Measure> all() {
        return ALL;
    }
}
