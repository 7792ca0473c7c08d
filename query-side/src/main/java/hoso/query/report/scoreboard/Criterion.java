package hoso.query.report.scoreboard;

import hoso.query.report.catalogue.Ratio;
import hoso.query.report.catalogue.Standing;
import org.jspecify.annotations.Nullable;

/**
 * One criterion of the scoreboard. Its code is the national portal's, where that is known.
 */
public sealed interface Criterion {

    String code();

    String vi();

    String en();

    /** Points at most. */
    int max();

    /** Where it was found. */
    String source();

    default Standing standing() {
        return Standing.RECONSTRUCTED;
    }

    /**
     * One that is reckoned from what Hoso knows.
     *
     * @param ratio by the local rule
     * @param portal by the national portal's, where that differs; else null
     * @param caveat in what the portal reckons otherwise, as far as is known; else null
     */
    record Scored(
            String code,
            String vi,
            String en,
            int max,
            Ratio ratio,
            @Nullable Ratio portal,
            Scoring scoring,
            String source,
            @Nullable String caveat)
            implements Criterion {}

    /**
     * One that Hoso has no facts for.
     *
     * @param missing which
     */
    record WithoutFacts(String code, String vi, String en, int max, String source, String missing)
            implements Criterion {}
}
