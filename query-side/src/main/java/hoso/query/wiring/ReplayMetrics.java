package hoso.query.wiring;

import hoso.query.snapshot.replay.Replays;
import io.micrometer.core.instrument.Gauge;
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
        Gauge.builder("hoso.snapshot.replay.done", replays, it -> it.progress().done())
                .description("Events that the replay of a snapshot, or the last one, has folded")
                .register(registry);
        Gauge.builder(
                        "hoso.snapshot.replay.events",
                        replays,
                        it -> it.progress().total())
                .description("Events that the replay of a snapshot, or the last one, has to fold")
                .register(registry);
        Gauge.builder("hoso.snapshot.replay.rate", replays, it -> it.progress().perSecond())
                .description("Events that the replay of a snapshot, or the last one, folds a second")
                .baseUnit("events")
                .register(registry);
    }
}
