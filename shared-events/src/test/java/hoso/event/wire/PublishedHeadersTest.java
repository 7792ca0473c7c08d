package hoso.event.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({"position", "origin", "leaf"})
    void are_none_where_one_is_missing(String name) {
        var bytes = new HashMap<>(HEADERS.asBytes());
        bytes.remove(name);

        assertThat(PublishedHeaders.of(bytes::get)).isEmpty();
    }
}
