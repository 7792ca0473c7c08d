package hoso.query.report.catalogue;

import static hoso.query.ledger.Measure.*;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.ledger.Measure;
import hoso.query.report.figure.Figures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
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

        assertThat(Rates.of(Facts.of(Figures.between(new long[end.length], end)))
                        .get("onTime"))
                .hasToString(percent);
    }

    @Test
    void a_rate_of_nothing_is_absent() {
        assertThat(Rates.of(Figures.NONE)).isEmpty();
    }

    @Test
    void the_catalogue_begins_with_the_rates_of_the_domain_and_goes_on_with_those_that_official_reports_use() {
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
                        "returnedByPost",
                        "onDueDate",
                        "pendingOverdue",
                        "progress",
                        "progressPortal",
                        "notSynced",
                        "digitizedThroughout",
                        "petitionsAnswered",
                        "petitionsSatisfied",
                        "proceduresOnline",
                        "proceduresUsedOnline",
                        "proceduresPaidOnline");
        assertThat(Rates.all()).allSatisfy(rate -> {
            assertThat(rate.ratio().numerator().names()).isNotEmpty();
            assertThat(rate.ratio().denominator().names()).isNotEmpty();
            assertThat(rate.vi()).isNotBlank();
            assertThat(rate.en()).isNotBlank();
            assertThat(rate.source()).isNotBlank();
        });
    }

    @Test
    void legal_text_is_what_an_article_sets_against_each_other_and_not_what_a_form_has_columns_for() {
        List<Rate> legal = Rates.all().stream()
                .filter(rate -> rate.standing() == Standing.LEGAL_TEXT)
                .toList();
        assertThat(legal).extracting(Rate::id).containsExactly("apologised");
        assertThat(legal).allSatisfy(rate -> assertThat(rate.source()).contains("Điều"));
    }

    @Test
    void what_is_taken_off_is_taken_off() {
        long[] end = new long[Measure.all().size()];
        end[PORTAL_OBSERVED_RECEIVED.ordinal()] = 39_163;
        end[PORTAL_SYNCED_RECEIVED.ordinal()] = 35_966;
        var figures = Figures.between(new long[end.length], end);

        // Đồng Tháp, as published
        assertThat(Rates.of(figures).get("portalSynced")).hasToString("91.84");
        assertThat(Rates.of(figures).get("notSynced")).hasToString("8.16");
    }

    @Test
    void rates_of_procedures_are_there_where_procedures_are_known() {
        var procedures = new ProcedureFacts(Map.of(
                ProcedureCount.ALL, 1_739L,
                ProcedureCount.ONLINE, 1_402L,
                ProcedureCount.WITH_FEE, 238L,
                ProcedureCount.FEE_PAID_ONLINE, 73L));

        assertThat(Rates.of(Facts.of(Figures.NONE))).isEmpty();
        assertThat(Rates.of(new Facts(Figures.NONE, procedures)))
                .isEqualTo(Map.of(
                        "proceduresOnline", new BigDecimal("80.62"),
                        "proceduresUsedOnline", new BigDecimal("0.00"),
                        "proceduresPaidOnline", new BigDecimal("30.67")));
    }

    @Test
    void a_quantity_is_written_as_it_is_named() {
        for (Rate rate : Rates.all())
            for (Quantity quantity :
                    List.of(rate.ratio().numerator(), rate.ratio().denominator()))
                assertThat(Quantity.named(quantity.names().toArray(String[]::new)))
                        .isEqualTo(quantity);
    }
}
