package hoso.query.report.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.report.catalogue.Quantity;
import hoso.query.report.catalogue.Rate;
import hoso.query.report.catalogue.Rates;
import hoso.query.report.scoreboard.Criterion.WithoutFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final Rate first = Rates.all().getFirst();

    @Test
    void its_version_is_a_hash_of_its_entries_and_of_nothing_else() {
        assertThat(Catalogue.VERSION).matches("[0-9a-f]{12}");
        assertThat(version(List.copyOf(Rates.all()), List.copyOf(Criteria.all())))
                .isEqualTo(Catalogue.VERSION);
    }

    @Test
    void another_rate_or_one_more_is_another_version() {
        var others = Stream.of(
                        new Rate("x", first.vi(), first.en(), first.ratio(), first.source(), first.standing()),
                        new Rate(first.id(), "x", first.en(), first.ratio(), first.source(), first.standing()),
                        new Rate(
                                first.id(),
                                first.vi(),
                                first.en(),
                                Quantity.named("resolved.onTime").over("resolved.total"),
                                first.source(),
                                first.standing()),
                        new Rate(first.id(), first.vi(), first.en(), first.ratio(), "x", first.standing()))
                .map(other -> version(with(Rates.all(), 0, other), Criteria.all()))
                .toList();
        assertThat(others).doesNotContain(Catalogue.VERSION).doesNotHaveDuplicates();
        assertThat(version(List.of(first), Criteria.all())).isNotEqualTo(Catalogue.VERSION);
    }

    @Test
    void another_criterion_is_another_version() {
        CriteriaGroup group = Criteria.all().getFirst();
        var other = new WithoutFacts("x", "x", "x", 6, "x", "x");
        var changed = new CriteriaGroup(group.id(), group.vi(), group.en(), with(group.criteria(), 0, other));
        assertThat(version(Rates.all(), with(Criteria.all(), 0, changed))).isNotEqualTo(Catalogue.VERSION);
    }

    private static String version(List<Rate> rates, List<CriteriaGroup> criteria) {
        return Catalogue.of(rates, criteria).version();
    }

    private static <T> List<T> with(List<T> list, int place, T other) {
        List<T> changed = new ArrayList<>(list);
        changed.set(place, other);
        return changed;
    }
}
