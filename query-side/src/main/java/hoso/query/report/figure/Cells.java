package hoso.query.report.figure;

import static hoso.query.ledger.Measure.*;
import static hoso.query.report.figure.Formula.flow;
import static hoso.query.report.figure.Formula.stockAtEnd;
import static hoso.query.report.figure.Formula.stockAtStart;

import hoso.query.ledger.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All cells: first those that a report prints, in its order, then those that the catalogue reckons with and that a report
 * does not print, because its members are fixed.
 */
public final class Cells {

    private static final Measure[] CLOSED = {CLOSED_EARLY, CLOSED_ON_TIME, CLOSED_LATE};
    private static final Measure[] PORTAL_ENDED = {
        CLOSED_EARLY, CLOSED_ON_TIME, CLOSED_LATE, PORTAL_ENDED_IN_TIME, PORTAL_ENDED_LATE
    };

    private static final Cells CELLS = new Cells();
    private static final List<Cell> ALL = List.copyOf(CELLS.cells);
    private static final List<Cell> OF_REPORTS = ALL.subList(0, CELLS.printed);
    private static final Map<String, Cell> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Cell::name, Function.identity()));

    private final List<Cell> cells = new ArrayList<>();

    /** How many of them a report prints. */
    private final int printed;

    private Cells() {
        received();
        resolved();
        pending();
        tags();
        amounts();
        petitions();
        printed = cells.size();
        unprinted();
        portal();
    }

    /** Those that a report prints. */
    public static List<Cell> ofReports() {
        return OF_REPORTS;
    }

    /** These, and those that the catalogue reckons with beside them. */
    public static List<Cell> all() {
        return ALL;
    }

    public static Optional<Cell> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The cell of a name that the code itself gives. */
    public static Cell cell(String name) {
        return named(name).orElseThrow(() -> new IllegalArgumentException("no cell is named " + name));
    }

    private void received() {
        Formula carriedOver = stockAtStart(RECEIVED).minus(stockAtStart(CLOSED));
        cell("received.total", flow(RECEIVED).plus(carriedOver));
        cell("received.new", flow(RECEIVED));
        cell("received.online", flow(RECEIVED_ONLINE));
        cell("received.direct", flow(RECEIVED_DIRECT));
        cell("received.postal", flow(RECEIVED_POSTAL));
        cell("received.carriedOver", carriedOver);
    }

    private void resolved() {
        cell("resolved.total", flow(CLOSED));
        cell("resolved.early", flow(CLOSED_EARLY));
        cell("resolved.onTime", flow(CLOSED_ON_TIME));
        cell("resolved.late", flow(CLOSED_LATE));
        cell("resolved.approved", flow(OUTCOME_APPROVED));
        cell("resolved.rejected", flow(OUTCOME_REJECTED));
        cell("resolved.withdrawn", flow(OUTCOME_WITHDRAWN));
        cell("resolved.declined", flow(OUTCOME_DECLINED));
    }

    private void pending() {
        Formula open = stockAtEnd(RECEIVED).minus(stockAtEnd(CLOSED));
        cell("pending.total", open);
        cell("pending.notDue", open.minus(stockAtEnd(OVERDUE)));
        cell("pending.overdue", stockAtEnd(OVERDUE));
        cell("pending.paused", stockAtEnd(PAUSED));
    }

    private void tags() {
        tag("digitized", DIGITIZED_RECEIVED, DIGITIZED_CLOSED);
        tag("reused", REUSED_RECEIVED, REUSED_CLOSED);
        tag("feeRequired", FEE_REQUIRED_RECEIVED, FEE_REQUIRED_CLOSED);
        tag("paidOnline", PAID_ONLINE_RECEIVED, PAID_ONLINE_CLOSED);
        tag("resultElectronic", RESULT_ELECTRONIC_RECEIVED, RESULT_ELECTRONIC_CLOSED);
        tag("resultDigitized", RESULT_DIGITIZED_RECEIVED, RESULT_DIGITIZED_CLOSED);
        tag("returnedByPost", RETURNED_BY_POST_RECEIVED, RETURNED_BY_POST_CLOSED);
        tag("sameDay", SAME_DAY_RECEIVED, SAME_DAY_CLOSED);
        tag("apologised", APOLOGISED_RECEIVED, APOLOGISED_CLOSED);
        tag("promiseKept", PROMISE_KEPT_RECEIVED, PROMISE_KEPT_CLOSED);
        tag("portalObserved", PORTAL_OBSERVED_RECEIVED, PORTAL_OBSERVED_CLOSED);
        tag("portalSynced", PORTAL_SYNCED_RECEIVED, PORTAL_SYNCED_CLOSED);
        tag("satisfied", SATISFIED_RECEIVED, SATISFIED_CLOSED);
        tag("rated", RATED_RECEIVED, RATED_CLOSED);
    }

    /** A tag over three cohorts: what is in scope is what was open at the start, and what was received since. */
    private void tag(String name, Measure received, Measure closed) {
        Formula openAtStart = stockAtStart(received).minus(stockAtStart(closed));
        cell("tags." + name + ".inScope", openAtStart.plus(flow(received)));
        cell("tags." + name + ".new", flow(received));
        cell("tags." + name + ".resolved", flow(closed));
    }

    private void amounts() {
        cell("amounts.paidOnline", flow(AMOUNT_PAID_ONLINE));
        cell("amounts.onlinePayments", flow(ONLINE_PAYMENTS));
        cell("amounts.notifications", flow(NOTIFICATIONS));
    }

    private void petitions() {
        cell("petitions.received", flow(PETITION_RECEIVED));
        cell("petitions.regulation", flow(PETITION_REGULATION));
        cell("petitions.behaviour", flow(PETITION_BEHAVIOUR));
        cell("petitions.carriedOver", stockAtStart(PETITION_RECEIVED).minus(stockAtStart(PETITION_ANSWERED)));
        cell("petitions.answered", flow(PETITION_ANSWERED));
        cell("petitions.published", flow(PETITION_PUBLISHED));
        cell("petitions.pending", stockAtEnd(PETITION_RECEIVED).minus(stockAtEnd(PETITION_ANSWERED)));
    }

    private void unprinted() {
        cell("petitions.rated", flow(PETITION_RATED));
        cell("petitions.satisfied", flow(PETITION_SATISFIED));
        cell("digitizedThroughout.resolved", flow(DIGITIZED_THROUGHOUT_CLOSED));
    }

    /** By the national portal's rule: the local sums and what it sees otherwise. */
    private void portal() {
        Formula openAtStart = stockAtStart(RECEIVED).minus(stockAtStart(PORTAL_ENDED));
        Formula open = stockAtEnd(RECEIVED).minus(stockAtEnd(PORTAL_ENDED));
        Formula overdue = stockAtEnd(OVERDUE, PORTAL_OVERDUE);
        cell("portal.inScope", openAtStart.plus(flow(RECEIVED)));
        cell("portal.ended.inTime", flow(CLOSED_EARLY, CLOSED_ON_TIME, PORTAL_ENDED_IN_TIME));
        cell("portal.ended.late", flow(CLOSED_LATE, PORTAL_ENDED_LATE));
        cell("portal.pending.total", open);
        cell("portal.pending.notDue", open.minus(overdue));
        cell("portal.pending.overdue", overdue);
    }

    private void cell(String name, Formula formula) {
        cells.add(new Cell(cells.size(), name, formula));
    }
}
