package hoso.query.board;

import static hoso.query.ledger.Measure.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import hoso.query.report.Town;
import hoso.vocabulary.Period;
import hoso.vocabulary.ReportingPeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoardsTest {

    /** A Thursday, at 10 in the morning. */
    private static final Instant AT = Instant.parse("2025-03-06T03:00:00Z");

    private static final Instant BEFORE = AT.minusSeconds(3_600);
    private static final Instant LAST_MONTH = Instant.parse("2025-02-18T03:00:00Z");

    private final Town town = new Town();

    @Test
    void it_shows_the_running_month_of_the_top_and_of_its_children_with_all_below_them() {
        town.posted("H1.2.1", BEFORE, RECEIVED, RECEIVED_ONLINE)
                .posted("H1.2", LAST_MONTH, RECEIVED, RECEIVED_ONLINE)
                .posted("H1", BEFORE, RECEIVED, RECEIVED_ONLINE);

        Board board = board(1, 10);

        assertThat(board.month()).isEqualTo(new Period(LocalDate.of(2025, 2, 21), LocalDate.of(2025, 3, 20)));
        assertThat(board.units())
                .extracting(
                        UnitBoard::code,
                        UnitBoard::depth,
                        unit -> unit.standing().of("received.new"))
                .containsExactly(tuple("H1", 0, 2L), tuple("H1.1", 1, 0L), tuple("H1.2", 1, 1L), tuple("H1.3", 1, 0L));
        assertThat(standing(board, "H1.2").of("received.carriedOver")).isEqualTo(1);
        assertThat(board.own().get("H1").of("received.new")).as("by itself").isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 10, 1, 0", "1, 10, 4, 0", "2, 10, 6, 0", "2, 5, 5, 1", "1, 1, 1, 3", "1, 0, 0, 4"})
    void it_goes_so_deep_and_shows_so_many_and_says_how_many_it_leaves_out(
            int depth, int most, int shown, int leftOut) {
        Board board = board(depth, most);
        assertThat(board.units()).hasSize(shown);
        assertThat(board.leftOut()).isEqualTo(leftOut);
        if (shown > 0) assertThat(board.units().getFirst().code()).isEqualTo("H1");
    }

    @Test
    void what_falls_due_is_counted_in_what_is_left_of_the_day_and_in_whole_days_after_it() {
        town.posted("H1.1", LAST_MONTH, RECEIVED, RECEIVED_ONLINE)
                .posted("H1.1", BEFORE, OVERDUE)
                .posted("H1.1", Instant.parse("2025-03-07T16:59:59Z"), OVERDUE)
                .posted("H1.1", Instant.parse("2025-03-07T17:00:00Z"), OVERDUE)
                .posted("H1.1", Instant.parse("2025-03-11T16:59:59Z"), OVERDUE)
                .posted("H1.1", Instant.parse("2025-03-11T17:00:00Z"), OVERDUE);

        Standing standing = standing(board(1, 10), "H1.1");

        assertThat(standing.of("pending.overdue")).isEqualTo(1);
        assertThat(standing.due()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void letters_are_owed_for_what_is_late_and_has_none() {
        town.posted("H1.1", BEFORE, RECEIVED, 5)
                .posted("H1.1", BEFORE, CLOSED_LATE, 2)
                .posted("H1.1", BEFORE, OVERDUE, 3)
                .posted("H1.1", BEFORE, APOLOGISED_RECEIVED, 2)
                .posted("H1.1", BEFORE, APOLOGISED_CLOSED, 1);

        assertThat(standing(board(1, 10), "H1.1").apologiesOwed()).isEqualTo(3);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {71, 72, 73})
    void identities_hold_in_books_that_fit_and_are_counted_where_they_do_not(long seed) {
        var random = new Random(seed);
        for (int dossier = 0; dossier < 200; dossier++)
            town.dossier(random, Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2025-05-01T00:00:00Z"));
        assertThat(board(1, 10).identitiesViolated()).as("seed %d", seed).isZero();

        town.posted("H1.2.1", BEFORE, RECEIVED);
        assertThat(board(1, 10).identitiesViolated())
                .as("a receipt by no channel, in the reports of its district and of the province")
                .isGreaterThanOrEqualTo(4);
    }

    @Test
    void settings_that_would_show_too_much_are_refused() {
        assertThatThrownBy(() -> settings(1, BoardSettings.UNITS_MAX + 1)).hasMessageContaining("hoso.boards.units");
        assertThatThrownBy(() -> settings(21, 1)).hasMessageContaining("hoso.boards.depth");
        assertThatThrownBy(() -> new BoardSettings(ReportingPeriod.YEAR, 1, 1, Duration.ofSeconds(1)))
                .hasMessageContaining("hoso.boards.month");
        assertThatThrownBy(() -> new BoardSettings(ReportingPeriod.MONTH, 1, 1, Duration.ZERO))
                .hasMessageContaining("hoso.boards.every");
    }

    private Board board(int depth, int most) {
        return new Boards(
                        town.books(),
                        position -> town.reference,
                        (position, units, bounds, after, each) -> {},
                        settings(depth, most))
                .at(town.position(), AT);
    }

    private static BoardSettings settings(int depth, int most) {
        return new BoardSettings(ReportingPeriod.MONTH_644, depth, most, Duration.ofSeconds(1));
    }

    private static Standing standing(Board board, String code) {
        return board.units().stream()
                .filter(unit -> unit.code().equals(code))
                .findFirst()
                .orElseThrow()
                .standing();
    }
}
