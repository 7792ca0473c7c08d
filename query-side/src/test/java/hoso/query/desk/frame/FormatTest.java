package hoso.query.desk.frame;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.desk.ask.TypedMoment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How numbers, times and addresses are written and read. */
class FormatTest {

    private static final Format VI = new Format(Language.VI);
    private static final Format EN = new Format(Language.EN);

    @Test
    void thousands_and_decimals_are_written_as_each_language_does() {
        assertThat(VI.number(1_234_567)).isEqualTo("1.234.567");
        assertThat(EN.number(1_234_567)).isEqualTo("1,234,567");
        assertThat(VI.rate(new BigDecimal("99.7"))).isEqualTo("99,70");
        assertThat(EN.decimal(new BigDecimal("5.05"))).isEqualTo("5.05");
        assertThat(VI.signed(-1_000)).isEqualTo("−1.000");
        assertThat(VI.signed(new BigDecimal("0.5"))).isEqualTo("+0,5");
        assertThat(VI.signed(0)).isEqualTo("0");
    }

    @Test
    void times_are_those_of_viet_nam() {
        var evening = Instant.parse("2026-03-05T18:30:05Z");
        assertThat(VI.exact(evening)).isEqualTo("01:30:05 06/03/2026");
        assertThat(Format.field(evening)).isEqualTo("2026-03-06T01:30:05");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-03-20T17:00:00+07:00", "412345", "2024-03-20T10:00:00.123456Z", "hôm qua", ""})
    void what_a_field_shows_of_a_moment_is_typed_back_as_the_same(String moment) {
        assertThat(TypedMoment.of(Format.typable(moment))).isEqualTo(moment);
    }

    @Test
    void a_moment_is_a_position_or_a_time() {
        assertThat(Format.typable("2024-03-20T10:00:00Z")).isEqualTo("17:00:00 20/03/2024");
        assertThat(VI.upTo("412345")).isEqualTo("sự kiện số 412.345");
        assertThat(EN.upTo("2024-03-20T10:00:00Z")).isEqualTo("17:00:00 20/03/2024");
        assertThat(VI.upTo("hôm qua")).isEqualTo("hôm qua");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T23:59:59-18:00", "-999999999-01-01T00:00:00+18:00"})
    void a_time_beyond_all_time_is_shown_as_it_is(String moment) {
        assertThat(Format.typable(moment)).isEqualTo(moment);
        assertThat(VI.upTo(moment)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({"PT40H24M47S, 40 giờ 24 phút", "PT8H, 8 giờ", "PT5M3S, 5 phút", "PT9S, 9 giây", "PT5486H12M, 5.486 giờ"
    })
    void a_span_is_as_exact_as_anybody_reads(String span, String told) {
        assertThat(VI.span(Duration.parse(span))).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/bao-cao?unit=H20&from=2024-02-21", "/ho-so/H20.01-240227-0002"})
    void an_address_of_ours_is_followed(String address) {
        assertThat(LocalAddress.of(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "javascript:alert(1)",
                "",
                "bao-cao",
                "/ x"
            })
    void any_other_leads_to_the_first_page(String address) {
        assertThat(LocalAddress.of(address)).isEqualTo("/");
    }
}
