package hoso.bench.rows;

import hoso.bench.fill.TopicFiller;
import hoso.bench.house.LaunchedServer;
import hoso.bench.house.NdjsonFile;
import hoso.bench.table.Measure;
import hoso.bench.table.Row;
import hoso.bench.table.Table;
import hoso.bench.world.World;
import hoso.kafka.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** A publisher's backlog on its topic, sent while the house was closed, taken into the store. */
final class InboundRow {

    private static final String TOPIC = "hoso.inbound.publisher";

    private final Order order;
    private final World world;
    private final Path data;

    private InboundRow(Order order) throws IOException {
        this.order = order;
        this.world = World.ofEvents(order.events(), order.today());
        this.data = order.emptied("inbound");
    }

    static void run(Order order, Table table) throws Exception {
        new InboundRow(order).run(table);
    }

    private void run(Table table) throws Exception {
        var probing = Probing.begin(order, world);
        try (var server = LaunchedServer.startPublishing(order.root(), data)) {
            NdjsonFile.send(server, world.referenceLines());
            server.awaitReading();
        }
        send();
        Drained drained;
        long peakMegabytes;
        try (var server = LaunchedServer.startPublishing(order.root(), data)) {
            Progress.say("reading them");
            long warmUp = order.warmUpEvents();
            drained = Drained.watch(server, InboundRow::taken, warmUp, warmUp + order.events());
            peakMegabytes = server.peakMegabytes();
        }
        var probe = probing.end();
        table.add(new Row(
                String.format(
                        Locale.ROOT, "inbound over Kafka, a backlog of %,d events, until stored", drained.events()),
                Measure.EVENTS_A_SECOND,
                20_000,
                40_000,
                drained.perSecond(),
                String.format(
                        Locale.ROOT,
                        "%s; %s, books and publishing included; peak %,d MB resident",
                        probe.ofBatches(drained.perSecond()),
                        drained.note(order.warmUpEvents()),
                        peakMegabytes)));
    }

    private void send() {
        long warmUp = order.warmUpEvents();
        Progress.say("sending " + (warmUp + order.events()) + " events to " + TOPIC);
        try (var kafka = EmbeddedKafka.start(data.resolve("kafka"), data.resolve("secrets"), OptionalInt.empty());
                var topic = new TopicFiller(kafka.login(), TOPIC)) {
            topic.fill(World.ofEvents(warmUp, order.today(), Order.WARM_UP_FROM), warmUp);
            topic.fill(world, order.events());
        }
    }

    /** Events that are durable. */
    private static long taken(JsonNode status) {
        JsonNode publisher = status.get("inbound").get(0);
        if (publisher.get("rejected").longValue() > 0
                || publisher.get("duplicates").longValue() > 0)
            throw new IllegalStateException("events were not taken: " + publisher);
        return publisher.get("accepted").longValue();
    }
}
