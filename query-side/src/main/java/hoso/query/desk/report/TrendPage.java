package hoso.query.desk.report;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;
import hoso.query.desk.frame.Frame;
import hoso.query.desk.report.ReportPage.Indicated;
import java.util.List;
import java.util.Map;

/**
 * The report over the last periods.
 *
 * @param rates names of rates, by id
 */
public record TrendPage(Question question, Answer trend, Map<String, Indicated> rates) {

    /** What the table shows of each period. */
    public static final List<String> CELLS = List.of(
            "received.total",
            "received.new",
            "resolved.total",
            "resolved.early",
            "resolved.onTime",
            "resolved.late",
            "pending.total",
            "pending.overdue");

    public static final List<String> RATES = List.of("onTime", "online", "digitized", "reused", "paidOnline");

    public List<Answer> periods() {
        return trend.list("periods");
    }

    public String report() {
        return question.at(ReportPage.PATH);
    }

    /** The report of one of the periods. */
    public String of(Answer period) {
        return question.without("preset", "of")
                .with("from", period.text("from"))
                .with("to", period.text("to"))
                .with("tree", period.text("tree"))
                .at(ReportPage.PATH);
    }

    public String rateName(String id, Frame frame) {
        Indicated rate = rates.get(id);
        return rate == null ? id : frame.say(rate.vietnamese(), rate.english());
    }
}
