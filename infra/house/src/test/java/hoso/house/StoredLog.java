package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.StoredEvent;
import hoso.event.wire.Digests;
import hoso.event.wire.StoredEventFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The event table as it is, read past the house. */
final class StoredLog {

    /** Line of postmaster.pid that holds the port, counted from 0. */
    private static final int PORT_LINE = 3;

    private final List<StoredEvent> events = new ArrayList<>();
    private final List<String> leaves = new ArrayList<>();

    private StoredLog() {}

    /** Of a house that was launched on a folder, with the application's own rights. */
    static StoredLog of(Path data) throws Exception {
        try (var connection = connect(data)) {
            return of(connection);
        }
    }

    static Connection connect(Path data) throws Exception {
        var port = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
                .get(PORT_LINE);
        var password =
                Files.readString(data.resolve("secrets/hoso_app.password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/hoso", "hoso_app", password);
    }

    /** Reads all of it, and finds it sound: dense, in order of time, each leaf over its bytes, no key twice. */
    static StoredLog of(Connection connection) throws SQLException {
        var log = new StoredLog();
        var keys = new HashMap<String, Long>();
        var last = Instant.MIN;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT position, recorded_at, rest, leaf, stream FROM store.event ORDER BY position")) {
            while (rows.next()) {
                long position = rows.getLong(1);
                var recordedAt = rows.getObject(2, OffsetDateTime.class).toInstant();
                assertThat(position).as("positions are dense").isEqualTo(log.events.size() + 1L);
                assertThat(recordedAt).as("position %d", position).isAfterOrEqualTo(last);
                var bytes = StoredEventFormat.bytes(position, recordedAt, rows.getBytes(3));
                assertThat(rows.getBytes(4)).as("leaf of %d", position).isEqualTo(Digests.leaf(bytes));
                var event = StoredEventFormat.read(bytes);
                var twice = keys.put(rows.getString(5) + " " + event.event().key(), position);
                assertThat(twice)
                        .as("%s is at %d too", event.event().key(), position)
                        .isNull();
                log.events.add(event);
                log.leaves.add(HexFormat.of().formatHex(rows.getBytes(4)));
                last = recordedAt;
            }
        }
        return log;
    }

    static long head(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT coalesce(max(position), 0) FROM store.event")) {
            row.next();
            return row.getLong(1);
        }
    }

    long head() {
        return events.size();
    }

    /** Of every event, in order. */
    List<String> leaves() {
        return leaves;
    }

    /** Positions by the ids of events. */
    Map<String, Long> positions() {
        var positions = new HashMap<String, Long>();
        for (var event : events) positions.put(event.event().key().id(), event.position());
        return positions;
    }
}
