package hoso.query.feed.landing;

import hoso.event.wire.Digests;
import hoso.event.wire.PublishedHeaders;
import hoso.query.log.FabricatedLog;
import hoso.query.log.WildWorld;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What a command side has published: a log with its origin. */
record Published(String origin, FabricatedLog log) {

    static Published world(String origin, long seed, int events) {
        var log = new FabricatedLog();
        List<String> units = List.of("H1", "H1.1", "H1.2");
        for (String unit : units)
            log.reference(
                    "unit.registered",
                    unit,
                    Instant.parse("2023-12-01T00:00:00Z"),
                    "{\"name\":\"" + origin + " " + unit + "\",\"level\":\"PROVINCE\","
                            + (unit.equals("H1") ? "" : "\"parent\":\"H1\",") + "\"validFrom\":\"2020-01-01\"}");
        new WildWorld(seed, log, units).events(events, events / 10);
        return new Published(origin, log);
    }

    ProducerRecord<String, byte[]> record(String topic, FabricatedLog.Row row) {
        byte[] value = row.body();
        var sent = new ProducerRecord<>(topic, row.stream().substring(2), value);
        new PublishedHeaders(origin, row.position(), Digests.leaf(value))
                .asBytes()
                .forEach(sent.headers()::add);
        return sent;
    }

    Arrival arrival(FabricatedLog.Row row) {
        return Arrival.of(arrived(record("hoso.events", row)), believed()).orElseThrow();
    }

    OriginTopics believed() {
        return new OriginTopics(Map.of(origin, "hoso.events"));
    }

    static ConsumerRecord<String, byte[]> arrived(ProducerRecord<String, byte[]> sent) {
        var arrived = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(arrived.headers()::add);
        return arrived;
    }

    /** All that some have published, out of order within a window, some of it twice. */
    static List<Arrival> mixed(Random random, Published... publishers) {
        List<Arrival> all = new ArrayList<>();
        List<List<FabricatedLog.Row>> left = new ArrayList<>();
        for (Published one : publishers) left.add(new ArrayList<>(one.log().rows()));
        while (left.stream().anyMatch(rows -> !rows.isEmpty())) {
            int who = random.nextInt(publishers.length);
            List<FabricatedLog.Row> rows = left.get(who);
            int many = Math.min(rows.size(), 1 + random.nextInt(40));
            List<Arrival> next = new ArrayList<>();
            for (FabricatedLog.Row row : rows.subList(0, many)) next.add(publishers[who].arrival(row));
            rows.subList(0, many).clear();
            if (!next.isEmpty() && random.nextInt(4) == 0) next.add(next.get(random.nextInt(next.size())));
            if (!all.isEmpty() && random.nextInt(8) == 0) next.add(all.get(random.nextInt(all.size())));
            all.addAll(next);
        }
        // partitions are not read in step
        for (int from = 0; from + 200 < all.size(); from += 200)
            Collections.shuffle(all.subList(from, from + 200), random);
        return all;
    }
}
