package hoso.house;

import static hoso.edge.ProblemCode.MALFORMED;
import static hoso.edge.ProblemCode.MEDIA_TYPE;
import static hoso.edge.ProblemCode.TOO_LARGE;

import hoso.edge.ProblemCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A calendar that is supposed is judged like one that is published; what it would move: {@link LateCalendarTest}. */
@InSharedHouse
class SupposedCalendarTest {

    private static final String PATH = "/api/v1/calendars/2026/affected";
    private static final String JSON = "application/json";

    private static Wire wire;

    @BeforeAll
    static void open() {
        wire = new Wire(SharedHouse.house());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                        | MALFORMED
            {"holidays":[]}                                                           | MALFORMED
            {"holidays":["31/02/2026"],"makeUpDays":[]}                               | MALFORMED
            {"holidays":["2025-01-01"],"makeUpDays":[]}                               | MALFORMED
            {"hours":[["08:00"]],"holidays":[],"makeUpDays":[]}                       | MALFORMED
            {"hours":[["13:00","12:00"]],"holidays":[],"makeUpDays":[]}               | MALFORMED
            {"holidays":[],"makeUpDays":[],"weekends":[]}                             | UNKNOWN_PROPERTY
            []                                                                        | MALFORMED
            null                                                                      | MALFORMED
            {"holidays"                                                               | MALFORMED
            """)
    void what_could_not_be_published_is_refused(String body, ProblemCode code) {
        wire.post(PATH, JSON, Wire.bytes(body), wire.admin()).isProblem(code);
    }

    @Test
    void a_body_is_json_and_of_bounded_size_and_the_year_one_that_there_is() {
        String calendar = "{\"holidays\":[],\"makeUpDays\":[]}";

        wire.post(PATH, JSON, new byte[0], wire.admin()).isProblem(MALFORMED);
        wire.post(PATH, "text/plain", Wire.bytes(calendar), wire.admin()).isProblem(MEDIA_TYPE);
        wire.post(PATH, JSON, new byte[70_000], wire.admin()).isProblem(TOO_LARGE);
        wire.post(PATH + "?unit=H20", JSON, Wire.bytes(calendar), wire.admin()).isProblem(MALFORMED);
        wire.post("/api/v1/calendars/1889/affected", JSON, Wire.bytes(calendar), wire.admin())
                .isProblem(MALFORMED);
    }
}
