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
}
