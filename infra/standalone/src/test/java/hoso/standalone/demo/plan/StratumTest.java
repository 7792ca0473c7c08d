package hoso.standalone.demo.plan;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.standalone.demo.data.Figure;
import hoso.standalone.demo.data.Scope;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StratumTest {

    static List<Scope> scopes() {
        return Scope.all();
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void strata_add_up_to_the_figures_of_their_scope(Scope scope) {
        assertThat(Stratum.of(scope)).allMatch(stratum -> stratum.count() >= 0);
        assertThat(count(scope, stratum -> stratum.standing() != Standing.MISTAKEN))
                .isEqualTo(scope.total());
        assertThat(count(scope, Stratum::carried)).isEqualTo(scope.of(Figure.CARRIED));
        assertThat(count(scope, Stratum::copy)).isEqualTo(scope.of(Figure.COPIES));
        assertThat(count(scope, standing(Standing.EARLY))).isEqualTo(scope.of(Figure.EARLY));
        assertThat(count(scope, standing(Standing.ON_TIME))).isEqualTo(scope.of(Figure.ON_TIME));
        assertThat(count(scope, standing(Standing.LATE))).isEqualTo(scope.of(Figure.LATE));
        assertThat(count(scope, standing(Standing.OVERDUE))).isEqualTo(scope.of(Figure.OVERDUE));
        assertThat(count(scope, standing(Standing.PAUSED))).isEqualTo(scope.of(Figure.PAUSED));
    }

    private static Predicate<Stratum> standing(Standing standing) {
        return stratum -> stratum.standing() == standing;
    }

    private static int count(Scope scope, Predicate<Stratum> counted) {
        return Stratum.of(scope).stream()
                .filter(counted)
                .mapToInt(Stratum::count)
                .sum();
    }
}
