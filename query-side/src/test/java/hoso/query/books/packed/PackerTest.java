package hoso.query.books.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackerTest {

    @Test
    void the_ends_of_what_a_number_can_be_come_back() {
        long[] numbers = {0, 1, -1, 127, 128, -64, -65, 1L << 62, Long.MAX_VALUE, Long.MIN_VALUE};
        var packer = new Packer();
        for (long number : numbers) packer.whole(number).signed(number);
        var unpacker = new Unpacker(packer.bytes());
        for (long number : numbers) {
            assertThat(unpacker.whole()).isEqualTo(number);
            assertThat(unpacker.signed()).isEqualTo(number);
        }
        assertThat(unpacker.hasMore()).isFalse();
    }

    @Test
    void a_small_number_takes_one_byte() {
        assertThat(new Packer().whole(127).signed(-64).size()).isEqualTo(2);
    }

    @Test
    void texts_and_instants_come_back() {
        Instant before1970 = Instant.parse("1962-03-04T05:06:07.000008Z");
        var packer = new Packer()
                .text("Hộ tịch")
                .optionalText(null)
                .optionalText("")
                .instant(before1970)
                .optionalInstant(null)
                .optionalInstant(before1970);
        var unpacker = new Unpacker(packer.bytes());
        assertThat(unpacker.text()).isEqualTo("Hộ tịch");
        assertThat(unpacker.optionalText()).isNull();
        assertThat(unpacker.optionalText()).isEmpty();
        assertThat(unpacker.instant()).isEqualTo(before1970);
        assertThat(unpacker.optionalInstant()).isNull();
        assertThat(unpacker.optionalInstant()).isEqualTo(before1970);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32})
    void any_numbers_come_back(long seed) {
        var random = new Random(seed);
        var packer = new Packer();
        for (int count = 0; count < 2_000; count++)
            packer.signed(random.nextLong() >> random.nextInt(64)).raw(new byte[count % 300]);
        random.setSeed(seed);
        var unpacker = new Unpacker(packer.bytes());
        for (int count = 0; count < 2_000; count++) {
            assertThat(unpacker.signed()).isEqualTo(random.nextLong() >> random.nextInt(64));
            assertThat(unpacker.raw()).hasSize(count % 300);
        }
    }
}
