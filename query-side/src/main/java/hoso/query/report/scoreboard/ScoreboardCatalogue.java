package hoso.query.report.scoreboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.query.report.catalogue.Ratio;
import hoso.query.report.catalogue.Standing;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scoreboard's criteria as data. */
public record ScoreboardCatalogue(int max, List<Group> groups) {

    public record Group(String id, String vi, String en, int max, List<Definition> criteria) {}

    /**
     * @param data whether Hoso has facts for it
     * @param missing which it has not
     * @param portal by the national portal's rule; absent where that does not differ
     * @param caveat in what the portal reckons otherwise, as far as is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Definition(
            String code,
            String vi,
            String en,
            int max,
            String source,
            Standing standing,
            boolean data,
            @Nullable String missing,
            @Nullable Parts local,
            @Nullable Parts portal,
            @Nullable Formula scoring,
            @Nullable String caveat) {}

    /** Names of what is added up; with a {@code -} before it, taken off. */
    public record Parts(List<String> numerator, List<String> denominator) {

        private static Parts of(Ratio ratio) {
            return new Parts(ratio.numerator().names(), ratio.denominator().names());
        }
    }

    /**
     * @param points with R for the share
     * @param fullAt the share from which the points are the maximum
     * @param whenNone what a denominator of 0 gives
     */
    public record Formula(String points, BigDecimal fullAt, Scoring.WhenNone whenNone) {

        private static Formula of(Scoring scoring, int max) {
            return new Formula(scoring.formula(max), scoring.fullAt(), scoring.whenNone());
        }
    }

    public static ScoreboardCatalogue of(List<CriteriaGroup> groups) {
        return new ScoreboardCatalogue(
                groups.stream().mapToInt(CriteriaGroup::max).sum(),
                groups.stream()
                        .map(group -> new Group(
                                group.id(),
                                group.vi(),
                                group.en(),
                                group.max(),
                                group.criteria().stream()
                                        .map(ScoreboardCatalogue::definition)
                                        .toList()))
                        .toList());
    }

    private static Definition definition(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Scored it ->
                new Definition(
                        it.code(),
                        it.vi(),
                        it.en(),
                        it.max(),
                        it.source(),
                        it.standing(),
                        true,
                        null,
                        Parts.of(it.ratio()),
                        it.portal() == null ? null : Parts.of(it.portal()),
                        Formula.of(it.scoring(), it.max()),
                        it.caveat());
            case Criterion.WithoutFacts it ->
                new Definition(
                        it.code(),
                        it.vi(),
                        it.en(),
                        it.max(),
                        it.source(),
                        it.standing(),
                        false,
                        it.missing(),
                        null,
                        null,
                        null,
                        null);
        };
    }
}
