package hoso.query.report.figure;

import static hoso.query.ledger.Measure.*;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.ledger.Measure;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {

    @Test
    void a_report_has_the_cells_of_the_contract_in_its_order() {
        Stream<String> received = Stream.of("total", "new", "online", "direct", "postal", "carriedOver")
                .map("received."::concat);
        Stream<String> resolved = Stream.of(
                        "total", "early", "onTime", "late", "approved", "rejected", "withdrawn", "declined")
                .map("resolved."::concat);
        Stream<String> pending =
                Stream.of("total", "notDue", "overdue", "paused").map("pending."::concat);
        List<String> tagNames = List.of(
                "digitized",
                "reused",
                "feeRequired",
                "paidOnline",
                "resultElectronic",
                "resultDigitized",
                "returnedByPost",
                "sameDay",
                "apologised",
                "promiseKept",
                "portalObserved",
                "portalSynced",
                "satisfied",
                "rated");
        Stream<String> tags = tagNames.stream()
                .flatMap(tag -> Stream.of("inScope", "new", "resolved").map(cohort -> "tags." + tag + "." + cohort));
        Stream<String> amounts =
                Stream.of("paidOnline", "onlinePayments", "notifications").map("amounts."::concat);
        Stream<String> petitions = Stream.of(
                        "received", "regulation", "behaviour", "carriedOver", "answered", "published", "pending")
                .map("petitions."::concat);

        List<String> expected = Stream.of(received, resolved, pending, tags, amounts, petitions)
                .flatMap(names -> names)
                .toList();
        assertThat(Cells.ofReports()).extracting(Cell::name).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // received before F and still open at T
        "received.total, 1, 0, 1, 0, 1",
        "received.new, 1, 0, 1, 0, 0",
        "received.carriedOver, 1, 0, 1, 0, 1",
        "pending.total, 1, 0, 1, 0, 1",
        // received before F, closed before F
        "received.total, 1, 1, 1, 1, 0",
        "received.carriedOver, 1, 1, 1, 1, 0",
        "resolved.total, 1, 1, 1, 1, 0",
        // received and closed within the period
        "received.total, 0, 0, 1, 1, 1",
        "received.new, 0, 0, 1, 1, 1",
        "resolved.total, 0, 0, 1, 1, 1",
        "resolved.late, 0, 0, 1, 1, 1",
        "resolved.early, 0, 0, 1, 1, 0",
        "pending.total, 0, 0, 1, 1, 0",
        // received before F, closed within
        "received.total, 1, 0, 1, 1, 1",
        "resolved.total, 1, 0, 1, 1, 1",
        "received.carriedOver, 1, 0, 1, 1, 1",
    })
    void a_dossier_counts_in_a_cell_by_when_it_was_received_and_closed(
            String cell, int receivedAtStart, int closedAtStart, int receivedAtEnd, int closedAtEnd, int value) {
        long[] start = sums(RECEIVED, receivedAtStart, CLOSED_LATE, closedAtStart);
        long[] end = sums(RECEIVED, receivedAtEnd, CLOSED_LATE, closedAtEnd);

        assertThat(Cells.cell(cell).value(start, end)).isEqualTo(value);
    }

    @Test
    void a_tag_counts_in_scope_what_was_open_at_the_start_or_received_since() {
        long[] start = sums(DIGITIZED_RECEIVED, 10, DIGITIZED_CLOSED, 7);
        long[] end = sums(DIGITIZED_RECEIVED, 15, DIGITIZED_CLOSED, 12);

        assertThat(Cells.cell("tags.digitized.inScope").value(start, end)).isEqualTo(3 + 5);
        assertThat(Cells.cell("tags.digitized.new").value(start, end)).isEqualTo(5);
        assertThat(Cells.cell("tags.digitized.resolved").value(start, end)).isEqualTo(5);
    }

    @Test
    void what_is_pending_is_overdue_or_not_due_and_a_pause_is_not_due() {
        long[] end = sums(RECEIVED, 10, OVERDUE, 3);
        end[PAUSED.ordinal()] = 2;
        Figures figures = Figures.between(new long[end.length], end);

        assertThat(figures.of(Cells.cell("pending.notDue"))).isEqualTo(7);
        assertThat(figures.of(Cells.cell("pending.overdue"))).isEqualTo(3);
        assertThat(figures.of(Cells.cell("pending.paused"))).isEqualTo(2);
    }

    @Test
    void every_measure_moves_some_cell() {
        for (Measure measure : Measure.all()) {
            Figures figures = Figures.between(sums(measure, 0, measure, 0), sums(measure, 1, measure, 1));
            assertThat(Cells.all()).as(measure.name()).anyMatch(cell -> figures.of(cell) != 0);
        }
    }

    @Test
    void what_a_report_does_not_print_makes_no_group() {
        Figures figures =
                Figures.between(sums(PORTAL_OVERDUE, 0, PORTAL_OVERDUE, 0), sums(PORTAL_OVERDUE, 1, PORTAL_OVERDUE, 1));
        assertThat(figures.areZero()).isTrue();
        assertThat(figures.of(Cells.cell("portal.pending.overdue"))).isEqualTo(1);
    }

    @Test
    void stocks_are_no_flows() {
        assertThat(Cells.all().stream().filter(cell -> !cell.isFlow()).map(Cell::name))
                .contains("received.total", "received.carriedOver", "pending.overdue", "tags.rated.inScope")
                .doesNotContain("received.new", "resolved.late", "tags.rated.new", "amounts.paidOnline");
    }

    private static long[] sums(Measure one, long ofOne, Measure other, long ofOther) {
        long[] sums = new long[Measure.all().size()];
        sums[one.ordinal()] = ofOne;
        sums[other.ordinal()] = ofOther;
        return sums;
    }
}
