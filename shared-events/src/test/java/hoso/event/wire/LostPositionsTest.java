package hoso.event.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.wire.LostPositions.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LostPositionsTest {

    @Test
    void are_read_back_as_they_were_written() {
        var lost = new LostPositions(List.of(new Span(11, 15), new Span(30, 30)));
        assertThat(new String(lost.asBytes(), US_ASCII)).isEqualTo("11-15,30-30");
        assertThat(LostPositions.of(lost.asBytes())).isEqualTo(lost);
        assertThat(LostPositions.of(null)).isEqualTo(LostPositions.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "11", "11-", "15-11", "0-3", "1-2,", "1-2;3-4", "1-2, 3-4", "1-9999999999999999999"})
    void are_none_where_they_are_not_as_we_write_them(String header) {
        assertThat(LostPositions.of(header.getBytes(US_ASCII))).isEqualTo(LostPositions.NONE);
    }
}
