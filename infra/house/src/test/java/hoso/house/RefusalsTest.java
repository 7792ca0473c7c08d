package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.ProblemCode;
import hoso.edge.Role;
import hoso.house.Refusals.Refused;
import hoso.testkit.database.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every code of the contract's table, asked for over HTTP; an event's also in a batch and in a stream. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsTest {

    private static final String REPORT = "/api/v1/report?unit=F.A.1&from=2026-03-01&to=2026-03-31";
    private static final int POSITION_NEVER_REACHED = 1_000_000;

    /** Long enough that no sender of a loaded machine stalls, short enough to wait for. */
    private static final String STALLED_AFTER = "4s";

    /** Its own, since damaging a dossier is among what is asked for. */
    private TestDatabase database;

    private RunningHouse house;
    private Wire wire;
    private Province province;
    private List<Refused> refusals;
    private String token;
    private JsonNode document;
    private Map<ProblemCode, Request> requests;

    /**
     * A request that is refused.
     *
     * @param endpoint where the OpenAPI document names the refusal; empty where no operation can
     */
    private record Request(String endpoint, Supplier<Reply> reply) {}

    @BeforeAll
    void prepare() {
        database = TestDatabase.fresh();
        house = RunningHouse.on(database, Map.of("hoso.sender-stalled-after", STALLED_AFTER));
        wire = new Wire(house);
        province = Province.found("F", wire);
        token = wire.token(Role.REGISTRAR, province.districtA());
        refusals = Refusals.in(province);
        document = wire.get("/v3/api-docs", "").isOk().json();
        requests = requests();
    }

    @AfterAll
    void close() {
        house.close();
        database.close();
    }

    private Map<ProblemCode, Request> requests() {
        String admin = wire.admin();
        // slow ones are begun at once, and waited for when they are looked at
        Supplier<Reply> notYet = begun(() -> wire.get(REPORT + "&minPosition=" + POSITION_NEVER_REACHED, admin));
        Supplier<Reply> stalled = begun(() -> stalled(Wire.ONE, "{"));
        return Map.of(
                ProblemCode.UNAUTHORIZED, request("get /api/v1/report", () -> wire.get(REPORT, "")),
                ProblemCode.NOT_FOUND, request("", () -> wire.get("/api/v1/nowhere", admin)),
                ProblemCode.NO_SUCH_UNIT,
                        request("get /api/v1/report", () -> wire.get(REPORT.replace("F.A.1", "F.nowhere"), admin)),
                ProblemCode.NO_SUCH_DOSSIER,
                        request("get /api/v1/dossiers/{id}", () -> wire.get("/api/v1/dossiers/F-none", admin)),
                ProblemCode.METHOD, request("", () -> wire.ask("DELETE", "/api/v1/events", admin)),
                ProblemCode.NOT_ACCEPTABLE,
                        request("get /api/v1/report", () -> wire.get(REPORT, admin, "Accept: text/csv")),
                ProblemCode.MEDIA_TYPE,
                        request(
                                "post /api/v1/events",
                                () -> wire.post("/api/v1/events", "text/plain", new byte[2], admin)),
                ProblemCode.STALLED, request("post /api/v1/events", stalled),
                ProblemCode.PARKED, request("get /api/v1/dossiers/{id}", this::parked),
                ProblemCode.NOT_YET, request("get /api/v1/report", notYet));
    }

    private static Request request(String endpoint, Supplier<Reply> reply) {
        return new Request(endpoint, reply);
    }

    private static Supplier<Reply> begun(Supplier<Reply> reply) {
        return CompletableFuture.supplyAsync(reply, Thread::startVirtualThread)::join;
    }

    /** Sends the beginning of a body, and then nothing. */
    private Reply stalled(String type, String beginning) {
        try (Socket socket = wire.connect()) {
            String head = wire.head("POST", "/api/v1/events", token) + "Content-Type: " + type
                    + "\r\nContent-Length: 1000\r\n\r\n";
            socket.getOutputStream().write(Wire.bytes(head + beginning));
            return Wire.read(socket.getInputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Reply parked() {
        DamagedStore.undecided(database, "F-sick", 1);
        String sick = province.receive("sick", province.communeA());
        province.publish(Province.closed(sick, Event.MONDAY));
        return wire.get("/api/v1/dossiers/" + sick, wire.admin());
    }

    /** What is not asked for here: the database is away in {@link DatabaseAwayTest}, and nothing leads to the last. */
    @Test
    void no_code_is_left_out() {
        Set<ProblemCode> asked = EnumSet.of(ProblemCode.UNAVAILABLE, ProblemCode.INTERNAL);
        asked.addAll(requests.keySet());
        refusals.forEach(refused -> asked.add(refused.code()));

        assertThat(asked).isEqualTo(EnumSet.allOf(ProblemCode.class));
    }

    List<Refused> refusals() {
        return refusals;
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_single_event_is_answered_with_a_problem(Refused refused) {
        Reply reply = wire.publish(refused.event(), token).isProblem(refused.code());

        assertThat(reply.json().propertyNames()).containsAll(refused.facts());
        for (String fact : refused.facts())
            assertThat(reply.json().get(fact).asString()).as(fact).isNotBlank();
        assertDocumented("post /api/v1/events", refused.code());
    }

    Set<ProblemCode> requestCodes() {
        return requests.keySet();
    }

    @ParameterizedTest
    @MethodSource("requestCodes")
    void a_request_is_answered_with_a_problem(ProblemCode code) {
        requests.get(code).reply().get().isProblem(code);

        if (!requests.get(code).endpoint().isEmpty())
            assertDocumented(requests.get(code).endpoint(), code);
    }

    private void assertDocumented(String endpoint, ProblemCode code) {
        String[] words = endpoint.split(" ");
        JsonNode codes = document.at("/paths/" + words[1].replace("/", "~1") + "/" + words[0] + "/responses/"
                + code.status() + "/content/application~1problem+json/schema/properties/code/enum");
        assertThat(codes.valueStream().map(JsonNode::asString)).as(endpoint).contains(code.code());
    }

    @Test
    void a_method_that_is_not_allowed_is_told_which_are() {
        assertThat(wire.ask("DELETE", "/api/v1/events", wire.admin()).headers()).containsEntry("allow", "POST");
        assertThat(wire.post("/api/v1/status", "text/plain", new byte[0], wire.admin())
                        .headers()
                        .get("allow"))
                .contains("GET");
    }

    @Test
    void a_stream_lists_every_refusal_and_goes_on() {
        List<Event> events = refusals.stream().map(Refused::event).toList();
        String lines = events.stream().map(Event::json).collect(Collectors.joining("\n"));

        assertListed(wire.post("/api/v1/events", Wire.STREAM, Wire.bytes(lines), token));
    }

    @Test
    void so_does_a_batch() {
        String array =
                refusals.stream().map(refused -> refused.event().json()).collect(Collectors.joining(",", "[", "]"));

        assertListed(wire.post("/api/v1/events", Wire.BATCH, Wire.bytes(array), token));
    }

    private void assertListed(Reply reply) {
        JsonNode answer = reply.isOk().json();
        assertThat(answer.get("accepted").intValue() + answer.get("duplicates").intValue())
                .isZero();
        assertThat(answer.get("rejected").intValue()).isEqualTo(refusals.size());
        assertThat(answer.get("lastLine").intValue()).isEqualTo(refusals.size());
        for (int line = 1; line <= refusals.size(); line++) {
            JsonNode rejection = answer.get("rejections").get(line - 1);
            Refused refused = refusals.get(line - 1);
            assertThat(rejection.get("line").intValue()).isEqualTo(line);
            assertThat(rejection.get("code").asString())
                    .isEqualTo(refused.code().code());
            assertThat(rejection.get("detail").asString()).isNotBlank();
            if (refused.code() != ProblemCode.TOO_LARGE)
                assertThat(rejection.get("id").asString())
                        .isEqualTo(refused.event().id());
        }
    }

    @Test
    void a_stream_that_stalls_is_told_how_far_it_was_judged() {
        Event first = Event.of("dossier.notified", "F-dossier", "by", "SMS", "about", "OTHER");
        Event second = first.with("id", "stalled").withData("by", "PIGEON");

        Reply reply = stalled(Wire.STREAM, first.json() + "\n" + second.json() + "\n{\"half")
                .isProblem(ProblemCode.STALLED);

        assertThat(reply.json().get("accepted").intValue()).isEqualTo(1);
        assertThat(reply.json().get("rejected").intValue()).isEqualTo(1);
        assertThat(reply.json().get("lastLine").intValue()).isEqualTo(2);
        assertThat(wire.publish(first, token).isOk().json().get("status").asString())
                .isEqualTo("duplicate");
    }

    @Test
    void a_batch_is_bounded_in_number_and_bytes_and_is_an_array() {
        String event = "{\"id\":\"x\"}";
        String many = "[" + (event + ",").repeat(1_000) + event + "]";
        wire.post("/api/v1/events", Wire.BATCH, Wire.bytes(many), token).isProblem(ProblemCode.TOO_LARGE);
        wire.post("/api/v1/events", Wire.BATCH, new byte[(8 << 20) + 1], token).isProblem(ProblemCode.TOO_LARGE);
        wire.post("/api/v1/events", Wire.BATCH, Wire.bytes(event), token).isProblem(ProblemCode.MALFORMED);
        wire.post("/api/v1/events", Wire.BATCH, Wire.bytes("[" + event), token).isProblem(ProblemCode.MALFORMED);
        assertThat(wire.post("/api/v1/events", Wire.BATCH, Wire.bytes("[]"), token)
                        .isOk()
                        .json()
                        .get("lastLine")
                        .intValue())
                .isZero();
    }
}
