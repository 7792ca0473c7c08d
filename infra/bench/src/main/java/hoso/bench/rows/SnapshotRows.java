package hoso.bench.rows;

import hoso.bench.house.LaunchedServer;
import hoso.bench.house.Wire;
import hoso.bench.table.Measure;
import hoso.bench.table.Row;
import hoso.bench.table.Table;
import hoso.bench.world.Offices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A report of the root, frozen, and made once more from the log alone. */
final class SnapshotRows {

    private static final String PATH = "/api/v1/snapshots";
    private static final JsonMapper JSON = new JsonMapper();

    private final Order order;
    private final LaunchedServer server;

    SnapshotRows(Order order, LaunchedServer server) {
        this.order = order;
        this.server = server;
    }

    void run(Table table) throws IOException {
        String last = order.today().minusMonths(1).toString();
        String first = order.today().minusMonths(2).plusDays(1).toString();
        long began = System.nanoTime();
        JsonNode frozen = post(
                PATH,
                "{\"unit\":\"" + Offices.ROOT + "\",\"from\":\"" + first + "\",\"to\":\"" + last
                        + "\",\"kind\":\"MONTH\"}");
        double millis = (System.nanoTime() - began) / 1e6;
        String replay = PATH + "/" + frozen.get("id").asString() + "/replay";
        Progress.say("replaying a snapshot, once to warm up");
        post(replay, "");
        var before = server.computed();
        JsonNode outcome = post(replay, "");
        if (!outcome.get("matches").booleanValue()) throw new IllegalStateException("no match: " + outcome);
        long events = outcome.get("events").longValue();
        table.add(new Row(
                String.format(Locale.ROOT, "replay of a snapshot from %,d events", events),
                Measure.EVENTS_A_SECOND,
                150_000,
                300_000,
                outcome.get("eventsPerSecond").doubleValue(),
                String.format(
                        Locale.ROOT,
                        "%s; freezing it took %.0f ms",
                        server.computed().since(before).of(events),
                        millis)));
    }

    private JsonNode post(String path, String body) throws IOException {
        String head = "POST " + path + " HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer " + server.token("admin")
                + "\r\nContent-Type: application/json\r\nContent-Length: ";
        try (Wire wire = server.connect()) {
            Wire.Answer answer = wire.send(Wire.post(head, body.getBytes(StandardCharsets.UTF_8)));
            if (answer.status() >= 300)
                throw new IOException(path + ": " + new String(answer.body(), StandardCharsets.UTF_8));
            return JSON.readTree(answer.body());
        }
    }
}
