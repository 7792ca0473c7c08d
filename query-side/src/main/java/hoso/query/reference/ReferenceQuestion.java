package hoso.query.reference;

import hoso.edge.Parameters;
import hoso.query.question.View;
import hoso.vocabulary.VietnamTime;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Reference data that is asked for.
 *
 * @param date on which it is in force; empty for today, or the day of the moment asked
 * @param origin whose it is, where origins are rolled up; empty for all of them
 */
record ReferenceQuestion(Optional<LocalDate> date, View view, Optional<String> origin) {

    static final Set<String> PARAMETERS = View.with("date", "origin");

    static ReferenceQuestion of(Parameters parameters) {
        Optional<LocalDate> day = View.at(parameters).map(VietnamTime::date);
        return new ReferenceQuestion(
                parameters.date("date").or(() -> day), View.of(parameters), parameters.text("origin"));
    }
}
