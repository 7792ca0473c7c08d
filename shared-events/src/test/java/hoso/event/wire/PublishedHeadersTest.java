package hoso.event.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedHeadersTest {

    private static final PublishedHeaders HEADERS = new PublishedHeaders("H20", 412_345, Digests.leaf(new byte[0]));

    @Test
    void are_written_as_text() {
        var bytes = HEADERS.asBytes();

        assertThat(bytes.keySet()).containsExactly("position", "origin", "leaf");
        assertThat(new String(bytes.get("position"), US_ASCII)).isEqualTo("412345");
        assertThat(new String(bytes.get("origin"), US_ASCII)).isEqualTo("H20");
        assertThat(new String(bytes.get("leaf"), US_ASCII))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    @Test
    void are_read_as_they_were_written() {
        assertThat(PublishedHeaders.of(HEADERS.asBytes()::get)).contains(HEADERS);
    }

    @ParameterizedTest
    @CsvSource({
        "position, ''",
        "position, 0",
        "position, -1",
        "position, 1e3",
        "position, 9999999999999999999",
        "origin, ''",
        "origin, a b",
        "origin, ../H20",
        "leaf, ''",
        "leaf, 6e34",
        "leaf, 6E340B9C"
    })
    void are_none_where_one_is_not_as_it_is_written(String name, String value) {
        var bytes = new HashMap<>(HEADERS.asBytes());
        bytes.put(name, value.getBytes(US_ASCII));

        assertThat(PublishedHeaders.of(bytes::get)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void are_read_exactly_where_each_fits_its_pattern(long seed) {
        var random = new Random(seed);
        for (int time = 0; time < 3_000; time++) {
            var bytes = new HashMap<>(HEADERS.asBytes());
            bytes.replaceAll((name, value) -> random.nextInt(3) > 0 ? value : spoilt(value, random));
            boolean fit = PublishedHeaders.asPatterns().entrySet().stream()
                    .allMatch(form -> form.getValue()
                            .matcher(new String(bytes.get(form.getKey()), US_ASCII))
                            .matches());
            assertThat(PublishedHeaders.of(bytes::get).isPresent())
                    .as("seed %d, %s", seed, bytes)
                    .isEqualTo(fit);
        }
    }

    /** A byte more, less, or another; most are of those that some header may have. */
    private static byte[] spoilt(byte[] value, Random random) {
        int at = random.nextInt(value.length);
        byte other =
                random.nextInt(8) == 0 ? (byte) random.nextInt(256) : (byte) "0189afgAFZ._-".charAt(random.nextInt(13));
        var spoilt = new ByteArrayOutputStream();
        spoilt.write(value, 0, at);
        switch (random.nextInt(3)) {
            case 0 -> spoilt.write(other);
            case 1 -> {
                spoilt.write(other);
                spoilt.write(value[at]);
            }
            default -> {}
        }
        spoilt.write(value, at + 1, value.length - at - 1);
        return spoilt.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"position", "origin", "leaf"})
    void are_none_where_one_is_missing(String name) {
        var bytes = new HashMap<>(HEADERS.asBytes());
        bytes.remove(name);

        assertThat(PublishedHeaders.of(bytes::get)).isEmpty();
    }
}
