package hoso.edge.measure;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Every number that Hoso shows of itself at {@code /actuator/prometheus}, by the name that Prometheus has it under: nothing
 * begins with {@code hoso_} that does not stand here.
 *
 * @see <a href="https://prometheus.io/docs/practices/naming/">Metric and label naming</a>
 */
public enum Metric {
    STORE_HEAD(Kind.GAUGE, "hoso_store_head", "position", "Newest position of the store, as the read side sees it"),
    STORE_APPENDED(
            Kind.COUNTER, "hoso_store_appended_total", "events", "Events that this program has stored, each durable"),
    STORE_GROUP(Buckets.GROUP, "hoso_store_group_events", "events", "Events that were stored by one commit"),
    STORE_APPEND(
            Buckets.SECONDS,
            "hoso_store_append_seconds",
            "seconds",
            "From when events that belong together were handed to the writer until they were durable"),
    STORE_SIZE(
            Kind.GAUGE,
            "hoso_store_size_bytes",
            "bytes",
            "What events and free texts take in the database, with their indexes, looked at once a minute"),

    INTAKE(
            Buckets.SECONDS,
            "hoso_intake_seconds",
            "seconds",
            "From when a request or message to publish came until it was answered, of a stream until its end",
            "door"),
    REFUSALS(
            Kind.COUNTER,
            "hoso_refusals_total",
            "events",
            "Events that were refused each by itself, at whatever door, by code; a batch or body refused as a whole counts none",
            "code"),
    PUBLISHER_REFUSALS(
            Kind.COUNTER,
            "hoso_publisher_refusals_total",
            "events",
            "Refused events by publisher and code, each pair from its first one on; beyond a thousand pairs later ones are those of others",
            "publisher",
            "code"),

    BOOKS_PROJECTED(Kind.GAUGE, "hoso_books_projected", "position", "Position that the live books have reached"),
    BOOKS_PARKED(
            Kind.GAUGE,
            "hoso_books_parked",
            "streams",
            "Streams left out of the books, where this instance writes them"),
    BOOKS_BATCH_TIME(
            Buckets.SECONDS,
            "hoso_books_batch_seconds",
            "seconds",
            "How long a transaction of the books took, from its first event to its commit"),
    BOOKS_BATCH(
            Buckets.BATCH, "hoso_books_batch_events", "events", "Events that one transaction has taken into the books"),
    BOOKS_REBUILD_RUNNING(Kind.GAUGE, "hoso_books_rebuild_running", "0 or 1", "1 while books are made anew"),
    BOOKS_REBUILD_DONE(
            Kind.GAUGE, "hoso_books_rebuild_done", "events", "Events that the rebuild, or the last one, has taken in"),
    BOOKS_REBUILD_EVENTS(
            Kind.GAUGE,
            "hoso_books_rebuild_events",
            "events",
            "Events that the rebuild, or the last one, has to take in"),
    FEED_LAG(Kind.GAUGE, "hoso_feed_lag_seconds", "seconds", "Age of the oldest event that the books lack"),
    FEED_BEHIND(Kind.GAUGE, "hoso_feed_lag_events", "events", "Events that the books lack"),

