package hoso.query.wiring;

import hoso.edge.measure.Metric;
import hoso.query.board.Board;
import hoso.query.board.Standing;
import hoso.query.board.UnitBoard;
import hoso.query.board.kept.BoardAudience;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures of units near the top of their trees, as numbers to watch: those of the newest board. */
final class BoardMetrics implements MeterBinder, BoardAudience {

    private static final List<UnitFigure> FIGURES = List.of(
            cell(Metric.MONTH_RECEIVED, "received.online", "online"),
            cell(Metric.MONTH_RECEIVED, "received.direct", "direct"),
            cell(Metric.MONTH_RECEIVED, "received.postal", "postal"),
            cell(Metric.MONTH_CARRIED_OVER, "received.carriedOver"),
            cell(Metric.MONTH_RESOLVED, "resolved.early", "early"),
            cell(Metric.MONTH_RESOLVED, "resolved.onTime", "on_time"),
            cell(Metric.MONTH_RESOLVED, "resolved.late", "late"),
            cell(Metric.MONTH_DIGITIZED, "tags.digitized.inScope"),
            cell(Metric.MONTH_REUSED, "tags.reused.inScope"),
            cell(Metric.MONTH_FEE_REQUIRED, "tags.feeRequired.inScope"),
            cell(Metric.MONTH_PAID_ONLINE, "tags.paidOnline.inScope"),
            cell(Metric.DOSSIERS_PENDING, "pending.total"),
            cell(Metric.DOSSIERS_PAUSED, "pending.paused"),
            cell(Metric.DOSSIERS_OVERDUE, "pending.overdue"),
            due(0),
            due(1),
            due(2),
            new UnitFigure(Metric.DOSSIERS_APOLOGIES_OWED, Standing::apologiesOwed),
            new UnitFigure(Metric.DOSSIERS_PORTAL_DIFFERS, Standing::portalDiffers));

    private final Map<Metric, MultiGauge> gauges = new LinkedHashMap<>();
    private final LongSupplier nanoTime;

    /** When the newest board came; until the first one, when they began to be waited for. */
    private volatile long sinceNanos;

    /** Likewise of the tables. */
    private volatile long writtenNanos;

    private volatile @Nullable Shown shown;
    private List<List<String>> registered = List.of();

    /** A board, with its units by their codes. */
    private record Shown(Board board, Map<String, Standing> units) {}

    /**
     * A number of each unit.
     *
     * @param label the value of the label beside the unit; empty where there is none
     */
    private record UnitFigure(Metric metric, Function<Standing, Number> value, String label) {

        UnitFigure(Metric metric, Function<Standing, Number> value) {
            this(metric, value, "");
        }

        String[] labels(String unit) {
            return label.isEmpty() ? new String[] {unit} : new String[] {unit, label};
        }
    }

    /** @param nanoTime tells as {@link System#nanoTime} does how much time has passed */
    BoardMetrics(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.sinceNanos = nanoTime.getAsLong();
        this.writtenNanos = sinceNanos;
    }

    private static UnitFigure cell(Metric metric, String cell, String label) {
        return new UnitFigure(metric, standing -> standing.of(cell), label);
    }

    private static UnitFigure cell(Metric metric, String cell) {
        return cell(metric, cell, "");
    }

    private static UnitFigure due(int day) {
        return new UnitFigure(
                Metric.DOSSIERS_DUE,
                standing -> standing.due().get(day),
                Standing.DAYS.get(day).toString());
    }

    @Override
    public synchronized void bindTo(MeterRegistry registry) {
        gauge(registry, Metric.BOARD_AT, it -> seconds(it.board().at()));
        gauge(registry, Metric.BOARD_MONTH, it -> seconds(it.board().month().start()));
        Metric.BOARD_AGE.gauge(registry, this, it -> it.secondsSince(it.sinceNanos));
        Metric.BOARD_TABLES_AGE.gauge(registry, this, it -> it.secondsSince(it.writtenNanos));
        gauge(registry, Metric.BOARD_LEFT_OUT, it -> it.board().leftOut());
        gauge(registry, Metric.IDENTITIES_VIOLATED, it -> it.board().identitiesViolated());
        gauges.put(Metric.UNIT_INFO, Metric.UNIT_INFO.rows(registry));
        for (UnitFigure figure : FIGURES) gauges.computeIfAbsent(figure.metric(), metric -> metric.rows(registry));
        Shown now = shown;
        if (now != null) register(now.board());
    }

    private void gauge(MeterRegistry registry, Metric metric, ToDoubleFunction<Shown> value) {
        metric.gauge(registry, this, it -> {
            Shown now = it.shown;
            return now == null ? Double.NaN : value.applyAsDouble(now);
        });
    }

    private double secondsSince(long nanos) {
        return (nanoTime.getAsLong() - nanos) / 1e9;
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1e3;
    }

    @Override
    public synchronized void made(Board board) {
        Map<String, Standing> units = new HashMap<>();
        for (UnitBoard unit : board.units()) units.put(unit.code(), unit.standing());
        shown = new Shown(board, units);
        sinceNanos = nanoTime.getAsLong();
        if (!gauges.isEmpty()) register(board);
    }

    @Override
    public void written() {
        writtenNanos = nanoTime.getAsLong();
    }

    /** The rows look their values up each time; they are made anew where other units are shown, or under other names. */
    private void register(Board board) {
        List<List<String>> rows = board.units().stream().map(BoardMetrics::info).toList();
        if (rows.equals(registered)) return;
        registered = rows;
        gauges.forEach((metric, gauge) -> gauge.register(rows(metric, board), true));
    }

    private List<MultiGauge.Row<?>> rows(Metric metric, Board board) {
        if (metric == Metric.UNIT_INFO)
            return board.units().stream()
                    .map(unit -> metric.row(() -> 1, info(unit).toArray(String[]::new)))
                    .collect(Collectors.toList());
        return FIGURES.stream()
                .filter(figure -> figure.metric() == metric)
                .flatMap(figure -> board.units().stream()
                        .map(unit -> metric.row(value(figure, unit.code()), figure.labels(unit.code()))))
                .collect(Collectors.toList());
    }

    private Supplier<Number> value(UnitFigure figure, String unit) {
        return () -> {
            Shown now = shown;
            Standing standing = now == null ? null : now.units().get(unit);
            return standing == null ? Double.NaN : figure.value().apply(standing);
        };
    }

    /** In the order of the labels. */
    private static List<String> info(UnitBoard unit) {
        return List.of(
                unit.code(),
                unit.unit().name(),
                unit.unit().level().name(),
                unit.parent(),
                Integer.toString(unit.depth()));
    }
}
