package hoso.query.report.question;

/**
 * Which state of the ledger a question looks at.
 *
 * @param minPosition the read side must have reached it first; 0 where nothing need be waited for
 */
public record View(AsOf asOf, long minPosition) {

    /** The parameters that every question takes. */
    static final String AS_OF = "asOf";

    static final String MIN_POSITION = "minPosition";

    public static View of(Parameters parameters) {
        AsOf asOf = parameters
                .text(AS_OF)
                .<AsOf>map(text -> text.chars().allMatch(Character::isDigit)
                        ? new AsOf.Position(
                                parameters.number(AS_OF, 0, Long.MAX_VALUE).orElseThrow())
                        : new AsOf.RecordedBy(parameters.instant(AS_OF).orElseThrow()))
                .orElseGet(AsOf.Newest::new);
        return new View(asOf, parameters.number(MIN_POSITION, 0, Long.MAX_VALUE).orElse(0L));
    }
}
