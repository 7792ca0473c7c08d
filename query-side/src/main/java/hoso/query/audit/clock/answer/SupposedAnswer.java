package hoso.query.audit.clock.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.event.EventKey;
import hoso.query.audit.clock.RuleSet;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What is supposed.
 *
 * @param along resumes that were taken out with the pause that they end
 * @param recorded the verdict as recorded, by the local rule
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record SupposedAnswer(
        List<EventKey> without,
        List<EventKey> along,
        List<Moved> moved,
        List<EventKey> replaced,
        RuleSet rules,
        VerdictAnswer recorded) {

    record Moved(String source, String id, Instant time) {}

    private static final Comparator<EventKey> ORDER =
            Comparator.comparing(EventKey::source).thenComparing(EventKey::id);

    static SupposedAnswer of(Accounted accounted) {
        Accounted.Supposing supposing = Objects.requireNonNull(accounted.supposing());
        return new SupposedAnswer(
                supposing.supposition().without().stream().sorted(ORDER).toList(),
                supposing.supposed().along().stream()
                        .map(entry -> accounted
                                .trail()
                                .event(entry.sequence())
                                .event()
                                .key())
                        .toList(),
                supposing.supposition().moved().entrySet().stream()
                        .map(moved -> new Moved(
                                moved.getKey().source(), moved.getKey().id(), moved.getValue()))
                        .sorted(Comparator.comparing(Moved::time).thenComparing(Moved::id))
                        .toList(),
                supposing.supposition().replaced().keySet().stream()
                        .sorted(ORDER)
                        .toList(),
                supposing.account().rules(),
                VerdictAnswer.of(
                        accounted.account().verdict(), accounted.account().calendar()));
    }
}
