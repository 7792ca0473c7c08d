package hoso.query.desk.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.desk.frame.Frame;
import hoso.query.desk.frame.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fields of facts say, in words. */
class FieldNamesTest {

    private static final Frame FRAME = new Frame(Language.VI, null, "", "", false);

    @ParameterizedTest
    @CsvSource({
        "'', –",
        "2026-03-05T03:00:00Z, 10:00:00 05/03/2026",
        "2026-03-05T10:00:00+07:00, 10:00:00 05/03/2026",
        "2026-03-05, 05/03/2026",
        "ONLINE, Trực tuyến",
        "true, Có",
        "H20.12, H20.12",
        "2026-02-30, 2026-02-30",
        "2026-99-99T99:99:99Z, 2026-99-99T99:99:99Z",
        "2026-03-05T10:00 ở huyện Z, 2026-03-05T10:00 ở huyện Z"
    })
    void say_times_and_days_as_people_write_them_and_words_as_they_are(String value, String told) {
        assertThat(FieldNames.told(value, FRAME)).isEqualTo(told);
    }
}
