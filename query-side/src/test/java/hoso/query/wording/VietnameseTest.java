package hoso.query.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VietnameseTest {

    @Test
    void thousands_have_a_dot_and_decimals_a_comma() {
        assertThat(Vietnamese.count(92_958)).isEqualTo("92.958");
        assertThat(Vietnamese.count(-1_234_567)).isEqualTo("-1.234.567");
        assertThat(Vietnamese.percent(new BigDecimal("91.84"))).isEqualTo("91,84%");
        assertThat(Vietnamese.percent(new BigDecimal("93.5"))).isEqualTo("93,50%");
        assertThat(Vietnamese.percent(new BigDecimal("100"))).isEqualTo("100,00%");
    }

    @Test
    void small_counts_have_a_zero_before_them_in_sentences_alone() {
        assertThat(Vietnamese.inSentence(0L)).isEqualTo("00");
        assertThat(Vietnamese.inSentence(9L)).isEqualTo("09");
        assertThat(Vietnamese.inSentence(10L)).isEqualTo("10");
        assertThat(Vietnamese.inTable(6L)).isEqualTo("6");
        assertThat(Vietnamese.inSentence(null)).isEqualTo("–");
    }

    @Test
    void money_is_said_rounded() {
        assertThat(Vietnamese.dong(32_800_000_000L)).isEqualTo("32,8 tỷ đồng");
        assertThat(Vietnamese.dong(19_500_000_000L)).isEqualTo("19,5 tỷ đồng");
        assertThat(Vietnamese.dong(20_000_000_000L)).isEqualTo("20 tỷ đồng");
        assertThat(Vietnamese.dong(999_960_000L)).isEqualTo("1 tỷ đồng");
        assertThat(Vietnamese.dong(12_345_678L)).isEqualTo("12,3 triệu đồng");
        assertThat(Vietnamese.dong(120_000L)).isEqualTo("120.000 đồng");
    }

    @Test
    void dates_are_those_of_nghi_dinh_30() {
        assertThat(Vietnamese.date(LocalDate.of(2024, 2, 21))).isEqualTo("21/02/2024");
        assertThat(Vietnamese.date(LocalDate.of(2024, 3, 20))).isEqualTo("20/3/2024");
        assertThat(Vietnamese.dateInWords(LocalDate.of(2024, 3, 5))).isEqualTo("ngày 05 tháng 3 năm 2024");
        assertThat(Vietnamese.moment(Instant.parse("2024-03-19T17:05:00Z")))
                .isEqualTo("00 giờ 05 phút ngày 20 tháng 3 năm 2024");
    }

    @Test
    void working_time_is_told_in_days_of_its_calendar_and_to_the_second() {
        Duration day = Duration.ofHours(8);
        assertThat(Vietnamese.workingTime(Duration.ofHours(24), day)).isEqualTo("3 ngày làm việc");
        assertThat(Vietnamese.workingTime(Duration.ofMinutes(26 * 60 + 15), day))
                .isEqualTo("3 ngày làm việc 2 giờ 15 phút");
        assertThat(Vietnamese.workingTime(Duration.ofMinutes(450), day)).isEqualTo("7 giờ 30 phút làm việc");
        assertThat(Vietnamese.workingTime(Duration.ofSeconds(24 * 60 + 47), day))
                .isEqualTo("24 phút 47 giây làm việc");
        assertThat(Vietnamese.workingTime(Duration.ofMillis(7), day)).isEqualTo("chưa đến 1 giây làm việc");
        assertThat(Vietnamese.workingTime(Duration.ZERO, day)).isEqualTo("0 giờ");
        assertThat(Vietnamese.elapsed(Duration.ofMinutes(2 * 24 * 60 + 20))).isEqualTo("2 ngày 20 phút");
        assertThat(Vietnamese.elapsed(Duration.ofSeconds(61))).isEqualTo("1 phút 1 giây");
    }

    @Test
    void names_stand_in_the_order_of_the_alphabet() {
        assertThat(Stream.of(
                                "Y tế dự phòng",
                                "Đất đai",
                                "Dân tộc",
                                "Bưu chính",
                                "Bảo trợ xã hội",
                                "Hộ tịch",
                                "Hóa chất",
                                "Điện lực")
                        .sorted(Vietnamese.ALPHABET))
                .containsExactly(
                        "Bảo trợ xã hội",
                        "Bưu chính",
                        "Dân tộc",
                        "Đất đai",
                        "Điện lực",
                        "Hóa chất",
                        "Hộ tịch",
                        "Y tế dự phòng");
    }
}
