package hoso.query.desk.report;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.ReportApi;
import hoso.query.desk.report.ReportPage.Indicated;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the rates of the catalogue are called, by their ids. The catalogue does not change while the program runs. */
public final class RateNames {

    private final ReportApi api;
    private volatile @Nullable Map<String, Indicated> known;

    public RateNames(ReportApi api) {
        this.api = api;
    }

    public Map<String, Indicated> all() {
        Map<String, Indicated> names = known;
        if (names == null) {
            names = read();
            known = names;
        }
        return names;
    }

    private Map<String, Indicated> read() {
        Map<String, Indicated> names = new LinkedHashMap<>();
        for (Answer rate : api.indicators().list("indicators"))
            names.put(rate.text("id"), new Indicated(rate.text("vi"), rate.text("en"), rate.text("source")));
        return Map.copyOf(names);
    }
}
