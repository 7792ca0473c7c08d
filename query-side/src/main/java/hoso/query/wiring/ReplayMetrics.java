package hoso.query.wiring;

import hoso.edge.measure.Metric;
import hoso.query.snapshot.replay.Replays;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** How far the replay of a snapshot is that runs, or ran last. */
final class ReplayMetrics implements MeterBinder {

    private final Replays replays;

    ReplayMetrics(Replays replays) {
        this.replays = replays;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Metric.SNAPSHOT_REPLAY_DONE.gauge(registry, replays, it -> it.progress().done());
        Metric.SNAPSHOT_REPLAY_EVENTS.gauge(
                registry, replays, it -> it.progress().total());
        Metric.SNAPSHOT_REPLAY_RATE.gauge(registry, replays, it -> it.progress().perSecond());
    }
}
