package hoso.command.intake.kafka;

import hoso.command.aggregate.Judging;
import hoso.command.intake.Admission;
import hoso.command.intake.IntakeMeter;
import hoso.command.intake.kafka.publisher.Publisher;
import hoso.command.intake.kafka.reading.InboundStatus;
import hoso.command.store.EventStore;
import hoso.edge.kafka.KafkaSettings;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/**
 * The topics of all publishers, each read in threads of its own, so that none waits for another. They are read from when
 * the program has started, and closed first when it ends, while the store still serves.
 */
final class Inbound implements SmartLifecycle, AutoCloseable {

    private final List<PublisherLine> lines;
    private volatile boolean running;

    Inbound(
            List<Publisher> publishers,
            KafkaSettings settings,
            Admission admission,
            Judging judging,
            EventStore store,
            IntakeMeter meter) {
        this.lines = publishers.stream()
                .map(publisher -> new PublisherLine(publisher, settings, admission, judging, store, meter))
                .toList();
    }

    @Override
    public void start() {
        running = true;
        lines.forEach(PublisherLine::start);
    }

    List<PublisherLine> lines() {
        return lines;
    }

    /** In the order of their names. */
    List<InboundStatus> status() {
        return lines.stream().map(PublisherLine::status).toList();
    }

    @Override
    public void stop() {
        running = false;
        lines.forEach(PublisherLine::end);
        lines.forEach(PublisherLine::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Where the program ended before all of it had started. */
    @Override
    public void close() {
        if (running) stop();
    }
}
