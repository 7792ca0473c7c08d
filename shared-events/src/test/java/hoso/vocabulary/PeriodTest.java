package hoso.vocabulary;

import static hoso.vocabulary.Local.at;
import static hoso.vocabulary.Local.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    /** The reporting month of a province: from the 21st to the 20th. */
    private static final Period MONTH = new Period(day("2024-02-21"), day("2024-03-20"));

    @Test
    void reaches_from_the_start_of_its_first_day_to_the_start_of_the_day_after_its_last() {
        assertThat(MONTH.start()).isEqualTo(at("2024-02-21T00:00")).isEqualTo(Instant.parse("2024-02-20T17:00:00Z"));
        assertThat(MONTH.end()).isEqualTo(at("2024-03-21T00:00")).isEqualTo(Instant.parse("2024-03-20T17:00:00Z"));
    }

    @Test
    void counts_both_its_ends() {
        assertThat(MONTH.days()).isEqualTo(29);
        assertThat(new Period(day("2024-03-20"), day("2024-03-20")).days()).isEqualTo(1);
    }

    @Test
    void has_neighbours_of_its_own_length() {
        assertThat(MONTH.before()).isEqualTo(new Period(day("2024-01-23"), day("2024-02-20")));
        assertThat(MONTH.after()).isEqualTo(new Period(day("2024-03-21"), day("2024-04-18")));
        assertThat(MONTH.before().end()).isEqualTo(MONTH.start());
        assertThat(MONTH.after().start()).isEqualTo(MONTH.end());
    }

    @Test
    void does_not_run_backwards() {
        assertThatThrownBy(() -> new Period(day("2024-03-21"), day("2024-03-20")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2024-03-21");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-04T16:59:59.999999Z, 2024-03-04, 23:59:59.999999",
        "2024-03-04T17:00:00Z,        2024-03-05, 00:00",
        "1969-12-31T16:59:59Z,        1969-12-31, 23:59:59",
        "1969-12-31T17:00:00Z,        1970-01-01, 00:00",
    })
    void local_dates_turn_at_17_o_clock_utc(Instant instant, String date, LocalTime time) {
        assertThat(VietnamTime.date(instant)).isEqualTo(day(date));
        assertThat(VietnamTime.timeOfDay(instant)).isEqualTo(time);
        assertThat(VietnamTime.at(day(date), time)).isEqualTo(instant);
        assertThat(VietnamTime.startOf(day(date))).isEqualTo(at(date + "T00:00"));
    }
}
