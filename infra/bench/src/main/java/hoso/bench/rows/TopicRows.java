package hoso.bench.rows;

import hoso.bench.fill.StoppedHouse;
import hoso.bench.house.LaunchedServer;
import hoso.bench.table.Measure;
import hoso.bench.table.Row;
import hoso.bench.table.Table;
import hoso.bench.world.World;
import hoso.kafka.EmbeddedKafka;
import hoso.process.Folders;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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
            Drained drained =
                    Drained.watch(server, TopicRows::published, TopicRows::published, order.warmUpEvents(), head);
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
                var kafka = EmbeddedKafka.start(data.resolve("kafka"), data.resolve("secrets"), OptionalInt.empty());
                var server = LaunchedServer.startQuery(
                        order.root(), data.resolveSibling("landing"), properties(house, kafka))) {
            Progress.say("landing and projecting them");
            Drained drained = Drained.watch(server, TopicRows::landed, TopicRows::booked, order.warmUpEvents(), head);
            table.add(new Row(
                    String.format(Locale.ROOT, "landed from Kafka and projected, %,d events", drained.events()),
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

    private static Map<String, String> properties(StoppedHouse house, EmbeddedKafka kafka) {
        Map<String, String> properties = new HashMap<>(house.emptyBooks("hoso_landing"));
        properties.put("hoso.feed", "kafka");
        properties.put("hoso.rollup.origins", "hoso");
        kafka.login()
                .properties()
                .forEach((name, value) -> properties.put(
                        name.equals("bootstrap.servers") ? "hoso.kafka.bootstrap" : "hoso.kafka.client." + name,
                        String.valueOf(value)));
        return properties;
    }

    /** The newest position that has come: a little more than how many have, since partitions are read in turns. */
    private static long landed(JsonNode status) {
        return status.get("origins").get(0).get("landed").longValue();
    }

    private static long booked(JsonNode status) {
        return status.get("projected").longValue();
    }
}
