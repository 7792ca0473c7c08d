package hoso.query.report.scoreboard;

import java.util.List;

/** One of the six groups of criteria. */
public record CriteriaGroup(String id, String vi, String en, List<Criterion> criteria) {

    public CriteriaGroup {
        criteria = List.copyOf(criteria);
    }

    /** Points at most. */
    public int max() {
        return criteria.stream().mapToInt(Criterion::max).sum();
    }
}
