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

/** An order to decide anew is judged like the events that it becomes, also where no dossier is affected. */
@InSharedHouse
class RedecideOrderTest {

    private static final String PATH = "/api/v1/calendars/2026/redecide";
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
        wire.post(PATH, JSON, Wire.bytes(body), wire.admin()).isProblem(code);
    }

    @Test
    void a_body_is_json_and_of_bounded_size() {
        wire.post(PATH, JSON, new byte[0], wire.admin()).isProblem(MALFORMED);
        wire.post(PATH, "text/plain", Wire.bytes("{}"), wire.admin()).isProblem(MEDIA_TYPE);
        wire.post(PATH, JSON, new byte[70_000], wire.admin()).isProblem(TOO_LARGE);
    }

    @Test
    void who_may_not_publish_under_our_source_is_told_so_at_once() {
        String token = wire.house().token(Role.ADMIN, Set.of("urn:other"), Set.of("*"));

        wire.post(PATH, JSON, Wire.bytes("{\"reason\":\"x\",\"authority\":\"y\"}"), token)
                .isProblem(FORBIDDEN);
    }
}
