package hoso.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DemoReportsTest {

    @Test
    void there_are_five_and_the_province_comes_first() {
        assertThat(DemoReports.all())
                .extracting(DemoReport::unit)
                .containsExactly("H20", "H20.32", "H48", "H59.39", "H20.38");
    }

    @Test
    void each_asks_for_the_period_of_its_report() {
        assertThat(DemoReports.all())
                .filteredOn(report -> report.unit().equals("H20"))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.title()).contains("Đồng Tháp");
                    assertThat(report.from()).isEqualTo(LocalDate.of(2024, 2, 21));
                    assertThat(report.to()).isEqualTo(LocalDate.of(2024, 3, 20));
                    assertThat(report.by()).isEqualTo("unit");
                    assertThat(report.begin()).isEqualTo("2024-02-21T00:00:00+07:00");
                    assertThat(report.last()).isEqualTo("2024-03-20T23:59:59+07:00");
                });
    }
}
