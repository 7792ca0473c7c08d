package hoso.query.report.question;

import hoso.vocabulary.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A period report that is asked for.
 *
 * @param unit the unit whose subtree it is about
 * @param tree the date whose tree rolls it up
 * @param at the moment that cuts a period which has not ended then; empty for now
 */
public record ReportQuestion(String unit, Period period, Grouping by, LocalDate tree, Optional<Instant> at, View view) {

    /** The parameters it takes. */
    public static final Set<String> PARAMETERS =
            Set.of("unit", "from", "to", "by", "tree", "at", View.AS_OF, View.MIN_POSITION);

    /** Longer ones are a slip of the pen, and make the books sum all they have. */
    private static final int YEARS_MAX = 100;

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public ReportQuestion {
        if (at.isPresent() && at.get().isBefore(period.start())) throw Parameters.malformed("at lies before from");
    }

    public static ReportQuestion of(Parameters parameters) {
        Period period = period(parameters);
        return new ReportQuestion(
                code("unit", parameters.required("unit")),
                period,
                parameters.choice("by", Grouping.class).orElse(Grouping.UNIT),
                parameters.date("tree").orElse(period.to()),
                parameters.instant("at"),
                View.of(parameters));
    }

    /** A code or id of the form that every subject has. */
    public static String code(String what, String text) {
        if (!CODE.matcher(text).matches())
            throw Parameters.malformed(what + " is no code: " + Parameters.shortened(text));
        return text;
    }

    private static Period period(Parameters parameters) {
        LocalDate from = parameters.requiredDate("from");
        LocalDate to = parameters.requiredDate("to");
        if (from.isAfter(to)) throw Parameters.malformed("from lies after to");
        if (!to.isBefore(from.plusYears(YEARS_MAX)))
            throw Parameters.malformed("the period is longer than " + YEARS_MAX + " years");
        return new Period(from, to);
    }
}
