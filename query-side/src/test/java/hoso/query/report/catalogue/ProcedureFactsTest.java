package hoso.query.report.catalogue;

import static hoso.query.ledger.Measure.*;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.ReferenceFact.ProcedurePublished;
import hoso.event.history.ReferenceRegister;
import hoso.query.ledger.Measure;
import hoso.query.report.figure.Figures;
import hoso.vocabulary.OnlineLevel;
import hoso.vocabulary.Processing;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcedureFactsTest {

    private static final LocalDate JANUARY = LocalDate.of(2024, 1, 1);
    private static final LocalDate MARCH = LocalDate.of(2024, 3, 20);

    private final ReferenceRegister known = ReferenceRegister.EMPTY
            .with("1.1", published(OnlineLevel.FULL, true, JANUARY))
            .with("1.2", published(OnlineLevel.PARTIAL, true, JANUARY))
            .with("1.3", published(OnlineLevel.INFO, false, JANUARY))
            .with("1.4", published(OnlineLevel.FULL, false, JANUARY))
            .with("1.4", published(OnlineLevel.INFO, true, MARCH.plusDays(1)))
            .with("1.5", published(OnlineLevel.FULL, true, MARCH.plusDays(1)));

    @Test
    void counts_the_procedures_in_force_on_the_date_as_they_are_then() {
        assertThat(ProcedureFacts.of(known, MARCH, Map.of()).counts())
                .isEqualTo(Map.of(
                        ProcedureCount.ALL, 4L,
                        ProcedureCount.ONLINE, 3L,
                        ProcedureCount.ONLINE_USED, 0L,
                        ProcedureCount.WITH_FEE, 2L,
                        ProcedureCount.FEE_PAID_ONLINE, 0L));
        assertThat(ProcedureFacts.of(known, MARCH.plusDays(1), Map.of()).counts())
                .containsEntry(ProcedureCount.ALL, 5L)
                .containsEntry(ProcedureCount.ONLINE, 3L)
                .containsEntry(ProcedureCount.WITH_FEE, 4L);
    }

    @Test
    void counts_those_that_are_used_online_and_paid_for_online_among_those_that_can_be() {
        ProcedureFacts facts = ProcedureFacts.of(
                known,
                MARCH,
                Map.of(
                        "1.1", figures(RECEIVED_ONLINE),
                        "1.2", figures(PAID_ONLINE_RECEIVED),
                        "1.3", figures(RECEIVED_ONLINE),
                        "1.4", figures(PAID_ONLINE_RECEIVED),
                        "9.9", figures(RECEIVED_ONLINE)));

        assertThat(facts.of(ProcedureCount.ONLINE_USED)).isEqualTo(1);
        assertThat(facts.of(ProcedureCount.FEE_PAID_ONLINE)).isEqualTo(1);
    }

    private static Figures figures(Measure measure) {
        long[] end = new long[Measure.all().size()];
        end[measure.ordinal()] = 1;
        return Figures.between(new long[end.length], end);
    }

    private static ProcedurePublished published(OnlineLevel online, boolean fee, LocalDate from) {
        return new ProcedurePublished(
                "Thủ tục", "A", online, new Processing(Processing.Kind.WORKING_DAYS, 5), null, fee, null, from);
    }
}
