package hoso.query.desk.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.desk.frame.Frame;
import hoso.query.desk.frame.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fields of facts say, in words. */
class PropertyWordsTest {

    private static final Frame FRAME = new Frame(Language.VI, null, "", "", false);

    @ParameterizedTest
    @CsvSource({
        "received, channel, ONLINE, Trực tuyến",
        "received, unit, H20.12, H20.12",
        "received, dueAt, 2026-03-05T03:00:00Z, 10:00:00 05/03/2026",
        "received, dueAt, 2026-03-05T10:00:00+07:00, 10:00:00 05/03/2026",
        "received, dueAt, '', –",
        "result-issued, electronic, true, Có",
        "resolved, time, 2026-03-05T03:00:00Z, 10:00:00 05/03/2026",
        "forwarded, step, true, true",
        "forwarded, holder, OTHER, OTHER",
        "apology-issued, letterNo, 2026-03-05, 2026-03-05",
        "supplement-requested, reason, 2026-03-05T10:00:00Z, 2026-03-05T10:00:00Z",
        "supplement-requested, unheard-of, ONLINE, ONLINE"
    })
    void say_times_and_constants_as_people_write_them_and_words_as_they_are(
            String type, String property, String value, String told) {
        assertThat(PropertyWords.told("hoso.dossier." + type + ".v1", property, value, FRAME))
                .isEqualTo(told);
    }
}