    BOARD_AT(
            Kind.GAUGE,
            "hoso_board_at_timestamp_seconds",
            "seconds",
            "The moment that the figures of units are of, since 1970"),
    BOARD_MONTH(
            Kind.GAUGE,
            "hoso_board_month_timestamp_seconds",
            "seconds",
            "When the running month of the figures of units began, since 1970"),
    BOARD_AGE(
            Kind.GAUGE,
            "hoso_board_age_seconds",
            "seconds",
            "Since the figures of units were made, or until the first are, since the program began to make them"),
    BOARD_TABLES_AGE(
            Kind.GAUGE,
            "hoso_board_tables_age_seconds",
            "seconds",
            "Since the tables that are asked by SQL were brought up to the figures of units, or likewise"),
    BOARD_LEFT_OUT(
            Kind.GAUGE,
            "hoso_board_units_left_out",
            "units",
            "Units within the depth that has series, beyond as many as may have them"),
    IDENTITIES_VIOLATED(
            Kind.GAUGE,
            "hoso_identities_violated",
            "identities",
            "Identities that do not hold in the reports on the running month of the units shown; 0, or the books are wrong"),
    UNIT_INFO(
            Kind.GAUGE,
            "hoso_unit_info",
            "1",
            "1 for each unit whose figures are shown, with its name, to be joined to them; depth 0 is the top of a tree",
            "unit",
            "name",
            "level",
            "parent",
            "depth"),
    MONTH_RECEIVED(
            Kind.GAUGE,
            "hoso_month_received",
            "dossiers",
            "Received in the running month, by the unit and all below it, as every figure of units",
            "unit",
            "channel"),
    MONTH_CARRIED_OVER(Kind.GAUGE, "hoso_month_carried_over", "dossiers", "Open when the running month began", "unit"),
    MONTH_RESOLVED(
            Kind.GAUGE,
            "hoso_month_resolved",
            "dossiers",
            "Closed in the running month: early, on_time or late",
            "unit",
            "timeliness"),
    MONTH_DIGITIZED(
            Kind.GAUGE, "hoso_month_digitized", "dossiers", "Of the month's scope, with digitized components", "unit"),
    MONTH_REUSED(
            Kind.GAUGE, "hoso_month_reused", "dossiers", "Of the month's scope, that reuse digitized data", "unit"),
    MONTH_FEE_REQUIRED(Kind.GAUGE, "hoso_month_fee_required", "dossiers", "Of the month's scope, with a fee", "unit"),
    MONTH_PAID_ONLINE(Kind.GAUGE, "hoso_month_paid_online", "dossiers", "Of the month's scope, paid online", "unit"),
    DOSSIERS_PENDING(Kind.GAUGE, "hoso_dossiers_pending", "dossiers", "Open now", "unit"),
    DOSSIERS_PAUSED(Kind.GAUGE, "hoso_dossiers_paused", "dossiers", "Of those pending, in a pause that counts", "unit"),
    DOSSIERS_OVERDUE(Kind.GAUGE, "hoso_dossiers_overdue", "dossiers", "Of those pending, overdue", "unit"),
    DOSSIERS_DUE(
            Kind.GAUGE,
            "hoso_dossiers_due",
            "dossiers",
            "Of those pending, due in what is left of the day, or in so many whole days after it",
            "unit",
            "days"),
    DOSSIERS_APOLOGIES_OWED(
            Kind.GAUGE,
            "hoso_dossiers_apologies_owed",
            "dossiers",
            "Closed late in the running month, or overdue, less those of its scope that had a letter of apology",
            "unit"),
    DOSSIERS_PORTAL_DIFFERS(
            Kind.GAUGE,
            "hoso_dossiers_portal_differs",
            "dossiers",
            "Of the month's scope, that the national portal's rule judges otherwise; counted every 30 s to ten minutes",
            "unit"),
    PUBLISHER_SILENCE(
            Kind.GAUGE,
            "hoso_publisher_silence_seconds",
            "seconds",
            "Working time since a publisher's newest event about a dossier or petition was recorded, looked at twice a minute",
            "publisher"),
    PUBLISHERS_LEFT_OUT(
            Kind.GAUGE,
            "hoso_publishers_left_out",
            "publishers",
            "Publishers whose silence is not shown, being too many"),

    SNAPSHOT_CHAIN_ROWS(Kind.GAUGE, "hoso_snapshot_chain_rows", "rows", "Rows of the chain of snapshots"),
    SNAPSHOT_HEADS_BEHIND(
            Kind.GAUGE,
            "hoso_snapshot_heads_behind",
            "0 or 1",
            "1 while the newest signed head of the chain of snapshots is missing in the file or on the topic"),
    SNAPSHOT_REPLAY_DONE(
            Kind.GAUGE,
            "hoso_snapshot_replay_done",
            "events",
            "Events that the replay of a snapshot, or the last one, has folded"),
    SNAPSHOT_REPLAY_EVENTS(
            Kind.GAUGE,
            "hoso_snapshot_replay_events",
            "events",
            "Events that the replay of a snapshot, or the last one, has to fold"),
    SNAPSHOT_REPLAY_RATE(
            Kind.GAUGE,
            "hoso_snapshot_replay_rate_events",
            "events a second",
            "Events that the replay of a snapshot, or the last one, folds a second"),

