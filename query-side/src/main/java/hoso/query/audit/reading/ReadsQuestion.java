package hoso.query.audit.reading;

import hoso.edge.Parameters;
import hoso.query.question.View;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks that are asked for, the newest first.
 *
 * @param dossier as it is asked for
 * @param from recorded at or after it
 * @param to recorded before it
 * @param limit how many at most, 1…1,000
 * @param before only those of lower numbers: from the second page on where the page before ended
 */
record ReadsQuestion(
        Optional<String> dossier,
        Optional<String> subject,
        Optional<Instant> from,
        Optional<Instant> to,
        int limit,
        long before) {

    static final Set<String> PARAMETERS = View.with("dossier", "subject", "from", "to", "limit", "after");

    private static final int LIMIT = 100;

    /** More would hold a page in memory that nobody reads. */
    private static final int LIMIT_MAX = 1_000;

    static ReadsQuestion of(Parameters parameters) {
        return new ReadsQuestion(
                parameters.text("dossier"),
                parameters.text("subject"),
                parameters.instant("from"),
                parameters.instant("to"),
                parameters.number("limit", 1, LIMIT_MAX).map(Long::intValue).orElse(LIMIT),
                parameters.number("after", 1, Long.MAX_VALUE).orElse(Long.MAX_VALUE));
    }

    /** Of these only what was recorded before an instant, where there is one. */
    ReadsQuestion before(Optional<Instant> end) {
        Optional<Instant> earlier = Stream.concat(to.stream(), end.stream()).min(Comparator.naturalOrder());
        return new ReadsQuestion(dossier, subject, from, earlier, limit, before);
    }
}
