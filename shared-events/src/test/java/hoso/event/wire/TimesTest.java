package hoso.event.wire;

import static hoso.event.wire.Unfit.assertMalformed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "2024-03-04T08:00:00+07:00,        2024-03-04T01:00:00Z",
        "2024-03-04T08:00:00Z,             2024-03-04T08:00:00Z",
        "2024-03-04t08:00:00z,             2024-03-04T08:00:00Z",
        "2024-03-04T08:00:00-00:00,        2024-03-04T08:00:00Z",
        "2024-03-04T08:00:00-03:30,        2024-03-04T11:30:00Z",
        "2024-03-04T08:00:00.5+07:00,      2024-03-04T01:00:00.5Z",
        "2024-03-04T08:00:00.123456+07:00, 2024-03-04T01:00:00.123456Z",
        "2024-03-04T08:00:00.123456000Z,   2024-03-04T08:00:00.123456Z",
        "2024-02-29T23:59:59.999999+07:00, 2024-02-29T16:59:59.999999Z",
        "1990-01-01T00:00:00+07:00,        1989-12-31T17:00:00Z",
        "2100-12-31T23:59:59.999999+07:00, 2100-12-31T16:59:59.999999Z",
    })
    void a_time_has_an_offset_and_at_most_microseconds(String text, Instant instant) {
        assertThat(Times.instant("time", text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024-03-04",
                "2024-03-04T08:00:00",
                "2024-03-04T08:00Z",
                "2024-03-04 08:00:00Z",
                "2024-03-04T08:00:00+7:00",
                "2024-03-04T08:00:00+0700",
                "2024-03-04T08:00:00+07:60",
                "2024-03-04T08:00:00+19:00",
                "2024-03-04T08:00:00+07:00[Asia/Ho_Chi_Minh]",
                "2024-03-04T08:00:00Z ",
                " 2024-03-04T08:00:00Z",
                "2024-03-04T08:00:00.Z",
                "2024-03-04T08:00:00.",
                "2024-03-04T08:00:00,5Z",
                "2024-03-04T08:00:00.1234567Z",
                "2024-03-04T08:00:00.000000001Z",
                "2024-03-04T08:00:00.1234560000Z",
                "2024-02-30T08:00:00Z",
                "2023-02-29T08:00:00Z",
                "2024-13-04T08:00:00Z",
                "2024-03-00T08:00:00Z",
                "2024-03-04T24:00:00Z",
                "2024-03-04T08:60:00Z",
                "2024-03-04T08:00:60Z",
                "+2024-03-04T08:00:00Z",
                "20240304T080000Z",
                "٢٠٢٤-03-04T08:00:00Z",
                "1989-12-31T23:59:59.999999+07:00",
                "2101-01-01T00:00:00+07:00",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
            })
    void any_other_text_is_no_time(String text) {
        assertMalformed(text, () -> Times.instant("time", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-03-04T08:00:00Z",
                "2024-03-04T08:00:00.100Z",
                "2024-03-04T08:00:00.000001Z",
                "1989-01-01T00:00:00Z",
                "2110-12-31T10:00:00Z",
            })
    void what_the_product_wrote_it_reads_back_whatever_the_year(String text) {
        assertThat(Times.own(Times.utc(Instant.parse(text)))).isEqualTo(Instant.parse(text));
    }

    @Test
    void the_years_are_those_of_local_dates() {
        assertThat(Times.instant("time", "1989-12-31T17:00:00Z")).isEqualTo(Instant.parse("1989-12-31T17:00:00Z"));
        assertMalformed("one second before", () -> Times.instant("time", "1989-12-31T16:59:59Z"));
    }

    @ParameterizedTest
    @CsvSource({"2024-02-29", "1990-01-01", "2100-12-31"})
    void a_date_is_ten_characters(String text) {
        assertThat(Times.date("validFrom", text)).isEqualTo(LocalDate.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024-2-29",
                "2023-02-29",
                "2024-02-29T00:00:00Z",
                "29/02/2024",
                "2024/02/28",
                "20240228xx",
                "2024-02-2x",
                "1899-12-31",
                "2101-01-01",
            })
    void any_other_text_is_no_date(String text) {
        assertMalformed(text, () -> Times.date("validFrom", text));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_time_is_written_as_the_jdk_writes_it(long seed) {
        var random = new SplittableRandom(seed);
        int[] fractions = {1, 1_000, 1_000_000, 1_000_000_000};
        for (int count = 0; count < 50; count++) {
            int unit = fractions[random.nextInt(fractions.length)];
            Instant instant = Instant.ofEpochSecond(
                    random.nextLong(-40_000_000_000L, 300_000_000_000L),
                    random.nextInt(1_000_000_000 / unit) * (long) unit);

            assertThat(Times.utc(instant)).as("seed %d", seed).isEqualTo(instant.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_time_is_what_the_jdk_reads(long seed) {
        var random = new SplittableRandom(seed);
        for (int count = 0; count < 50; count++) {
            Instant instant = Instant.ofEpochSecond(
                    random.nextLong(631_200_000L, 4_133_800_000L), random.nextInt(1_000_000) * 1_000L);
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(random.nextInt(-18 * 60, 18 * 60 + 1) * 60);
            String text = OffsetDateTime.ofInstant(instant, offset).toString();
            // The JDK leaves out seconds that are 0.
            if (text.indexOf(':', 14) < 0 || text.matches(".*T\\d\\d:\\d\\d[Z+-].*")) continue;

            assertThat(Times.instant("time", text))
                    .as("seed %d, %s", seed, text)
                    .isEqualTo(instant);
        }
    }

    @Test
    void a_message_bears_no_more_than_sixty_characters_of_what_came() {
        assertThat(Times.shortened("x".repeat(60))).isEqualTo("x".repeat(60));
        assertThat(Times.shortened("x".repeat(10_000))).isEqualTo("x".repeat(60) + "…");
    }
}
