package hoso.command.store;

import static hoso.command.store.SampleEvents.message;
import static hoso.command.store.SampleEvents.notified;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.testkit.database.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The golden file is for ever: a leaf that changes breaks every proof that was handed out. */
class LeafTest {

    private static final List<String> GOLDEN = golden();

    @Test
    void is_the_hash_of_rfc_6962_over_the_bytes_of_the_golden_file() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update((byte) 0);
        byte[] hash = digest.digest(GOLDEN.getFirst().getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(GOLDEN.getLast());
    }

    @Test
    void a_row_of_the_store_holds_the_bytes_and_the_leaf_of_the_golden_file() throws Exception {
        var placed = new Placed();
        try (var database = TestDatabase.fresh()) {
            try (var store = StoreFixture.opened(database)) {
                store.engine().appendEvents(message(notified("H20.12-240301-0001", 0)));
                store.engine()
                        .appendEvents(
                                message(notified("H20.12-240301-0001", 1), new AppendContext(0, Map.of(), placed)));
            }
            try (var connection = database.connectAs(database.application());
                    var statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "SELECT position, recorded_at, rest, leaf FROM store.event WHERE position = 2")) {
                row.next();
                assertThat(row.getObject(2, OffsetDateTime.class).toInstant()).isEqualTo(placed.recordedAt());
                String start = "{\"position\":" + row.getLong(1) + ",\"recordedAt\":\"" + placed.recordedAt() + "\",";
                String rest = new String(row.getBytes(3), StandardCharsets.UTF_8);
                var digest = MessageDigest.getInstance("SHA-256");
                digest.update((byte) 0);
                assertThat(row.getBytes(4)).isEqualTo(digest.digest((start + rest).getBytes(StandardCharsets.UTF_8)));
                String golden = GOLDEN.getFirst();
                assertThat(rest).isEqualTo(golden.substring(golden.indexOf("\"sequence\"")));
            }
        }
    }

    @Test
    void a_batch_at_the_time_of_the_golden_file_makes_its_leaf() {
        var batch = new Batch(
                new Head(1, Instant.EPOCH, 0, 0), Instant.parse("2026-11-20T03:04:05.678901Z"), new StreamEnds());
        batch.add(new AppendCall(List.of(PendingEvent.of(message(notified("H20.12-240301-0001", 1)))), 1, null));
        assertThat(HexFormat.of().formatHex(batch.entries().getFirst().leaf())).isEqualTo(GOLDEN.getLast());
    }

    private static List<String> golden() {
        try (var file = LeafTest.class.getResourceAsStream("leaf.golden")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
