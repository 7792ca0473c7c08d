package hoso.event.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.event.AcceptedEvent;
import hoso.event.Amendment;
import hoso.event.StoredEvent;
import hoso.event.Stream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick reader of stored bytes answers what the tree answers, or leaves it to the tree. */
class OwnReaderTest {

    /** Their data holds what only the tree reads: an object, a list, or white space. */
    private static final Set<String> LEFT_TO_THE_TREE = Set.of(
            "hoso.dossier.corrected.v1",
            "hoso.dossier.voided.v1",
            "hoso.dossier.dispute-ruled.v1",
            "hoso.dossier.clock-redecided.v1", // a field with escapes
            "hoso.procedure.published.v1",
            "hoso.calendar.published.v1",
            "hoso.unit.registered.v1",
            "hoso.unit.moved.v1",
            "hoso.unit.merged.v1",
            "hoso.unit.closed.v1");

    static List<String> types() {
        return EventTypes.all().stream().map(EventType::name).toList();
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_golden_events_are_read_to_fold_as_the_tree_reads_them(String type) {
        StoredEvent golden = GoldenEvents.of(EventTypes.named(type).orElseThrow());
        byte[] rest = StoredEventFormat.rest(golden.event());

        assertFolds(StoredEventFormat.readToFold(golden.event().stream(), rest, 0, rest.length), golden.event());
        if (LEFT_TO_THE_TREE.contains(type))
            assertThatThrownBy(() -> quickly(golden.event().stream(), rest)).isInstanceOf(NotAsWritten.class);
        else assertFolds(quickly(golden.event().stream(), rest), golden.event());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void bytes_with_a_fault_are_read_as_the_tree_reads_them_or_not_at_all(long seed) {
        var random = new Random(seed);
        for (String type : types()) {
            byte[] rest = StoredEventFormat.rest(
                    GoldenEvents.of(EventTypes.named(type).orElseThrow()).event());
            for (int fault = 0; fault < 300; fault++) {
                byte[] faulty = rest.clone();
                faulty[random.nextInt(faulty.length)] = (byte) (' ' + random.nextInt('~' - ' '));
                assertAgree(faulty);
            }
        }
    }

    @Test
    void a_part_of_the_bytes_is_never_read_as_the_whole() {
        for (String type : types()) {
            byte[] rest = StoredEventFormat.rest(
                    GoldenEvents.of(EventTypes.named(type).orElseThrow()).event());
            for (int end = 0; end < rest.length; end++) {
                int to = end;
                assertThatThrownBy(() -> OwnReader.read(Stream.REFERENCE, new OwnJson(rest, 0, to)))
                        .isInstanceOf(RuntimeException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1990-01-01T00:00:00Z",
                "2000-02-29T23:59:59.999999Z",
                "2024-02-29T12:34:56.100Z",
                "2100-03-01T00:00:00.000001Z",
                "2024-12-31T23:59:59+07:00",
                "2024-03-01T00:30:00-03:30"
            })
    void a_time_is_the_same_instant(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(OwnTimes.instant(bytes, 0, bytes.length)).isEqualTo(Times.own(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29T00:00:00Z",
                "2024-04-31T00:00:00Z",
                "2024-13-01T00:00:00Z",
                "2024-01-01T24:00:00Z",
                "2024-01-01T00:60:00Z",
                "2024-01-01T00:00:60Z",
                "2024-01-01T00:00:00.Z",
                "2024-01-01T00:00:00.1234567Z",
                "2024-01-01T00:00:00",
                "2024-01-01t00:00:00Z",
                "2024-01-01T00:00:00+07:60",
                "2024-01-01T00:00:00+19:00"
            })
    void a_time_that_is_none_or_oddly_written_is_left_to_the_tree(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> OwnTimes.instant(bytes, 0, bytes.length)).isInstanceOf(NotAsWritten.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3})
    void any_instant_written_is_read_back(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            Instant instant = Instant.ofEpochSecond(random.nextLong(631_152_000L, 4_133_980_800L))
                    .plusNanos(random.nextInt(1_000_000) * 1_000L);
            byte[] text = Times.utc(instant).getBytes(StandardCharsets.US_ASCII);
            assertThat(OwnTimes.instant(text, 0, text.length)).isEqualTo(instant);
        }
    }

    private static AcceptedEvent quickly(Stream stream, byte[] rest) {
        return OwnReader.read(stream, new OwnJson(rest, 0, rest.length));
    }

    private static void assertAgree(byte[] faulty) {
        AcceptedEvent quick;
        try {
            quick = quickly(Stream.REFERENCE, faulty);
        } catch (RuntimeException left) {
            return;
        }
        String whole =
                "{\"position\":1,\"recordedAt\":\"2024-03-04T01:00:02Z\"," + new String(faulty, StandardCharsets.UTF_8);
        // a fault in what no folding looks at may escape the quick reader
        StoredEvent tree;
        try {
            tree = StoredEventFormat.read(whole.getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException unreadable) {
            assertThat(unreadable).hasMessageContaining("escape");
            return;
        }
        assertFolds(quick, tree.event(), "stream");
    }

    private static void assertFolds(AcceptedEvent read, AcceptedEvent event, String... ignored) {
        assertThat(read)
                .usingRecursiveComparison()
                .withEqualsForType((left, right) -> true, Amendment.Replacement.class)
                .ignoringFields("key.id", "statement", "textHashes")
                .ignoringFields(ignored)
                .isEqualTo(event);
    }
}
