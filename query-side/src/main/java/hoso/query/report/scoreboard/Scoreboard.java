package hoso.query.report.scoreboard;

import hoso.query.report.catalogue.Facts;
import hoso.query.report.catalogue.Ratio;
import hoso.query.report.catalogue.Ratio.Counted;
import hoso.query.report.scoreboard.Criterion.Scored;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The points that some facts come to: by the local rule, and by the national portal's where that differs. Nothing is
 * rounded here.
 */
public record Scoreboard(List<Group> groups, Tally local, Tally portal) {

    /**
     * @param computable the points at most of what could be judged; the others have no data
     */
    public record Tally(BigDecimal points, int computable) {

        private static final Tally NONE = new Tally(BigDecimal.ZERO, 0);

        private Tally plus(Tally other) {
            return new Tally(points.add(other.points), computable + other.computable);
        }
    }

    /** A criterion by one rule. */
    public record Score(Ratio ratio, Counted counted, Optional<BigDecimal> points) {}

    /**
     * @param local null where there are no facts for it
     * @param portal null where it does not differ
     */
    public record Line(
            Criterion criterion,
            @Nullable Score local,
            @Nullable Score portal) {

        private Tally tally(@Nullable Score score) {
            if (score == null) return Tally.NONE;
            return score.points()
                    .map(points -> new Tally(points, criterion.max()))
                    .orElse(Tally.NONE);
        }

        private Tally byLocal() {
            return tally(local);
        }

        private Tally byPortal() {
            return tally(portal == null ? local : portal);
        }
    }

    public record Group(CriteriaGroup criteria, List<Line> lines, Tally local, Tally portal) {

        public Group {
            lines = List.copyOf(lines);
        }
    }

    public Scoreboard {
        groups = List.copyOf(groups);
    }

    public static Scoreboard of(Facts facts) {
        List<Group> groups =
                Criteria.all().stream().map(criteria -> group(criteria, facts)).toList();
        return new Scoreboard(groups, sum(groups, Group::local), sum(groups, Group::portal));
    }

    private static Group group(CriteriaGroup criteria, Facts facts) {
        List<Line> lines = criteria.criteria().stream()
                .map(criterion -> line(criterion, facts))
                .toList();
        return new Group(criteria, lines, sum(lines, Line::byLocal), sum(lines, Line::byPortal));
    }

    private static Line line(Criterion criterion, Facts facts) {
        return switch (criterion) {
            case Criterion.WithoutFacts unknown -> new Line(unknown, null, null);
            case Scored scored ->
                new Line(
                        scored,
                        score(scored, scored.ratio(), facts),
                        scored.portal() == null ? null : score(scored, scored.portal(), facts));
        };
    }

    private static @Nullable Score score(Scored criterion, Ratio ratio, Facts facts) {
        return ratio.of(facts)
                .map(counted -> new Score(ratio, counted, criterion.scoring().points(criterion.max(), counted)))
                .orElse(null);
    }

    private static <T> Tally sum(List<T> of, Function<T, Tally> tally) {
        return of.stream().map(tally).reduce(Tally.NONE, Tally::plus);
    }
}
