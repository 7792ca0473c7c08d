package hoso.query.reference;

import hoso.edge.Parameters;
import hoso.query.question.View;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Reference data that is asked for.
 *
 * @param date on which it is in force; empty for today
 */
record ReferenceQuestion(Optional<LocalDate> date, View view) {

    static final Set<String> PARAMETERS = View.with("date");

    static ReferenceQuestion of(Parameters parameters) {
        return new ReferenceQuestion(parameters.date("date"), View.of(parameters));
    }
}
