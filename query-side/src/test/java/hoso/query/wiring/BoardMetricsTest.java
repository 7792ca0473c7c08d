package hoso.query.wiring;

import static hoso.query.ledger.Measure.RECEIVED;
import static hoso.query.ledger.Measure.RECEIVED_ONLINE;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.ReferenceFact;
import hoso.event.history.ReferenceRegister;
import hoso.query.board.Board;
import hoso.query.board.BoardSettings;
import hoso.query.board.Boards;
import hoso.query.report.Town;
import hoso.vocabulary.ReportingPeriod;
import hoso.vocabulary.UnitLevel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BoardMetricsTest {

    private static final Instant AT = Instant.parse("2025-03-06T03:00:00Z");

    private final Town town = new Town().posted("H1.2.1", AT.minusSeconds(60), RECEIVED, RECEIVED_ONLINE);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private long nanos = Duration.ofDays(-7).toNanos();
    private final BoardMetrics metrics = new BoardMetrics(() -> nanos);

    @Test
    void a_board_that_came_before_the_registry_is_shown_too() {
        metrics.made(board(town.reference));
        metrics.bindTo(registry);
        assertThat(received("H1.2")).isEqualTo(1);
    }

    @Test
    void every_board_is_shown_with_its_own_figures() {
        metrics.bindTo(registry);
        metrics.made(board(town.reference));
        assertThat(received("H1")).isEqualTo(1);
        town.posted("H1.1", AT.minusSeconds(60), RECEIVED, RECEIVED_ONLINE);
        metrics.made(board(town.reference));
        assertThat(received("H1")).isEqualTo(2);
        assertThat(received("H1.2")).isEqualTo(1);
        assertThat(registry.get("hoso.board.at.timestamp.seconds").gauge().value())
                .isEqualTo(AT.getEpochSecond());
    }

    @Test
    void the_age_is_counted_from_the_newest_board_and_where_none_came_from_the_beginning() {
        metrics.bindTo(registry);
        pass(Duration.ofSeconds(130));
        assertThat(age()).isEqualTo(130);
        metrics.made(board(town.reference));
        assertThat(age()).isZero();
        pass(Duration.ofSeconds(5));
        assertThat(age()).isEqualTo(5);
    }

    @Test
    void the_age_of_the_tables_is_counted_from_when_they_were_written_whatever_was_made_since() {
        metrics.bindTo(registry);
        pass(Duration.ofSeconds(130));
        metrics.made(board(town.reference));
        assertThat(tablesAge()).isEqualTo(130);
        metrics.written();
        pass(Duration.ofSeconds(5));
        metrics.made(board(town.reference));
        assertThat(tablesAge()).isEqualTo(5);
    }

    private double tablesAge() {
        return registry.get("hoso.board.tables.age.seconds").gauge().value();
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    private double age() {
        return registry.get("hoso.board.age.seconds").gauge().value();
    }

    @Test
    void a_unit_under_another_name_is_shown_under_that_alone() {
        metrics.bindTo(registry);
        metrics.made(board(town.reference));
        metrics.made(board(town.reference.with(
                "H1.3", new ReferenceFact.UnitRegistered("Xã Ba", UnitLevel.COMMUNE, "H1", LocalDate.of(2025, 1, 1)))));
        assertThat(registry.get("hoso.unit.info").tag("unit", "H1.3").gauges())
                .singleElement()
                .satisfies(gauge -> {
                    assertThat(gauge.getId().getTag("name")).isEqualTo("Xã Ba");
                    assertThat(gauge.getId().getTag("depth")).isEqualTo("1");
                    assertThat(gauge.getId().getTag("parent")).isEqualTo("H1");
                });
    }

    private double received(String unit) {
        return registry.get("hoso.month.received")
                .tag("unit", unit)
                .tag("channel", "online")
                .gauge()
                .value();
    }

    private Board board(ReferenceRegister known) {
        var settings = new BoardSettings(ReportingPeriod.MONTH_644, 1, 10, Duration.ofSeconds(1));
        return new Boards(town.books(), position -> known, (position, units, bounds, after, each) -> {}, settings)
                .at(town.position(), AT);
    }
}
