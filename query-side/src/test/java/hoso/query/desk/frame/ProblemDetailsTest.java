package hoso.query.desk.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a refusal is told to people; that its sentences are those which are said: {@link ProblemSentencesTest}. */
class ProblemDetailsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nobody has registered the unit H86                   | Đến thời điểm được hỏi, hệ thống chưa ghi nhận đơn vị nào mã H86
            no day, as 30/04/2026 is one: 31/02                  | “31/02” không phải là ngày; ngày viết như 30/04/2026
            data.reason is missing                               | Lý do còn để trống
            data.authority has 200 characters, not 1 to 128      | Thẩm quyền có 200 ký tự; được từ 1 đến 128 ký tự
            then what happened at 2024-03-05T01:00:00Z could not have been | Khi đó việc xảy ra lúc 08:00:00 05/03/2024 đã không thể có
            dueAt 2024-03-05T01:00:00Z is not after the receipt 2024-03-05T08:30+07:00 | Hạn 08:00:00 05/03/2024 không sau lúc tiếp nhận 08:30:00 05/03/2024
            there is no dossier X                                | Không có hồ sơ nào mã “X”
            """)
    void in_vietnamese_with_the_names_of_fields_and_times_of_viet_nam(String detail, String told) {
        assertThat(ProblemDetails.of(detail, Language.VI)).isEqualTo(new ProblemDetails.Told(told, Language.VI));
    }

    @Test
    void in_english_as_programs_are_told_but_for_the_times() {
        assertThat(ProblemDetails.of("then what happened at 2024-03-05T01:00:00Z could not have been", Language.EN))
                .isEqualTo(new ProblemDetails.Told(
                        "then what happened at 08:00:00 05/03/2024 could not have been", Language.EN));
    }

    @Test
    void a_sentence_that_is_not_known_says_that_it_is_english() {
        assertThat(ProblemDetails.of("the moon is in the way", Language.VI))
                .isEqualTo(new ProblemDetails.Told("the moon is in the way", Language.EN));
    }

    @Test
    void what_only_looks_like_a_time_stays() {
        assertThat(ProblemDetails.of("at 2024-99-99T99:99:99Z, no time", Language.VI)
                        .text())
                .isEqualTo("at 2024-99-99T99:99:99Z, no time");
    }

    @Test
    void what_somebody_typed_stays_though_it_is_called_as_a_field_or_holds_a_time() {
        assertThat(ProblemDetails.of("there is no dossier of", Language.VI).text())
                .isEqualTo("Không có hồ sơ nào mã “of”");
        assertThat(ProblemDetails.of("asOf is no time of RFC 3339 with an offset: to", Language.VI)
                        .text())
                .startsWith("“to” không phải là thời điểm");
        assertThat(ProblemDetails.of("no time: +99999-01-01T00:00:00+07:00", Language.VI)
                        .text())
                .startsWith("“+99999-01-01T00:00:00+07:00” ");
    }

    @Test
    void what_somebody_typed_is_no_template() {
        assertThat(ProblemDetails.of("no day, as 30/04/2026 is one: $1 {1} \\", Language.VI)
                        .text())
                .startsWith("“$1 {1} \\” không phải là ngày");
    }
}
