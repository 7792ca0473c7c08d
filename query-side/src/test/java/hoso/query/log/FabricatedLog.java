package hoso.query.log;

import hoso.event.AcceptedEvent;
import hoso.event.StoredEvent;
import hoso.event.wire.StoredEventFormat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A log made without a command side: the bytes of stored events, with whatever decisions a test wants recorded. */
public final class FabricatedLog {

    /** One row of the store's table. */
    public record Row(long position, String stream, int sequence, Instant recordedAt, byte[] rest) {
        public byte[] body() {
            return StoredEventFormat.bytes(position, recordedAt, rest);
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Integer> sequences = new HashMap<>();
    private final Random gaps = new Random(7);
    private Instant recordedAt = Instant.parse("2024-06-01T00:00:00Z");
    private String publisher = "test";

    /** What comes next is recorded so much later, and published by somebody else, under a source of its own. */
    public void later(Duration pause, String next) {
        recordedAt = recordedAt.plus(pause);
        publisher = next;
    }

    /**
     * @param stream as {@code d/D1}
     * @param data JSON of the data
     * @param decision JSON of the decision; empty where nothing followed
     */
    public AcceptedEvent append(String stream, String type, Instant time, String data, String decision) {
        Row row = next(stream, type, stream.substring(2), time, data, decision);
        StoredEvent stored = StoredEventFormat.read(row.body());
        return stored.event();
    }

    public AcceptedEvent reference(String type, String subject, Instant time, String data) {
        return StoredEventFormat.read(next("r/", type, subject, time, data, "").body())
                .event();
    }

    /** Adds a row whose bytes nobody can read. */
    public void unreadable(String stream) {
        int sequence = sequences.merge(stream, 1, Integer::sum) - 1;
        rows.add(new Row(rows.size() + 1L, stream, sequence, recordedAt, "}".getBytes(StandardCharsets.UTF_8)));
    }

    private Row next(String stream, String type, String subject, Instant time, String data, String decision) {
        int sequence = sequences.merge(stream, 1, Integer::sum) - 1;
        recordedAt = recordedAt.plusMillis(gaps.nextInt(3));
        String rest = "\"sequence\":" + sequence + ",\"type\":\"hoso." + type + ".v1\",\"subject\":\"" + subject
                + "\",\"source\":\"urn:" + publisher + "\",\"id\":\"" + stream + "-" + sequence + "\",\"time\":\""
                + time
                + "\",\"publisher\":\"" + publisher + "\"" + (data.isEmpty() ? "" : ",\"data\":" + data)
                + (decision.isEmpty() ? "" : ",\"decision\":" + decision) + "}";
        long position = rows.size() + 1L;
        var row = new Row(position, stream, sequence, recordedAt, rest.getBytes(StandardCharsets.UTF_8));
        rows.add(row);
        return row;
    }

    public List<Row> rows() {
        return rows;
    }

    public long head() {
        return rows.size();
    }
}