    PUBLISH_POSITION(
            Kind.GAUGE, "hoso_publish_position", "position", "Position up to which every event is on the topic"),
    PUBLISH_BACKLOG(Kind.GAUGE, "hoso_publish_backlog", "events", "Events that are stored and not on the topic"),
    PUBLISH_LAG(Kind.GAUGE, "hoso_publish_lag_seconds", "seconds", "Age of the oldest event that is not on the topic"),
    PUBLISH_STOPPED(Kind.GAUGE, "hoso_publish_stopped", "0 or 1", "1 where topic and store do not fit together"),

    HEADS_SIZE(Kind.GAUGE, "hoso_heads_size", "position", "Position up to which the events are signed"),
    HEADS_AGE(
            Kind.GAUGE,
            "hoso_heads_age_seconds",
            "seconds",
            "Since the newest head was signed, which is when events came last, or longer ago"),
    HEADS_UNSIGNED(Kind.GAUGE, "hoso_heads_unsigned", "events", "Events that are stored and not signed"),
    HEADS_STOPPED(Kind.GAUGE, "hoso_heads_stopped", "0 or 1", "1 where the store is not what was signed"),

    DISK_FREE(
            Kind.GAUGE,
            "hoso_disk_free_bytes",
            "bytes",
            "What this program may still write to the file system of a part of the data folder",
            "folder"),
    DISK_SIZE(
            Kind.GAUGE,
            "hoso_disk_size_bytes",
            "bytes",
            "The size of the file system of a part of the data folder",
            "folder"),

    INBOUND_EVENTS(
            Kind.COUNTER,
            "hoso_inbound_events_total",
            "messages",
            "Messages of a publisher's topic, by what became of them: accepted, duplicate or rejected",
            "publisher",
            "outcome"),
    INBOUND_LAG(
            Kind.GAUGE,
            "hoso_inbound_lag",
            "messages",
            "Messages of a publisher's topic that are not done with, as last seen",
            "publisher"),

    LANDING_LANDED(Kind.COUNTER, "hoso_landing_landed_total", "events", "Events landed by this program"),
    LANDING_REPEATS(Kind.COUNTER, "hoso_landing_repeats_total", "events", "Events that had landed before"),
    LANDING_FOREIGN(
            Kind.COUNTER,
            "hoso_landing_foreign_total",
            "records",
            "Records of no origin that is believed on their topic"),
    LANDING_COVERED(
            Kind.GAUGE, "hoso_landing_covered", "position", "Position of the origin in the local order", "origin"),
    LANDING_NEWEST(Kind.GAUGE, "hoso_landing_newest", "position", "Newest position of the origin that came", "origin"),
    LANDING_GAP(
            Kind.GAUGE, "hoso_landing_gap_seconds", "seconds", "For how long a position has been missing", "origin"),
    LANDING_STOPPED(Kind.GAUGE, "hoso_landing_stopped", "0 or 1", "1 where nothing more is taken", "origin");

    /** How it moves. */
    public enum Kind {
        /** What is now. */
        GAUGE,
        /** What was counted since the program began. */
        COUNTER,
        /** How often it was how much since then, in {@link Buckets}. */
        HISTOGRAM
    }

    /** What Prometheus has at the end of a counter's name, and adds by itself. */
    private static final String COUNTER_SUFFIX = "_total";

    private final Kind kind;

    /** Of a histogram; null of others. */
    private final @Nullable Buckets buckets;

    /** What a label says of all that have no row of their own. */
    public static final String OTHERS = "others";

    private final String prometheusName;
    private final String unit;
    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> labels;

    Metric(Kind kind, String prometheusName, String unit, String meaning, String... labels) {
        this(kind, null, prometheusName, unit, meaning, labels);
    }

    Metric(Buckets buckets, String prometheusName, String unit, String meaning, String... labels) {
        this(Kind.HISTOGRAM, buckets, prometheusName, unit, meaning, labels);
    }

