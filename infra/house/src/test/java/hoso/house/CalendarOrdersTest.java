package hoso.house;

import static hoso.edge.ProblemCode.FORBIDDEN;
import static hoso.edge.ProblemCode.MALFORMED;
import static hoso.edge.ProblemCode.MEDIA_TYPE;
import static hoso.edge.ProblemCode.TOO_LARGE;

import hoso.edge.ProblemCode;
import hoso.edge.Role;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An order to decide anew is judged like the events that it becomes, also where no dossier is affected; a calendar that is supposed
 * like one that is published. What they do: {@link LateCalendarTest}.
 */
@InSharedHouse
class CalendarOrdersTest {

    private static final String REDECIDE = "/api/v1/calendars/2026/redecide";
    private static final String AFFECTED = "/api/v1/calendars/2026/affected";
    private static final String JSON = "application/json";

    private static Wire wire;

    @BeforeAll
    static void open() {
        wire = new Wire(SharedHouse.house());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                              | MALFORMED
            {"reason":"x"}                                  | MALFORMED
            {"authority":"x"}                               | MALFORMED
            {"reason":1,"authority":"x"}                    | MALFORMED
            {"reason":"","authority":"x"}                   | MALFORMED
            {"reason":"x","reason":"y","authority":"x"}     | MALFORMED
            {"reason":"\\u0000","authority":"x"}            | MALFORMED
            {"reason":"x","authority":"x","note":"x"}       | UNKNOWN_PROPERTY
            []                                              | MALFORMED
            null                                            | MALFORMED
            {"reason"                                       | MALFORMED
            """)
    void what_would_make_no_event_is_refused(String body, ProblemCode code) {
        wire.post(REDECIDE, JSON, Wire.bytes(body), wire.admin()).isProblem(code);
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
        wire.post(AFFECTED, JSON, Wire.bytes(body), wire.admin()).isProblem(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {REDECIDE, AFFECTED})
    void a_body_is_json_and_of_bounded_size(String path) {
        wire.post(path, JSON, new byte[0], wire.admin()).isProblem(MALFORMED);
        wire.post(path, "text/plain", Wire.bytes("{}"), wire.admin()).isProblem(MEDIA_TYPE);
        wire.post(path, JSON, new byte[70_000], wire.admin()).isProblem(TOO_LARGE);
    }

    @Test
    void a_calendar_is_supposed_of_a_year_that_there_is_and_for_all_that_one_sees() {
        String calendar = "{\"holidays\":[],\"makeUpDays\":[]}";

        wire.post("/api/v1/calendars/1889/affected", JSON, Wire.bytes(calendar), wire.admin())
                .isProblem(MALFORMED);
        wire.post(AFFECTED + "?unit=H20", JSON, Wire.bytes(calendar), wire.admin())
                .isProblem(MALFORMED);
    }

    @Test
    void who_may_not_publish_under_our_source_is_told_so_at_once() {
        String token = wire.house().token(Role.ADMIN, Set.of("urn:other"), Set.of("*"));

        wire.post(REDECIDE, JSON, Wire.bytes("{\"reason\":\"x\",\"authority\":\"y\"}"), token)
                .isProblem(FORBIDDEN);
    }
}
