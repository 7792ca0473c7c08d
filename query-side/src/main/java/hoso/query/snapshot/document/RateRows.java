package hoso.query.snapshot.document;

import hoso.query.report.catalogue.Rate;
import hoso.query.report.catalogue.Rates;
import hoso.query.snapshot.content.FrozenReport;
import hoso.query.snapshot.document.template.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every rate of the catalogue with what was frozen of it: whoever adds one there needs to add nothing here. */
final class RateRows {

    static final Set<String> NAMES = Set.of("rate.no", "rate.name", "rate.value");

    private RateRows() {}

    /** In the order of the catalogue; without a value where there was nothing to count, or no such rate yet. */
    static List<Scope> of(FrozenReport report) {
        Map<String, BigDecimal> frozen = report.rates();
        List<Scope> rows = new ArrayList<>();
        for (Rate rate : Rates.all()) {
            Map<String, Object> values = new HashMap<>(Map.of("rate.no", rows.size() + 1L, "rate.name", rate.vi()));
            if (frozen.containsKey(rate.id())) values.put("rate.value", frozen.get(rate.id()));
            rows.add(Scope.of(NAMES, values));
        }
        return rows;
    }
}
