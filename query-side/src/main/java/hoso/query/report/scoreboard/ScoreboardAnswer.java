package hoso.query.report.scoreboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.query.report.catalogue.Quantity;
import hoso.query.report.catalogue.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scoreboard as it is answered. Points are rounded here and nowhere before, so that those of groups may differ in the
 * last decimal from what their criteria show.
 *
 * @param max 100
 */
public record ScoreboardAnswer(int max, Points local, Points portal, List<Group> groups) {

    /** Where Hoso has no facts for a criterion. */
    static final String NO_DATA = "không có dữ liệu";

    /** Where it has, and there was nothing to count. */
    static final String NOTHING_HAPPENED = "không phát sinh";

    /** Decimals of points. */
    private static final int DECIMALS = 2;

    /**
     * @param computable of how many at most, without what has no data
     */
    public record Points(BigDecimal points, int computable) {

        static Points of(Scoreboard.Tally tally) {
            return new Points(rounded(tally.points()), tally.computable());
        }
    }

    public record Group(String id, String vi, String en, int max, Points local, Points portal, List<Line> criteria) {}

    /**
     * @param data whether there are points by the local rule
     * @param note why there are none, in Vietnamese; absent where there are
     * @param local absent where Hoso has no facts for it
     * @param portal by the national portal's rule; absent where that does not differ
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String code,
            String vi,
            String en,
            int max,
            Standing standing,
            boolean data,
            @Nullable String note,
            @Nullable Score local,
            @Nullable Score portal) {}

    /**
     * @param rate in percent; absent where the denominator is 0
     * @param points absent where there is nothing to be judged by
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Score(
            Counted numerator,
            Counted denominator,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal points) {}

    /**
     * @param of the names of what is added up; with a {@code -} before it, taken off
     */
    public record Counted(List<String> of, long value) {

        private static Counted of(Quantity quantity, long value) {
            return new Counted(quantity.names(), value);
        }
    }

    public static ScoreboardAnswer of(Scoreboard board) {
        List<Group> groups =
                board.groups().stream().map(ScoreboardAnswer::group).toList();
        return new ScoreboardAnswer(
                groups.stream().mapToInt(Group::max).sum(),
                Points.of(board.local()),
                Points.of(board.portal()),
                groups);
    }

    private static Group group(Scoreboard.Group group) {
        CriteriaGroup criteria = group.criteria();
        return new Group(
                criteria.id(),
                criteria.vi(),
                criteria.en(),
                criteria.max(),
                Points.of(group.local()),
                Points.of(group.portal()),
                group.lines().stream().map(ScoreboardAnswer::line).toList());
    }

    private static Line line(Scoreboard.Line line) {
        Criterion criterion = line.criterion();
        Scoreboard.Score local = line.local();
        String note = local == null ? NO_DATA : local.points().isEmpty() ? NOTHING_HAPPENED : null;
        return new Line(
                criterion.code(),
                criterion.vi(),
                criterion.en(),
                criterion.max(),
                criterion.standing(),
                note == null,
                note,
                score(local),
                score(line.portal()));
    }

    private static @Nullable Score score(Scoreboard.@Nullable Score score) {
        if (score == null) return null;
        return new Score(
                Counted.of(score.ratio().numerator(), score.counted().numerator()),
                Counted.of(score.ratio().denominator(), score.counted().denominator()),
                score.counted().percent().orElse(null),
                score.points().map(ScoreboardAnswer::rounded).orElse(null));
    }

    private static BigDecimal rounded(BigDecimal points) {
        return points.setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
