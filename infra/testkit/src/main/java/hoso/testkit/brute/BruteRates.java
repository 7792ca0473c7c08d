package hoso.testkit.brute;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** The first rates of the catalogue, in percent with two decimals; one without a denominator is absent. */
public final class BruteRates {
    private final Map<String, Long> cells;
    private final SortedMap<String, BigDecimal> rates = new TreeMap<>();

    private BruteRates(Map<String, Long> cells) {
        this.cells = cells;
    }

    /** The rates of a total or a group, from its cells. */
    public static SortedMap<String, BigDecimal> of(Map<String, Long> cells) {
        BruteRates of = new BruteRates(cells);
        of.rate("onTime", of.cell("resolved.early") + of.cell("resolved.onTime"), "resolved.total");
        of.rate("late", of.cell("resolved.late"), "resolved.total");
        of.rate("early", of.cell("resolved.early"), "resolved.total");
        of.rate("online", of.cell("received.online"), "received.new");
        of.rate("digitized", of.cell("tags.digitized.inScope"), "received.total");
        of.rate("reused", of.cell("tags.reused.inScope"), "received.total");
        of.rate("resultDigitized", of.cell("tags.resultDigitized.resolved"), "resolved.total");
        of.rate("resultElectronic", of.cell("tags.resultElectronic.resolved"), "resolved.total");
        of.rate("paidOnline", of.cell("tags.paidOnline.inScope"), "tags.feeRequired.inScope");
        of.rate("portalSynced", of.cell("tags.portalSynced.inScope"), "tags.portalObserved.inScope");
        of.rate("satisfied", of.cell("tags.satisfied.inScope"), "tags.rated.inScope");
        of.rate("apologised", of.cell("tags.apologised.resolved"), "resolved.late");
        of.rate("promiseKept", of.cell("tags.promiseKept.resolved"), "tags.apologised.resolved");
        of.rate("sameDay", of.cell("tags.sameDay.resolved"), "resolved.total");
        of.rate("returnedByPost", of.cell("tags.returnedByPost.resolved"), "resolved.total");
        return of.rates;
    }

    private long cell(String name) {
        return Objects.requireNonNull(cells.get(name), name);
    }

    private void rate(String id, long numerator, String denominator) {
        if (cell(denominator) != 0) {
            rates.put(
                    id,
                    BigDecimal.valueOf(100 * numerator)
                            .divide(BigDecimal.valueOf(cell(denominator)), 2, RoundingMode.HALF_UP));
        }
    }
}
