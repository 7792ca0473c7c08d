package hoso.query.audit.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DossierNumberTest {

    private static final LocalDate DAY = LocalDate.of(2023, 10, 27);

    @Test
    void is_read_off_both_forms_of_an_id() {
        assertThat(DossierNumber.of("000.00.06.H56-231027-0361"))
                .contains(new DossierNumber("000.00.06.H56", DAY, 361, 4));
        assertThat(DossierNumber.of("H56.14-231027-00361")).contains(new DossierNumber("H56.14", DAY, 361, 5));
        assertThat(DossierNumber.of("H56:H56.14-231027-0361")).contains(new DossierNumber("H56:H56.14", DAY, 361, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "H56.14-231327-0001",
                "H56.14-240231-0005",
                "H56.14-230229-0001",
                "H56.14-231027-001",
                "H56.14-231027-000001",
                "H56.14",
                "-231027-0001"
            })
    void other_ids_have_no_number(String id) {
        assertThat(DossierNumber.of(id)).isEmpty();
    }

    @Test
    void the_29th_of_february_is_a_day_of_leap_years() {
        assertThat(DossierNumber.of("H56.14-240229-0001").map(DossierNumber::day))
                .contains(LocalDate.of(2024, 2, 29));
    }

    @Test
    void a_day_misses_what_was_not_seen_below_its_highest() {
        NumberedDay day = day("H56.14-231027-0002", "H56.14-231027-0005", "H56.14-231027-00007");
        assertThat(day.highest()).isEqualTo(7);
        assertThat(day.unseen()).isEqualTo(4);
        assertThat(day.unseen(3)).containsExactly(1, 3, 4);
        assertThat(day.ids(6)).containsExactly("H56.14-231027-0006", "H56.14-231027-00006");
    }

    @Test
    void a_day_without_holes_misses_nothing() {
        assertThat(day("H56.14-231027-0001", "H56.14-231027-0002").unseen()).isZero();
    }

    private static NumberedDay day(String... ids) {
        NumberedDay day = new NumberedDay(DossierNumber.of(ids[0]).orElseThrow());
        for (String id : ids) day.add(DossierNumber.of(id).orElseThrow());
        return day;
    }
}
