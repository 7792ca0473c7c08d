package hoso.query.report.figure;

import static hoso.query.ledger.Measure.*;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.ledger.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatesTest {

    @ParameterizedTest
    @CsvSource({
        // Đồng Tháp 21/02–20/03/2024, as published
        "62351, 8200, 179, 99.75",
        "1, 0, 0, 100.00",
        "0, 0, 1, 0.00",
        // 0.125 % and 0.375 % lie half way
        "1, 0, 799, 0.13",
        "3, 0, 797, 0.38",
        "2, 0, 1, 66.67",
    })
    void on_time_is_early_and_on_time_of_all_resolved_rounded_half_up(
            long early, long onTime, long late, String percent) {
        long[] end = new long[Measure.all().size()];
        end[CLOSED_EARLY.ordinal()] = early;
        end[CLOSED_ON_TIME.ordinal()] = onTime;
        end[CLOSED_LATE.ordinal()] = late;

        assertThat(Rates.of(Figures.between(new long[end.length], end)).get("onTime"))
                .hasToString(percent);
    }

    @Test
    void a_rate_of_nothing_is_absent() {
        assertThat(Rates.of(Sums.none().figures())).isEmpty();
    }

    @Test
    void the_catalogue_begins_with_the_rates_of_the_domain() {
        assertThat(Rates.all())
                .extracting(Rate::id)
                .containsExactly(
                        "onTime",
                        "late",
                        "early",
                        "online",
                        "digitized",
                        "resultDigitized",
                        "resultElectronic",
                        "reused",
                        "paidOnline",
                        "portalSynced",
                        "satisfied",
                        "apologised",
                        "promiseKept",
                        "sameDay",
                        "returnedByPost");
        assertThat(Rates.all()).allSatisfy(rate -> {
            assertThat(rate.numerator()).isNotEmpty();
            assertThat(rate.denominator()).isNotEmpty();
            assertThat(rate.vi()).isNotBlank();
            assertThat(rate.en()).isNotBlank();
            assertThat(rate.source()).isNotBlank();
        });
    }
}
