package hoso.query.desk.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How names are compared with what is typed. */
class UnitSearchTest {

    @ParameterizedTest
    @CsvSource({"Tỉnh Đồng Tháp, tinh dong thap", "ĐỒNG THÁP, dong thap", "Sở Nội vụ, so noi vu", "H20.01, h20.01"})
    void marks_and_capitals_do_not_matter(String name, String typed) {
        assertThat(UnitSearch.plain(name)).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource({
        "phuong 1, H20.32.01, Ủy ban nhân dân Phường 1, true",
        "phuong 1, H20.32.01, Ủy ban nhân dân Phường 2, false",
        "phường 1, H20.32.10, Ủy ban nhân dân Phường 10, true",
        "xa tan, H20.37.08, Ủy ban nhân dân xã Tân Huề, true",
        "h20.32, H20.32.01, Ủy ban nhân dân Phường 1, true",
        "32.01, H20.32.01, Ủy ban nhân dân Phường 1, true",
        "'', H20, Tỉnh Đồng Tháp, true"
    })
    void each_word_begins_one_of_the_name_or_stands_in_the_code(String typed, String code, String name, boolean found) {
        assertThat(UnitSearch.matches(UnitSearch.words(typed), code, name)).isEqualTo(found);
    }
}