    Metric(Kind kind, @Nullable Buckets buckets, String prometheusName, String unit, String meaning, String... labels) {
        this.kind = kind;
        this.buckets = buckets;
        this.prometheusName = prometheusName;
        this.unit = unit;
        this.meaning = meaning;
        this.labels = List.of(labels);
    }

    public Kind kind() {
        return kind;
    }

    public String prometheusName() {
        return prometheusName;
    }

    public String unit() {
        return unit;
    }

    public String meaning() {
        return meaning;
    }

    /** Names of its labels, in the order in which their values are given. */
    public List<String> labels() {
        return labels;
    }

    /**
     * Shows what an object says whenever it is asked for; the object is kept.
     *
     * @param labelValues one for each label
     */
    public <T> void gauge(MeterRegistry registry, T of, ToDoubleFunction<T> value, String... labelValues) {
        require(kind == Kind.GAUGE);
        Gauge.builder(meterName(), of, value)
                .description(meaning)
                .tags(tags(labelValues))
                .strongReference(true)
                .register(registry);
    }

    /** Rows of a gauge whose labels come and go, to be registered with {@link #row}. */
    public MultiGauge rows(MeterRegistry registry) {
        require(kind == Kind.GAUGE);
        return MultiGauge.builder(meterName()).description(meaning).register(registry);
    }

    /**
     * One of them.
     *
     * @param labelValues one for each label
     */
    public MultiGauge.Row<?> row(Supplier<Number> value, String... labelValues) {
        return MultiGauge.Row.of(Tags.of(tags(labelValues)), value);
    }

    /** Likewise, of what only grows; the object must be kept by others. */
    public <T> void counter(MeterRegistry registry, T of, ToDoubleFunction<T> value, String... labelValues) {
        require(kind == Kind.COUNTER);
        FunctionCounter.builder(meterName(), of, value)
                .description(meaning)
                .tags(tags(labelValues))
                .register(registry);
    }

    /** What counts times, each as long as it is told. */
    public Timer timer(MeterRegistry registry, String... labelValues) {
        require(Buckets.SECONDS == buckets);
        return Timer.builder(meterName())
                .description(meaning)
                .tags(tags(labelValues))
                .serviceLevelObjectives(
                        Arrays.stream(upTo()).mapToObj(Metric::ofSeconds).toArray(Duration[]::new))
                .register(registry);
    }

    private static Duration ofSeconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    /** What counts amounts, each as large as it is told. */
    public DistributionSummary summary(MeterRegistry registry, String... labelValues) {
        require(kind == Kind.HISTOGRAM && Buckets.SECONDS != buckets);
        return DistributionSummary.builder(meterName())
                .description(meaning)
                .tags(tags(labelValues))
                .serviceLevelObjectives(upTo())
                .register(registry);
    }

    /**
     * What a registry has of a gauge or counter now, by the values of its labels in their order; nothing where it has none.
     */
    public Map<List<String>, Double> shown(MeterRegistry registry) {
        Map<List<String>, Double> shown = new LinkedHashMap<>();
        for (Meter meter : registry.find(meterName()).meters()) {
            List<String> values = labels.stream()
                    .map(label -> Objects.requireNonNullElse(meter.getId().getTag(label), ""))
                    .toList();
            meter.measure().forEach(measurement -> shown.put(values, measurement.getValue()));
        }
        return shown;
    }

    private double[] upTo() {
        return Objects.requireNonNull(buckets).upTo();
    }

    private void require(boolean shownSo) {
        if (!shownSo) throw new IllegalStateException(prometheusName + " is a " + kind + " of " + unit);
    }

    private String meterName() {
        String name = kind == Kind.COUNTER
                ? prometheusName.substring(0, prometheusName.length() - COUNTER_SUFFIX.length())
                : prometheusName;
        return name.replace('_', '.');
    }

    private List<Tag> tags(String... values) {
        if (values.length != labels.size())
            throw new IllegalArgumentException(prometheusName + " has the labels " + labels);
        List<Tag> tags = new ArrayList<>();
        for (int index = 0; index < values.length; index++) tags.add(Tag.of(labels.get(index), values[index]));
        return tags;
    }
}
