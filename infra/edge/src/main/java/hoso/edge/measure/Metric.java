package hoso.edge.measure;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Every number that Hoso shows of itself at {@code /actuator/prometheus}, by the name that Prometheus has it under: nothing
 * begins with {@code hoso_} that does not stand here.
 *
 * @see <a href="https://prometheus.io/docs/practices/naming/">Metric and label naming</a>
 */
public enum Metric {
    STORE_HEAD(Kind.GAUGE, "hoso_store_head", "position", "Newest position of the store, as the read side sees it"),

    BOOKS_PROJECTED(Kind.GAUGE, "hoso_books_projected", "position", "Position that the live books have reached"),
    BOOKS_PARKED(
            Kind.GAUGE,
            "hoso_books_parked",
            "streams",
            "Streams left out of the books, where this instance writes them"),
    BOOKS_REBUILD_DONE(
            Kind.GAUGE, "hoso_books_rebuild_done", "events", "Events that the rebuild, or the last one, has taken in"),
    BOOKS_REBUILD_EVENTS(
            Kind.GAUGE,
            "hoso_books_rebuild_events",
            "events",
            "Events that the rebuild, or the last one, has to take in"),
    FEED_LAG(Kind.GAUGE, "hoso_feed_lag_seconds", "seconds", "Age of the oldest event that the books lack"),

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
        COUNTER
    }

    /** What Prometheus has at the end of a counter's name, and adds by itself. */
    private static final String COUNTER_SUFFIX = "_total";

    private final Kind kind;
    private final String prometheusName;
    private final String unit;
    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> labels;

    Metric(Kind kind, String prometheusName, String unit, String meaning, String... labels) {
        this.kind = kind;
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
        require(Kind.GAUGE);
        Gauge.builder(meterName(), of, value)
                .description(meaning)
                .tags(tags(labelValues))
                .strongReference(true)
                .register(registry);
    }

    /** Likewise, of what only grows; the object must be kept by others. */
    public <T> void counter(MeterRegistry registry, T of, ToDoubleFunction<T> value, String... labelValues) {
        require(Kind.COUNTER);
        FunctionCounter.builder(meterName(), of, value)
                .description(meaning)
                .tags(tags(labelValues))
                .register(registry);
    }

    private void require(Kind other) {
        if (kind != other) throw new IllegalStateException(prometheusName + " is a " + kind);
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
