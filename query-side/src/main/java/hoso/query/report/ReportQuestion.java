package hoso.query.report;

import hoso.edge.Parameters;
import hoso.query.feed.OriginCode;
import hoso.query.question.AsOf;
import hoso.query.question.View;
import hoso.vocabulary.Period;
import hoso.vocabulary.ReportingPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A period report that is asked for.
 *
 * @param unit the unit whose subtree it is about
 * @param tree the date whose tree rolls it up
 * @param at the moment that cuts a period which has not ended then; empty for now
 */
public record ReportQuestion(String unit, Period period, Grouping by, LocalDate tree, Optional<Instant> at, View view) {

    /** The parameters it takes. */
    public static final Set<String> PARAMETERS = View.with("unit", "from", "to", "preset", "of", "by", "tree");

    /** Longer ones are a slip of the pen, and make the books sum all they have. */
    public static final int YEARS_MAX = 100;

    public ReportQuestion {
        if (at.isPresent() && at.get().isBefore(period.start())) throw Parameters.malformed("at lies before from");
    }

    public static ReportQuestion of(Parameters parameters) {
        Period period = period(parameters);
        return new ReportQuestion(
                unit(parameters),
                period,
                parameters.choice("by", Grouping.class).orElse(Grouping.UNIT),
                parameters.date("tree").orElse(period.to()),
                View.at(parameters),
                View.of(parameters));
    }

    /** The same question about a unit, by another of its names. */
    public ReportQuestion about(String unit) {
        return new ReportQuestion(unit, period, by, tree, at, view);
    }

    /** The same question, to be answered once more as it was answered before. */
    public ReportQuestion asAnswered(long position, Instant at, LocalDate tree) {
        var view = new View(new AsOf.Position(position), this.view.minPosition());
        return new ReportQuestion(unit, period, by, tree, Optional.of(at), view);
    }

    private static String unit(Parameters parameters) {
        String unit = parameters.required("unit");
        if (!OriginCode.isCode(unit)) throw Parameters.malformed("unit is no code: " + Parameters.shortened(unit));
        return unit;
    }

    /** The same question about another period, with the tree it has. */
    public ReportQuestion over(Period other) {
        return new ReportQuestion(unit, other, by, tree, at, view);
    }

    /** The same question with other groups. */
    public ReportQuestion by(Grouping other) {
        return new ReportQuestion(unit, period, other, tree, at, view);
    }

    /** The same question, rolled up by the tree of another date. */
    public ReportQuestion inTree(LocalDate other) {
        return new ReportQuestion(unit, period, by, other, at, view);
    }

    /** Two dates, or a period that a regulation sets, by its name. */
    private static Period period(Parameters parameters) {
        Optional<ReportingPeriod> preset = parameters.choice("preset", ReportingPeriod.class);
        if (preset.isEmpty()) {
            if (parameters.text("of").isPresent()) throw Parameters.malformed("of belongs to preset");
            return between(parameters);
        }
        if (parameters.text("from").isPresent() || parameters.text("to").isPresent())
            throw Parameters.malformed("preset stands in place of from and to");
        String name = parameters.required("of");
        return preset.get()
                .named(name)
                .orElseThrow(
                        () -> Parameters.malformed("of names no such period, as 2024-03, 2024-Q1, 2024-H1 or 2024 do: "
                                + Parameters.shortened(name)));
    }

    private static Period between(Parameters parameters) {
        LocalDate from = required(parameters, "from");
        LocalDate to = required(parameters, "to");
        if (from.isAfter(to)) throw Parameters.malformed("from lies after to");
        if (!to.isBefore(from.plusYears(YEARS_MAX)))
            throw Parameters.malformed("the period is longer than " + YEARS_MAX + " years");
        return new Period(from, to);
    }

    private static LocalDate required(Parameters parameters, String name) {
        return parameters.date(name).orElseThrow(() -> Parameters.malformed(name + " is missing"));
    }
}
