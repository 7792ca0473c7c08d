package hoso.event.wire;

import static hoso.event.wire.Unfit.assertMalformed;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class StrictJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\":1",
                "{\"a\":1}}",
                "{\"a\":1}{\"b\":2}",
                "{\"a\":1} x",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\x\"}",
                "/* c */ {}",
                "\uFEFF{}",
            })
    void what_is_no_json_or_more_than_one_value_is_malformed(String text) {
        assertMalformed(text, () -> read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":1}", "{\"o\":{\"a\":1,\"b\":2,\"a\":3}}", "[{\"a\":1,\"\\u0061\":1}]"})
    void a_key_stands_once_in_its_object_at_every_depth(String text) {
        assertMalformed(text, () -> read(text));
    }

    @Test
    void the_same_key_may_stand_in_two_objects() {
        assertThat(read("[{\"a\":1},{\"a\":2}]").size()).isEqualTo(2);
    }

    @Test
    void sixteen_levels_are_deep_enough() {
        assertThat(read("[".repeat(16) + "]".repeat(16)).isArray()).isTrue();
        assertMalformed("17 deep", () -> read("[".repeat(17) + "]".repeat(17)));
        assertMalformed("a depth bomb", () -> read("{\"a\":".repeat(100_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\u0000\"",
                "{\"a\":\"x\\u0000\"}",
                "{\"a\\u0000\":1}",
                "[[\"\\u0000\"]]",
                "\"\0\"",
            })
    void the_nul_character_is_malformed_wherever_it_stands(String text) {
        assertMalformed(text, () -> read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud83d\"",
                "\"\\ude00\"",
                "\"\\ude00\\ud83d\"",
                "\"\\ud83dx\"",
                "\"\\ud83d\\ud83d\\ude00\"",
                "{\"\\ud83d\":1}",
                "[{\"a\":\"x\\udfff\"}]",
            })
    void half_of_a_surrogate_pair_is_malformed(String text) {
        assertMalformed(text, () -> read(text));
    }

    @Test
    void a_whole_surrogate_pair_is_a_character() {
        assertThat(read("\"\\ud83d\\ude00 và \\ud83d\\ude00\"").stringValue()).isEqualTo("😀 và 😀");
        assertThat(read("\"😀\"").stringValue()).isEqualTo("😀");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ff", // no byte of UTF-8
                "c3", // a character broken off
                "c080", // an overlong NUL
                "eda080", // a surrogate in UTF-8
                "f4908080", // beyond U+10FFFF
            })
    void invalid_utf_8_is_malformed(String hex) {
        var bytes = new ByteArrayOutputStream();
        bytes.write('"');
        bytes.writeBytes(HexFormat.of().parseHex(hex));
        bytes.write('"');

        assertMalformed(hex, () -> StrictJson.read(bytes.toByteArray()));
    }

    @Test
    void other_encodings_of_json_are_malformed() {
        assertMalformed("UTF-16", () -> StrictJson.read("{}".getBytes(StandardCharsets.UTF_16)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e401",
                "1e-401",
                "1e2147483647",
                "10e2147483647",
                "1e2147483648",
                "1e-2147483648",
                "0e999999999",
                "0.0e-2147483647",
                "1e99999999999999",
            })
    void a_number_whose_digits_would_fill_the_memory_is_malformed(String number) {
        assertMalformed(number, () -> read("{\"a\":[" + number + "]}"));
    }

    @Test
    void a_number_has_at_most_64_characters() {
        assertThat(read("9".repeat(64)).isIntegralNumber()).isTrue();
        assertMalformed("65 digits", () -> read("9".repeat(65)));
        assertMalformed("65 digits of a fraction", () -> read("0." + "1".repeat(65)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1.5", "1e400", "true", "null", "\"x\"", "[]", " {\"a\" : [1, 2]}\n"})
    void every_json_value_is_read(String text) {
        assertThat(read(text)).isNotNull();
    }

    private static JsonNode read(String text) {
        return StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
