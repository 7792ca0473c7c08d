package hoso.bench.rows;

import hoso.bench.fill.Landing;
import hoso.bench.fill.StoppedHouse;
import hoso.bench.house.LaunchedServer;
import hoso.bench.table.Measure;
import hoso.bench.table.Row;
import hoso.bench.table.Table;
import hoso.bench.world.World;
import hoso.kafka.EmbeddedKafka;
import hoso.process.Folders;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** A store published, and its topic landed and projected by a query side elsewhere. */
final class TopicRows {

    private final Order order;
    private final Table table;

    private TopicRows(Order order, Table table) {
        this.order = order;
        this.table = table;
    }

    static void run(Order order, Table table) throws Exception {
        new TopicRows(order, table).run();
    }

    private void run() throws Exception {
        Path data = unpublished();
        long head = projected(data);
        publish(data, head);
        if (order.wants("landing")) land(data, head);
    }

    /** A data folder whose store holds a world that lies on no topic. */
    private Path unpublished() throws Exception {
        var world = World.ofEvents(order.warmUpEvents() + order.events(), order.today());
        Path data = new FilledStore(order).of("published", world);
        Folders.delete(data.resolve("kafka"));
        try (var house = StoppedHouse.open(data);
                var connection = house.owner();
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM store.published");
        }
        return data;
    }

    /** Makes the books, so that they take nothing while it is published. */
    private long projected(Path data) throws Exception {
        try (var server = LaunchedServer.start(order.root(), data)) {
            Progress.say("making the books of what is to be published");
            long head = server.status().get("head").longValue();
            server.awaitProjected(head);
            return head;
        }
    }

    private void publish(Path data, long head) throws Exception {
        try (var server = LaunchedServer.startPublishing(order.root(), data)) {
            Progress.say("publishing " + head + " events");
            Drained drained = Drained.watch(server, TopicRows::published, order.warmUpEvents(), head);
            if (order.wants("outbound"))
                table.add(new Row(
                        String.format(
                                Locale.ROOT, "outbound to Kafka, a backlog of %,d stored events", drained.events()),
                        Measure.EVENTS_A_SECOND,
                        40_000,
                        40_000,
                        drained.perSecond(),
                        String.format(
                                Locale.ROOT,
                                "%s; peak %,d MB resident",
                                drained.note(order.warmUpEvents()),
                                server.peakMegabytes())));
        }
    }

    private static long published(JsonNode status) {
        return status.get("publish").get("position").longValue();
    }

    private void land(Path data, long head) throws Exception {
        try (var house = StoppedHouse.open(data);
                var kafka = EmbeddedKafka.start(data.resolve("kafka"), data.resolve("secrets"), OptionalInt.empty())) {
            var landing = new Landing(house, kafka.login(), data);
            Progress.say("landing " + order.warmUpEvents() + " events, for the JVM to compile");
            var cold = landing.run("hoso_warm_up", order.warmUpEvents());
            Progress.say("landing and projecting " + head + " events");
            var took = landing.run("hoso_landing", head);
            table.add(new Row(
                    String.format(Locale.ROOT, "landed from Kafka and projected, %,d events", took.events()),
                    Measure.EVENTS_A_SECOND,
                    40_000,
                    40_000,
                    took.perSecond(),
                    String.format(
                            Locale.ROOT,
                            "a cold query side took the first %,d at %,.0f/s; %s",
                            cold.events(),
                            cold.perSecond(),
                            took.computed().of(took.events()))));
        }
    }
}
