package hoso.query.question;

import hoso.edge.Parameters;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which state of the ledger a question looks at.
 *
 * @param minPosition the read side must have reached it first
 */
public record View(AsOf asOf, MinPosition minPosition) {

    private static final String AS_OF = "asOf";
    private static final String MIN_POSITION = "minPosition";
    private static final String AT = "at";

    public View(AsOf asOf, long minPosition) {
        this(asOf, new MinPosition(null, minPosition));
    }

    /** The parameters of a question that takes these, and what every question takes. */
    public static Set<String> with(String... own) {
        return Stream.concat(Stream.of(AS_OF, MIN_POSITION, AT), Stream.of(own))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The moment that a question looks from; empty for now. What does not depend on it takes it all the same. */
    public static Optional<Instant> at(Parameters parameters) {
        return parameters.instant(AT);
    }

    /** The parameters of a question on what is now, which may wait for a position but not look back. */
    public static Set<String> ofNow() {
        return Set.of(MIN_POSITION);
    }

    public static View of(Parameters parameters) {
        AsOf asOf = parameters
                .text(AS_OF)
                .<AsOf>map(text -> text.chars().allMatch(character -> character >= '0' && character <= '9')
                        ? new AsOf.Position(
                                parameters.number(AS_OF, 0, Long.MAX_VALUE).orElseThrow())
                        : new AsOf.RecordedBy(parameters.instant(AS_OF).orElseThrow()))
                .orElseGet(AsOf.Newest::new);
        at(parameters); // checked also by those who look no further at it
        return new View(
                asOf, parameters.text(MIN_POSITION).map(MinPosition::read).orElse(MinPosition.NONE));
    }
}
