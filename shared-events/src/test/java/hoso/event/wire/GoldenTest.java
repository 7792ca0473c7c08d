package hoso.event.wire;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.Amendment;
import hoso.event.ClockFact;
import hoso.event.StoredEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Events are for ever: one golden file for each revision of a type, with its leaf hash. A change adds a revision and
 * never edits a file here.
 */
class GoldenTest {

    static List<String> types() {
        return EventTypes.all().stream().map(EventType::name).toList();
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_event_is_stored_as_it_has_always_been(String type) {
        StoredEvent event = GoldenEvents.of(type(type));

        assertThat(new String(bytes(event), StandardCharsets.UTF_8)).isEqualTo(golden(type));
        assertThat(HexFormat.of().formatHex(Digests.leaf(bytes(event)))).isEqualTo(leaves().get(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void what_was_stored_is_read_back_as_the_event_it_was(String type) {
        StoredEvent read = StoredEventFormat.read(golden(type).getBytes(StandardCharsets.UTF_8));

        assertThat(read)
                .usingRecursiveComparison()
                .withEqualsForType((left, right) -> true, Amendment.Replacement.class)
                .isEqualTo(GoldenEvents.of(type(type)));
    }

    @Test
    void a_correction_is_read_back_with_its_data_less_the_free_text() {
        var published = (Amendment.Corrected)
                GoldenEvents.of(type("hoso.dossier.corrected.v1")).event().fact();
        var read = (Amendment.Corrected)
                StoredEventFormat.read(golden("hoso.dossier.corrected.v1").getBytes(StandardCharsets.UTF_8))
                        .event()
                        .fact();
        var extended = new ClockFact.DueDateExtended(Instant.parse("2024-03-20T10:00:00Z"));
        var later = new ClockFact.DueDateExtended(Instant.parse("2024-03-21T10:00:00Z"));

        assertThat(published.data().as(extended, Instant.EPOCH)).isEqualTo(later);
        assertThat(read.data().as(extended, Instant.EPOCH)).isEqualTo(later);
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_event_read_and_written_again_has_the_same_bytes(String type) {
        StoredEvent read = StoredEventFormat.read(golden(type).getBytes(StandardCharsets.UTF_8));

        assertThat(new String(bytes(read), StandardCharsets.UTF_8)).isEqualTo(golden(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void no_free_text_is_stored(String type) {
        var texts = Samples.publication(type(type)).texts();

        assertThat(texts.keySet())
                .isEqualTo(GoldenEvents.of(type(type)).event().textHashes().keySet());
        texts.values().forEach(text -> assertThat(golden(type)).doesNotContain(text));
    }

    @Test
    void every_file_is_of_a_type_and_every_type_has_a_file() {
        assertThat(leaves()).containsOnlyKeys(types());
    }

    @Test
    void a_leaf_is_hashed_after_a_zero_byte() {
        // RFC 6962, section 2.1: the leaf of an empty entry.
        assertThat(HexFormat.of().formatHex(Digests.leaf(new byte[0])))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    static byte[] bytes(StoredEvent event) {
        return StoredEventFormat.bytes(event.position(), event.recordedAt(), StoredEventFormat.rest(event.event()));
    }

    private static EventType type(String name) {
        return EventTypes.named(name).orElseThrow();
    }

    private static String golden(String type) {
        return resource(type + ".json");
    }

    private static Map<String, String> leaves() {
        var leaves = new TreeMap<String, String>();
        resource("leaves.txt").lines().forEach(line -> {
            String[] parts = line.split(" ");
            leaves.put(parts[0], parts[1]);
        });
        return leaves;
    }

    private static String resource(String name) {
        try (InputStream file = GoldenTest.class.getResourceAsStream("/golden/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(name, unreadable);
        }
    }
}
