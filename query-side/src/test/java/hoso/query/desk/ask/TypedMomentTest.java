package hoso.query.desk.ask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How moments are typed. */
class TypedMomentTest {

    @ParameterizedTest
    @CsvSource({
        "17:00 20/03/2024, 2024-03-20T17:00:00+07:00",
        "8:05:09 5/3/2024, 2024-03-05T08:05:09+07:00",
        "20/03/2024 17:00, 2024-03-20T17:00:00+07:00",
        "20/03/2024, 2024-03-20T23:59:59+07:00",
        "31/02/2024, 31/02/2024",
        "25:00 20/03/2024, 25:00 20/03/2024",
        "17:00 20/03/2024 hay là, 17:00 20/03/2024 hay là",
        "20/3/2024 17h, 2024-03-20T17:00:00+07:00",
        "7h30 20/3/2024, 2024-03-20T07:30:00+07:00",
        "412345, 412345",
        "412.345, 412345",
        "'1,412,345', 1412345",
        "41.23, 41.23",
        "2024-03-20T10:00:00Z, 2024-03-20T10:00:00Z"
    })
    void a_time_is_taken_as_people_type_it_a_day_to_its_end_and_anything_else_is_left(String typed, String taken) {
        assertThat(TypedMoment.of(typed)).isEqualTo(taken);
    }
}
