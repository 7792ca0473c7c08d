package hoso.command.intake;

import hoso.edge.ProblemCode;
import hoso.edge.measure.Metric;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** How long whoever publishes waits for an answer, and why events are refused, as numbers to watch. */
public final class IntakeMeter {

    /** All codes of these are of publishing. */
    private static final Set<Integer> STATUSES = Set.of(400, 409, 422);

    private static final Set<ProblemCode> OTHERS =
            Set.of(ProblemCode.FORBIDDEN, ProblemCode.TOO_LARGE, ProblemCode.INTERNAL);

    private final Map<Door, Timer> answers = new EnumMap<>(Door.class);
    private final Map<ProblemCode, LongAdder> refusals = new EnumMap<>(ProblemCode.class);
    private final PublisherRefusals byPublisher;

    /** Shows every code from the start, so that the first refusal is seen as one. */
    public IntakeMeter(MeterRegistry registry) {
        byPublisher = new PublisherRefusals(registry);
        for (Door door : Door.values()) answers.put(door, Metric.INTAKE.timer(registry, door.label()));
        Arrays.stream(ProblemCode.values())
                .filter(code -> STATUSES.contains(code.status()) || OTHERS.contains(code))
                .forEach(code -> {
                    var count = new LongAdder();
                    refusals.put(code, count);
                    Metric.REFUSALS.counter(registry, count, LongAdder::sum, code.code());
                });
    }

    /** Takes in what came by a door, and counts how long that took, whatever became of it. */
    <T, E extends Exception> T timed(Door door, BulkGate.Work<T, E> taking) throws E {
        long began = System.nanoTime();
        try {
            return taking.run();
        } finally {
            answered(door, began);
        }
    }

    /** @param began when it came, by {@link System#nanoTime} */
    public void answered(Door door, long began) {
        Objects.requireNonNull(answers.get(door)).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }

    /**
     * An event was refused.
     *
     * @param publisher the subject of a token, or the name of a publisher on Kafka
     */
    public void refused(ProblemCode code, String publisher) {
        Objects.requireNonNull(refusals.get(code), code::code).increment();
        byPublisher.count(publisher, code);
    }
}
