package hoso.query.report.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hoso.query.ledger.Measure;
import hoso.query.report.catalogue.Facts;
import hoso.query.report.catalogue.ProcedureCount;
import hoso.query.report.catalogue.ProcedureFacts;
import hoso.query.report.figure.Figures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreboardTest {

    private final long[] end = new long[Measure.all().size()];
    private ProcedureFacts procedures = new ProcedureFacts(Map.of());

    @Test
    void has_six_groups_of_a_hundred_points_together() {
        assertThat(Criteria.all())
                .extracting(CriteriaGroup::id, CriteriaGroup::max)
                .containsExactly(
                        tuple("PUBLICITY", 18),
                        tuple("PROGRESS", 20),
                        tuple("ONLINE", 12),
                        tuple("PAYMENT", 10),
                        tuple("SATISFACTION", 18),
                        tuple("DIGITIZATION", 22));
        assertThat(Criteria.all().stream().flatMap(group -> group.criteria().stream()))
                .extracting(Criterion::code)
                .doesNotHaveDuplicates();
    }

    @Test
    void where_nothing_happened_only_what_is_given_for_nothing_can_be_computed() {
        ScoreboardAnswer board = answer();
        assertThat(board.local()).isEqualTo(new ScoreboardAnswer.Points(new BigDecimal("6.00"), 12));
        assertThat(line(board, "PETITION_HANDLING_SATISFACTION").local().points())
                .isEqualByComparingTo("6");
        assertThat(line(board, "DOSSIER_RECEIVING_SATISFACTION").local().points())
                .isZero();
        assertThat(line(board, "PROGRESS").data()).isFalse();
        assertThat(line(board, "PROGRESS").note()).isEqualTo("không phát sinh");
        assertThat(line(board, "PUBLISH_ON_TIME").note()).isEqualTo("không có dữ liệu");
        assertThat(line(board, "PUBLISH_ON_TIME").local()).isNull();
    }

    @Test
    void without_procedures_what_needs_them_has_no_data() {
        ScoreboardAnswer board = ScoreboardAnswer.of(Scoreboard.of(Facts.of(Figures.NONE)));
        for (String code : List.of("ONLINE_PROCEDURES", "ONLINE_SERVICES_USED", "PAYMENT_PROCEDURES"))
            assertThat(line(board, code).note()).isEqualTo("không có dữ liệu");
    }

    @Test
    void progress_and_satisfaction_are_given_by_both_rules() {
        // what Đồng Tháp's points say that the portal saw: 88.95 % in time
        set(Measure.RECEIVED, 10_000);
        set(Measure.CLOSED_EARLY, 9_000);
        set(Measure.CLOSED_LATE, 25);
        set(Measure.PORTAL_ENDED_IN_TIME, -105);
        set(Measure.PORTAL_ENDED_LATE, 105);
        set(Measure.OVERDUE, 975);

        ScoreboardAnswer board = answer();

        ScoreboardAnswer.Line progress = line(board, "PROGRESS");
        assertThat(progress.local().rate()).hasToString("90.00");
        assertThat(progress.local().points()).hasToString("18.00");
        assertThat(progress.portal().numerator().value()).isEqualTo(8_895);
        assertThat(progress.portal().points()).hasToString("17.79");
        ScoreboardAnswer.Line satisfaction = line(board, "DOSSIER_RECEIVING_SATISFACTION");
        assertThat(satisfaction.local().points()).hasToString("6.00");
        assertThat(satisfaction.portal().points()).hasToString("5.93");
        assertThat(line(board, "DOSSIER_SYNC").portal()).isNull();
        assertThat(board.groups().get(1).local().points()).hasToString("18.00");
        assertThat(board.groups().get(1).portal().points()).hasToString("17.79");
        assertThat(board.portal().computable()).isEqualTo(board.local().computable());
    }

    @Test
    void the_disliked_are_taken_off_and_no_points_are_below_0() {
        set(Measure.RECEIVED, 2);
        set(Measure.OVERDUE, 2);
        set(Measure.RATED_RECEIVED, 1);

        ScoreboardAnswer.Score score =
                line(answer(), "DOSSIER_RECEIVING_SATISFACTION").local();

        assertThat(score.rate()).hasToString("-50.00");
        assertThat(score.points()).hasToString("0.00");
    }

    @ParameterizedTest
    @CsvSource({
        // a captured province's shares; the points are those that the formulas give
        "ONLINE_PROCEDURES, 1402, 1739, 2.00",
        "ONLINE_PROCEDURES, 1043, 1739, 1.50",
        "PAYMENT_PROCEDURES, 73, 238, 0.77",
        "PAYMENT_PROCEDURES, 238, 238, 2.00",
    })
    void procedures_are_scored_up_to_their_share(String code, long count, long of, String points) {
        boolean online = code.startsWith("ONLINE");
        procedures = new ProcedureFacts(Map.of(
                online ? ProcedureCount.ONLINE : ProcedureCount.FEE_PAID_ONLINE, count,
                online ? ProcedureCount.ALL : ProcedureCount.WITH_FEE, of));
        assertThat(line(answer(), code).local().points()).hasToString(points);
    }

    @Test
    void online_dossiers_are_full_at_half() {
        set(Measure.RECEIVED, 74_589);
        set(Measure.RECEIVED_ONLINE, 30_917);
        assertThat(line(answer(), "ONLINE_DOSSIERS").local().points()).hasToString("4.97");
        set(Measure.RECEIVED_ONLINE, 37_295);
        assertThat(line(answer(), "ONLINE_DOSSIERS").local().points()).hasToString("6.00");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void points_are_summed_before_they_are_rounded_and_stay_within_what_can_be_computed(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            for (int measure = 0; measure < end.length; measure++) end[measure] = random.nextInt(50);
            Scoreboard board = Scoreboard.of(new Facts(figures(), procedures));
            for (Scoreboard.Group group : board.groups()) {
                BigDecimal sum = group.lines().stream()
                        .filter(line -> line.local() != null)
                        .map(line -> line.local().points().orElse(BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(group.local().points()).as("seed %d", seed).isEqualByComparingTo(sum);
                assertThat(group.local().points())
                        .isBetween(
                                BigDecimal.ZERO,
                                BigDecimal.valueOf(group.local().computable()));
                assertThat(group.local().computable())
                        .isLessThanOrEqualTo(group.criteria().max());
            }
        }
    }

    private void set(Measure measure, long sum) {
        end[measure.ordinal()] = sum;
    }

    private Figures figures() {
        return Figures.between(new long[end.length], end);
    }

    private ScoreboardAnswer answer() {
        return ScoreboardAnswer.of(Scoreboard.of(new Facts(figures(), procedures)));
    }

    private static ScoreboardAnswer.Line line(ScoreboardAnswer board, String code) {
        return board.groups().stream()
                .flatMap(group -> group.criteria().stream())
                .filter(line -> line.code().equals(code))
                .findAny()
                .orElseThrow();
    }
}
