package hoso.event.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValueKindTest {

    /** Letters, marks and digits in ASCII and beyond, and the neighbours of their ranges. */
    private static final String CHARACTERS = "azAZ09._-@[`{/:, \n\0éĐ٣Ａ😀";

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @Test
    void a_code_has_at_most_64_characters() {
        for (int length = 0; length <= 66; length++) assertAgreesWithThePattern("H".repeat(length), 0);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_code_is_what_the_pattern_of_the_schemas_describes(long seed) {
        var random = new SplittableRandom(seed);
        for (int count = 0; count < 500; count++) {
            var text = new StringBuilder();
            int range = random.nextBoolean() ? 8 : CHARACTERS.length();
            for (int left = random.nextInt(6); left > 0; left--) text.append(CHARACTERS.charAt(random.nextInt(range)));
            assertAgreesWithThePattern(text.toString(), seed);
        }
    }

    private static void assertAgreesWithThePattern(String text, long seed) {
        assertThat(ValueKind.isCode(text))
                .as("seed %d, '%s'", seed, text)
                .isEqualTo(ValueKind.CODE.matcher(text).matches());
    }
}
