package hoso.query.snapshot.document;

import hoso.query.report.catalogue.Rate;
import hoso.query.report.catalogue.Rates;
import hoso.query.snapshot.content.FrozenReport;
import hoso.query.snapshot.document.template.Scope;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every rate of the catalogue with what was frozen of it: whoever adds one there needs to add nothing here. */
final class RateRows {

    static final Set<String> NAMES = Set.of("rate.name", "rate.value");

    private RateRows() {}

    /** In the order of the catalogue; without a value where there was nothing to count, or no such rate yet. */
    static List<Scope> of(FrozenReport report) {
        Map<String, BigDecimal> frozen = report.rates();
        return Rates.all().stream().map(rate -> row(rate, frozen)).toList();
    }

    private static Scope row(Rate rate, Map<String, BigDecimal> frozen) {
        Map<String, Object> values = new HashMap<>(Map.of("rate.name", rate.vi()));
        if (frozen.containsKey(rate.id())) values.put("rate.value", frozen.get(rate.id()));
        return Scope.of(NAMES, values);
    }
}
