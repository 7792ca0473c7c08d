package hoso.bench.rows;

import hoso.bench.probe.PlainEvent;
import hoso.bench.probe.PlainProbe;
import hoso.bench.probe.ProbeRates;
import hoso.bench.world.Steps;
import hoso.bench.world.World;
import java.util.ArrayList;
import java.util.List;

/** The plain probe, before and after what is held against it, with the same events. */
final class Probing {

    private static final int SECONDS = 6;

    private final Order order;
    private final List<PlainEvent> sample;
    private final ProbeRates before;

    private Probing(Order order, List<PlainEvent> sample) throws Exception {
        this.order = order;
        this.sample = sample;
        this.before = measured();
    }

    /** Probes for the first time. */
    static Probing begin(Order order, World world) throws Exception {
        List<PlainEvent> sample = new ArrayList<>();
        Steps steps = world.steps();
        while (sample.size() < order.events() && steps.hasNext()) {
            Steps.Step step = steps.next();
            sample.add(new PlainEvent("d/" + world.id(step.dossier()), step.nth(), world.line(step)));
        }
        return new Probing(order, sample);
    }

    /** Probes for the last time. */
    ProbeRates end() throws Exception {
        ProbeRates rates = before.mean(measured());
        Progress.say("plain probe: " + rates);
        return rates;
    }

    private ProbeRates measured() throws Exception {
        Progress.say("probing the machine");
        return PlainProbe.measure(order.data().resolve("probe"), sample, order.time(SECONDS));
    }

    /** Bytes of an event, on average. */
    double bytes() {
        return sample.stream().mapToInt(event -> event.bytes().length).average().orElse(0);
    }
}
