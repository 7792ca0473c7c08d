package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Caller;
import hoso.edge.ProblemCode;
import hoso.edge.Role;
import hoso.edge.Scope;
import hoso.edge.token.TokenIssuer;
import hoso.vocabulary.UnitRights;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may what: role × endpoint × unit. An endpoint that is added fails here until it is listed. */
@InSharedHouse
class RightsMatrixTest {

    /**
     * What each role is answered, {@code none} being a token that has no scope. Of the units: {@code own} is a holder of
     * the district of the commune asked about, {@code foreign} of the other district, {@code root} of the province,
     * {@code all} of {@code *}, {@code no} of none; {@code unknown} a holder of all that asks about what there is not,
     * {@code elsewhere} a holder of the other district that does.
     */
    private static final String MATRIX = """
            endpoint                                  | units     | publisher registrar reader auditor monitor admin none
            GET /api/v1/report                        | all       | 403 403 200 200 403 200 403
            GET /api/v1/report                        | root      | 403 403 200 200 403 200 403
            GET /api/v1/report                        | own       | 403 403 200 200 403 200 403
            GET /api/v1/report                        | foreign   | 403 403 403 403 403 403 403
            GET /api/v1/report                        | no        | 403 403 403 403 403 403 403
            GET /api/v1/report                        | unknown   | 403 403 404 404 403 404 403
            GET /api/v1/report                        | elsewhere | 403 403 403 403 403 403 403
            GET /api/v1/report/dossiers               | all       | 403 403 200 200 403 200 403
            GET /api/v1/report/dossiers               | root      | 403 403 200 200 403 200 403
            GET /api/v1/report/dossiers               | own       | 403 403 200 200 403 200 403
            GET /api/v1/report/dossiers               | foreign   | 403 403 403 403 403 403 403
            GET /api/v1/report/dossiers               | no        | 403 403 403 403 403 403 403
            GET /api/v1/report/dossiers               | unknown   | 403 403 404 404 403 404 403
            GET /api/v1/report/dossiers               | elsewhere | 403 403 403 403 403 403 403
            GET /api/v1/scoreboard                    | all       | 403 403 200 200 403 200 403
            GET /api/v1/scoreboard                    | root      | 403 403 200 200 403 200 403
            GET /api/v1/scoreboard                    | own       | 403 403 200 200 403 200 403
            GET /api/v1/scoreboard                    | foreign   | 403 403 403 403 403 403 403
            GET /api/v1/scoreboard                    | no        | 403 403 403 403 403 403 403
            GET /api/v1/scoreboard                    | unknown   | 403 403 404 404 403 404 403
            GET /api/v1/scoreboard                    | elsewhere | 403 403 403 403 403 403 403
            GET /api/v1/report/trend                  | all       | 403 403 200 200 403 200 403
            GET /api/v1/report/trend                  | own       | 403 403 200 200 403 200 403
            GET /api/v1/report/trend                  | foreign   | 403 403 403 403 403 403 403
            GET /api/v1/report/trend                  | unknown   | 403 403 404 404 403 404 403
            POST /api/v1/snapshots                    | all       | 403 403 403 403 403 201 403
            POST /api/v1/snapshots                    | own       | 403 403 403 403 403 201 403
            POST /api/v1/snapshots                    | foreign   | 403 403 403 403 403 403 403
            POST /api/v1/snapshots                    | no        | 403 403 403 403 403 403 403
            POST /api/v1/snapshots                    | unknown   | 403 403 403 403 403 404 403
            POST /api/v1/snapshots                    | elsewhere | 403 403 403 403 403 403 403
            GET /api/v1/snapshots                     | any       | 403 403 200 200 403 200 403
            GET /api/v1/snapshots/chain               | all       | 403 403 403 200 403 200 403
            GET /api/v1/snapshots/chain               | own       | 403 403 403 403 403 403 403
            GET /api/v1/snapshots/{id}                | all       | 403 403 200 200 403 200 403
            GET /api/v1/snapshots/{id}                | own       | 403 403 200 200 403 200 403
            GET /api/v1/snapshots/{id}                | foreign   | 403 403 403 403 403 403 403
            GET /api/v1/snapshots/{id}                | no        | 403 403 403 403 403 403 403
            GET /api/v1/snapshots/{id}                | unknown   | 403 403 404 404 403 404 403
            GET /api/v1/snapshots/{id}                | elsewhere | 403 403 403 403 403 403 403
            GET /api/v1/snapshots/{id}/restatement    | own       | 403 403 200 200 403 200 403
            GET /api/v1/snapshots/{id}/restatement    | foreign   | 403 403 403 403 403 403 403
            GET /api/v1/snapshots/{id}/restatement    | unknown   | 403 403 404 404 403 404 403
            POST /api/v1/snapshots/{id}/replay        | own       | 403 403 403 200 403 200 403
            POST /api/v1/snapshots/{id}/replay        | foreign   | 403 403 403 403 403 403 403
            POST /api/v1/snapshots/{id}/replay        | unknown   | 403 403 403 404 403 404 403
            POST /api/v1/snapshots/{id}/signature     | own       | 403 403 403 403 403 200 403
            POST /api/v1/snapshots/{id}/signature     | foreign   | 403 403 403 403 403 403 403
            POST /api/v1/snapshots/{id}/signature     | unknown   | 403 403 403 403 403 404 403
            GET /api/v1/indicators                    | any       | 403 403 200 200 403 200 403
            GET /api/v1/units                         | any       | 403 403 200 200 403 200 403
            GET /api/v1/procedures                    | any       | 403 403 200 200 403 200 403
            GET /api/v1/calendars/{year}              | any       | 403 403 200 200 403 200 403
            GET /api/v1/calendars/{year}/affected     | any       | 403 403 200 200 403 200 403
            POST /api/v1/calendars/{year}/affected    | any       | 403 403 403 403 403 200 403
            POST /api/v1/calendars/{year}/redecide    | any       | 403 403 403 403 403 200 403
            GET /api/v1/status                        | any       | 403 403 200 200 403 200 403
            GET /api/v1/dossiers/{id}                 | all       | 403 403 403 200 403 200 403
            GET /api/v1/dossiers/{id}                 | root      | 403 403 403 200 403 200 403
            GET /api/v1/dossiers/{id}                 | own       | 403 403 403 200 403 200 403
            GET /api/v1/dossiers/{id}                 | foreign   | 403 403 403 403 403 403 403
            GET /api/v1/dossiers/{id}                 | no        | 403 403 403 403 403 403 403
            GET /api/v1/dossiers/{id}                 | unknown   | 403 403 403 404 403 404 403
            GET /api/v1/dossiers/{id}                 | elsewhere | 403 403 403 403 403 403 403
            GET /api/v1/dossiers/{id}/history         | all       | 403 403 403 200 403 200 403
            GET /api/v1/dossiers/{id}/history         | root      | 403 403 403 200 403 200 403
            GET /api/v1/dossiers/{id}/history         | own       | 403 403 403 200 403 200 403
            GET /api/v1/dossiers/{id}/history         | foreign   | 403 403 403 403 403 403 403
            GET /api/v1/dossiers/{id}/history         | no        | 403 403 403 403 403 403 403
            GET /api/v1/dossiers/{id}/history         | unknown   | 403 403 403 404 403 404 403
            GET /api/v1/dossiers/{id}/history         | elsewhere | 403 403 403 403 403 403 403
            GET /api/v1/dossiers/{id}/clock           | all       | 403 403 403 200 403 200 403
            GET /api/v1/dossiers/{id}/clock           | root      | 403 403 403 200 403 200 403
            GET /api/v1/dossiers/{id}/clock           | own       | 403 403 403 200 403 200 403
            GET /api/v1/dossiers/{id}/clock           | foreign   | 403 403 403 403 403 403 403
            GET /api/v1/dossiers/{id}/clock           | no        | 403 403 403 403 403 403 403
            GET /api/v1/dossiers/{id}/clock           | unknown   | 403 403 403 404 403 404 403
            GET /api/v1/dossiers/{id}/clock           | elsewhere | 403 403 403 403 403 403 403
            POST /api/v1/dossiers/{id}/clock          | all       | 403 403 403 200 403 200 403
            POST /api/v1/dossiers/{id}/clock          | root      | 403 403 403 200 403 200 403
            POST /api/v1/dossiers/{id}/clock          | own       | 403 403 403 200 403 200 403
            POST /api/v1/dossiers/{id}/clock          | foreign   | 403 403 403 403 403 403 403
            POST /api/v1/dossiers/{id}/clock          | no        | 403 403 403 403 403 403 403
            POST /api/v1/dossiers/{id}/clock          | unknown   | 403 403 403 404 403 404 403
            POST /api/v1/dossiers/{id}/clock          | elsewhere | 403 403 403 403 403 403 403
            GET /api/v1/dossiers/{id}/days            | all       | 403 403 403 200 403 200 403
            GET /api/v1/dossiers/{id}/days            | root      | 403 403 403 200 403 200 403
            GET /api/v1/dossiers/{id}/days            | own       | 403 403 403 200 403 200 403
            GET /api/v1/dossiers/{id}/days            | foreign   | 403 403 403 403 403 403 403
            GET /api/v1/dossiers/{id}/days            | no        | 403 403 403 403 403 403 403
            GET /api/v1/dossiers/{id}/days            | unknown   | 403 403 403 404 403 404 403
            GET /api/v1/dossiers/{id}/days            | elsewhere | 403 403 403 403 403 403 403
            GET /api/v1/dossiers/{id}/evidence        | all       | 403 403 403 200 403 200 403
            GET /api/v1/dossiers/{id}/evidence        | root      | 403 403 403 200 403 200 403
            GET /api/v1/dossiers/{id}/evidence        | own       | 403 403 403 200 403 200 403
            GET /api/v1/dossiers/{id}/evidence        | foreign   | 403 403 403 403 403 403 403
            GET /api/v1/dossiers/{id}/evidence        | no        | 403 403 403 403 403 403 403
            GET /api/v1/dossiers/{id}/evidence        | unknown   | 403 403 403 404 403 404 403
            GET /api/v1/dossiers/{id}/evidence        | elsewhere | 403 403 403 403 403 403 403
            GET /api/v1/audit/mismatches              | all       | 403 403 403 200 403 200 403
            GET /api/v1/audit/mismatches              | root      | 403 403 403 200 403 200 403
            GET /api/v1/audit/mismatches              | own       | 403 403 403 200 403 200 403
            GET /api/v1/audit/mismatches              | foreign   | 403 403 403 403 403 403 403
            GET /api/v1/audit/mismatches              | no        | 403 403 403 403 403 403 403
            GET /api/v1/audit/mismatches              | unknown   | 403 403 403 404 403 404 403
            GET /api/v1/audit/mismatches              | elsewhere | 403 403 403 403 403 403 403
            GET /api/v1/audit/apologies               | all       | 403 403 403 200 403 200 403
            GET /api/v1/audit/apologies               | root      | 403 403 403 200 403 200 403
            GET /api/v1/audit/apologies               | own       | 403 403 403 200 403 200 403
            GET /api/v1/audit/apologies               | foreign   | 403 403 403 403 403 403 403
            GET /api/v1/audit/apologies               | no        | 403 403 403 403 403 403 403
            GET /api/v1/audit/apologies               | unknown   | 403 403 403 404 403 404 403
            GET /api/v1/audit/apologies               | elsewhere | 403 403 403 403 403 403 403
            GET /api/v1/audit/gaps                    | all       | 403 403 403 200 403 200 403
            GET /api/v1/audit/gaps                    | root      | 403 403 403 200 403 200 403
            GET /api/v1/audit/gaps                    | own       | 403 403 403 200 403 200 403
            GET /api/v1/audit/gaps                    | foreign   | 403 403 403 403 403 403 403
            GET /api/v1/audit/gaps                    | no        | 403 403 403 403 403 403 403
            GET /api/v1/audit/gaps                    | unknown   | 403 403 403 404 403 404 403
            GET /api/v1/audit/gaps                    | elsewhere | 403 403 403 403 403 403 403
            GET /api/v1/audit/reads                   | any       | 403 403 403 403 403 200 403
            POST /api/v1/events received              | all       | 200 200 403 403 403 200 403
            POST /api/v1/events received              | own       | 200 200 403 403 403 200 403
            POST /api/v1/events received              | foreign   | 403 403 403 403 403 403 403
            POST /api/v1/events received              | no        | 403 403 403 403 403 403 403
            POST /api/v1/events received              | unknown   | 422 422 403 403 403 422 403
            POST /api/v1/events received              | elsewhere | 422 422 403 403 403 422 403
            POST /api/v1/events notified              | all       | 200 200 403 403 403 200 403
            POST /api/v1/events notified              | root      | 200 200 403 403 403 200 403
            POST /api/v1/events notified              | own       | 200 200 403 403 403 200 403
            POST /api/v1/events notified              | foreign   | 403 403 403 403 403 403 403
            POST /api/v1/events notified              | no        | 403 403 403 403 403 403 403
            POST /api/v1/events notified              | unknown   | 422 422 403 403 403 422 403
            POST /api/v1/events notified              | elsewhere | 422 422 403 403 403 422 403
            POST /api/v1/events disputed              | own       | 200 200 403 403 403 200 403
            POST /api/v1/events disputed              | foreign   | 403 403 403 403 403 403 403
            POST /api/v1/events petition              | all       | 200 200 403 403 403 200 403
            POST /api/v1/events petition              | own       | 200 200 403 403 403 200 403
            POST /api/v1/events petition              | foreign   | 403 403 403 403 403 403 403
            POST /api/v1/events petition              | unknown   | 422 422 403 403 403 422 403
            POST /api/v1/events petition              | elsewhere | 422 422 403 403 403 422 403
            POST /api/v1/events corrected             | all       | 403 200 403 403 403 200 403
            POST /api/v1/events corrected             | own       | 403 200 403 403 403 200 403
            POST /api/v1/events corrected             | foreign   | 403 403 403 403 403 403 403
            POST /api/v1/events corrected             | unknown   | 403 422 403 403 403 422 403
            POST /api/v1/events voided                | all       | 403 200 403 403 403 200 403
            POST /api/v1/events voided                | own       | 403 200 403 403 403 200 403
            POST /api/v1/events voided                | foreign   | 403 403 403 403 403 403 403
            POST /api/v1/events voided                | elsewhere | 403 422 403 403 403 422 403
            POST /api/v1/events clock-redecided       | own       | 403 200 403 403 403 200 403
            POST /api/v1/events clock-redecided       | foreign   | 403 403 403 403 403 403 403
            POST /api/v1/events dispute-ruled         | own       | 403 200 403 403 403 200 403
            POST /api/v1/events dispute-ruled         | foreign   | 403 403 403 403 403 403 403
            POST /api/v1/events texts-erased          | all       | 403 403 403 403 403 200 403
            POST /api/v1/events texts-erased          | own       | 403 403 403 403 403 200 403
            POST /api/v1/events texts-erased          | foreign   | 403 403 403 403 403 403 403
            POST /api/v1/events unit                  | all       | 403 200 403 403 403 200 403
            POST /api/v1/events unit                  | root      | 403 200 403 403 403 200 403
            POST /api/v1/events unit                  | own       | 403 200 403 403 403 200 403
            POST /api/v1/events unit                  | foreign   | 403 403 403 403 403 403 403
            POST /api/v1/events unit                  | no        | 403 403 403 403 403 403 403
            POST /api/v1/events unit                  | unknown   | 403 422 403 403 403 422 403
            POST /api/v1/events unit                  | elsewhere | 403 422 403 403 403 422 403
            POST /api/v1/events procedure             | all       | 403 200 403 403 403 200 403
            POST /api/v1/events procedure             | root      | 403 200 403 403 403 200 403
            POST /api/v1/events procedure             | own       | 403 403 403 403 403 403 403
            POST /api/v1/events procedure             | no        | 403 403 403 403 403 403 403
            POST /api/v1/events calendar              | all       | 403 200 403 403 403 200 403
            POST /api/v1/events calendar              | root      | 403 200 403 403 403 200 403
            POST /api/v1/events calendar              | own       | 403 403 403 403 403 403 403
            POST /api/v1/events calendar              | no        | 403 403 403 403 403 403 403
            GET /actuator/prometheus                  | any       | 403 403 403 403 200 200 403
            GET /actuator/rebuild                     | any       | 403 403 403 403 403 200 403
            POST /actuator/rebuild                    | any       | 403 403 403 403 403 200 403
            POST /actuator/desk                       | any       | 403 403 403 403 403 200 403
            POST /actuator/republish                  | any       | 403 403 403 403 403 503 403
            POST /actuator/restored                   | any       | 403 403 403 403 403 400 403
            GET /actuator/health                      | any       | 200 200 200 200 200 200 200
            GET /actuator/health/**                   | any       | 200 200 200 200 200 200 200
            GET /v3/api-docs                          | any       | 200 200 200 200 200 200 200
            GET /v3/api-docs.yaml                     | any       | 200 200 200 200 200 200 200
            GET /schemas                              | any       | 200 200 200 200 200 200 200
            GET /schemas/{type}.json                  | any       | 200 200 200 200 200 200 200
            GET /schemas/stored/{type}.json           | any       | 200 200 200 200 200 200 200
            GET /asyncapi.yaml                        | any       | 200 200 200 200 200 200 200
            """;

    private static Wire wire;
    private static Province province;
    private static String dossier;
    private static String petition;
    private static String snapshot;
    private static Event fact;
    private static Event dispute;

    /** @param expected statuses, in the order of the roles and {@code none} */
    record Row(String endpoint, String kind, String units, String expected) {

        static Row of(String line) {
            String[] columns = line.split("\\|");
            String[] words = columns[0].strip().split(" ");
            return new Row(
                    words[0] + " " + words[1],
                    words.length > 2 ? words[2] : "",
                    columns[1].strip(),
                    columns[2].strip());
        }
    }

    static Stream<Row> rows() {
        return MATRIX.lines().skip(1).map(Row::of);
    }

    @BeforeAll
    static void found() {
        wire = new Wire(SharedHouse.house());
        province = Province.found("R", wire);
        dossier = province.receive("dossier", province.communeA());
        petition = province.receivePetition("petition", province.communeA());
        fact = Event.of("dossier.notified", dossier, "by", "SMS", "about", "OTHER");
        dispute = Event.of("dossier.disputed", dossier, "claim", "chậm");
        province.publish(List.of(fact, dispute));
        Reply frozen = wire.post(
                "/api/v1/snapshots", "application/json", Wire.bytes(freezing(province.communeA())), wire.admin());
        snapshot = frozen.json().get("id").asString();
    }

    @Test
    void every_endpoint_is_listed() {
        Set<String> listed = new TreeSet<>(rows().map(Row::endpoint).toList());
        assertThat(listed).isEqualTo(Endpoints.of(SharedHouse.house()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void is_answered_as_listed(Row row) {
        List<String> units = row.units().equals("any") ? List.of("all", "own", "foreign", "no") : List.of(row.units());
        for (String holder : units) {
            String statuses = Stream.concat(Arrays.stream(Role.values()).map(Role::scopes), Stream.of(Set.<Scope>of()))
                    .map(scopes -> ask(row, holder, token(scopes, unitsOf(holder))))
                    .map(reply -> "" + reply.status())
                    .collect(Collectors.joining(" "));
            assertThat(statuses).as("%s", row).isEqualTo(row.expected());
        }
    }

    static Stream<String> closed() {
        return rows().filter(row -> !row.expected().startsWith("200 200 200 200 200"))
                .map(Row::endpoint)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("closed")
    void lets_nobody_in_whose_token_is_not_good(String endpoint, @TempDir Path elsewhere) {
        Row row = rows().filter(one -> one.endpoint().equals(endpoint))
                .findFirst()
                .orElseThrow();
        Path own = SharedHouse.house().secrets();
        Duration hour = Duration.ofHours(1);
        Clock now = Clock.systemUTC();
        for (String token : List.of(
                "",
                "nonsense",
                new TokenIssuer("hoso", "hoso", own, Clock.offset(now, Duration.ofHours(-2))).mint(all(), hour),
                new TokenIssuer("hoso", "hoso", elsewhere, now).mint(all(), hour),
                new TokenIssuer("hoso", "another", own, now).mint(all(), hour),
                new TokenIssuer("another", "hoso", own, now).mint(all(), hour))) {
            Reply reply = ask(row, "all", token);
            assertThat(reply.status()).as(token).isEqualTo(401);
            reply.isProblem(ProblemCode.UNAUTHORIZED);
        }
    }

    private static Caller all() {
        return new Caller("admin", Set.of(Scope.ADMIN), Set.of("*"), UnitRights.ALL);
    }

    private static String token(Set<Scope> scopes, Set<String> units) {
        return new TokenIssuer("hoso", "hoso", SharedHouse.house().secrets(), Clock.systemUTC())
                .mint(new Caller("somebody", scopes, Set.of("*"), new UnitRights(units)), Duration.ofHours(1));
    }

    private static Set<String> unitsOf(String holder) {
        return switch (holder) {
            case "all", "unknown" -> Set.of("*");
            case "root" -> Set.of(province.code());
            case "own" -> Set.of(province.districtA());
            case "foreign", "elsewhere" -> Set.of(province.districtB());
            case "no" -> Set.of();
            default -> throw new IllegalArgumentException(holder);
        };
    }

    private static Reply ask(Row row, String holder, String token) {
        boolean unknown = Set.of("unknown", "elsewhere").contains(holder);
        String unit = unknown ? "R.nowhere" : province.communeA();
        String id = unknown ? "R-nothing" : dossier;
        String period = "?unit=" + unit + "&from=2026-03-01&to=2026-03-31";
        return switch (row.endpoint()) {
            case "GET /api/v1/report" -> wire.get("/api/v1/report" + period, token);
            case "GET /api/v1/scoreboard" -> wire.get("/api/v1/scoreboard" + period, token);
            case "GET /api/v1/report/dossiers" ->
                wire.get("/api/v1/report/dossiers" + period + "&cell=received.new", token);
            case "GET /api/v1/audit/mismatches", "GET /api/v1/audit/apologies", "GET /api/v1/audit/gaps" ->
                wire.get(row.endpoint().split(" ")[1] + period, token);
            case "GET /api/v1/report/trend" -> wire.get("/api/v1/report/trend" + period, token);
            case "POST /api/v1/snapshots" ->
                wire.post("/api/v1/snapshots", "application/json", Wire.bytes(freezing(unit)), token);
            case "GET /api/v1/snapshots/{id}", "GET /api/v1/snapshots/{id}/restatement" ->
                wire.get(of(row, unknown ? "S999999" : snapshot), token);
            case "POST /api/v1/snapshots/{id}/replay" ->
                wire.post(of(row, unknown ? "S999999" : snapshot), "application/json", new byte[0], token);
            case "POST /api/v1/snapshots/{id}/signature" ->
                wire.post(
                        of(row, unknown ? "S999999" : snapshot),
                        "application/json",
                        Wire.bytes("{\"office\":\"x\",\"title\":\"y\",\"decision\":\"z\"}"),
                        token);
            case "GET /api/v1/calendars/{year}" -> wire.get("/api/v1/calendars/2026", token);
            case "GET /api/v1/calendars/{year}/affected" -> wire.get("/api/v1/calendars/2026/affected", token);
            case "POST /api/v1/calendars/{year}/affected" ->
                wire.post(
                        "/api/v1/calendars/2026/affected",
                        "application/json",
                        Wire.bytes("{\"holidays\":[],\"makeUpDays\":[]}"),
                        token);
            case "POST /api/v1/calendars/{year}/redecide" ->
                wire.post(
                        "/api/v1/calendars/2026/redecide",
                        "application/json",
                        Wire.bytes("{\"reason\":\"x\",\"authority\":\"y\"}"),
                        token);
            case "GET /api/v1/dossiers/{id}" -> wire.get("/api/v1/dossiers/" + id, token);
            case "GET /api/v1/dossiers/{id}/history",
                    "GET /api/v1/dossiers/{id}/clock",
                    "GET /api/v1/dossiers/{id}/days",
                    "GET /api/v1/dossiers/{id}/evidence" -> wire.get(of(row, id), token);
            case "POST /api/v1/dossiers/{id}/clock" ->
                wire.post(of(row, id), "application/json", Wire.bytes("{}"), token);
            case "POST /api/v1/events" -> wire.publish(event(row.kind(), unit, unknown), token);
            case "GET /schemas/{type}.json", "GET /schemas/stored/{type}.json" ->
                wire.get(row.endpoint().split(" ")[1].replace("{type}", "hoso.dossier.received.v1"), token);
            case "POST /actuator/desk" -> wire.post("/actuator/desk", "application/json", Wire.bytes("{}"), token);
            case "POST /actuator/rebuild" -> rebuild(token);
            // this house names no broker
            case "POST /actuator/republish" ->
                wire.post("/actuator/republish", "application/json", Wire.bytes("{\"from\":1}"), token);
            // nothing is lost
            case "POST /actuator/restored" ->
                wire.post("/actuator/restored", "application/json", Wire.bytes("{}"), token);
            case "GET /actuator/health/**" -> wire.get("/actuator/health/liveness", token);
            default -> wire.get(row.endpoint().split(" ")[1], token);
        };
    }

    private static String of(Row row, String id) {
        return row.endpoint().split(" ")[1].replace("{id}", id);
    }

    private static String freezing(String unit) {
        return "{\"unit\":\"" + unit + "\",\"from\":\"2026-03-01\",\"to\":\"2026-03-31\",\"kind\":\"MONTH\"}";
    }

    /** One at a time: another that is asked for meanwhile is not available. */
    private static Reply rebuild(String token) {
        Reply reply = wire.post("/actuator/rebuild", "application/json", Wire.bytes("{}"), token);
        while (wire.get("/actuator/rebuild", wire.admin()).json().get("running").booleanValue()) Thread.onSpinWait();
        return reply;
    }

    private static Event event(String kind, String unit, boolean unknown) {
        String id = unknown ? "R-nothing" : dossier;
        Object[] order = {"reason", "sai", "authority", "QĐ 1"};
        return switch (kind) {
            case "received" -> province.receipt("new" + System.nanoTime(), unit);
            case "notified" -> Event.of("dossier.notified", id, "by", "SMS", "about", "OTHER");
            case "disputed" -> Event.of("dossier.disputed", id, "claim", "chậm");
            case "petition" -> Event.of("petition.rated", unknown ? id : petition, "satisfied", true);
            case "corrected" ->
                Event.of("dossier.corrected", id, order)
                        .withData("corrects", fact.key())
                        .withData("time", "2026-03-03T09:00:00+07:00");
            case "voided" ->
                Event.of("dossier.voided", id, order)
                        .withData("corrects", standing().key());
            case "clock-redecided" -> Event.of("dossier.clock-redecided", id, order);
            case "dispute-ruled" ->
                Event.of("dossier.dispute-ruled", id, order)
                        .withData("dispute", dispute.key())
                        .withData("verdict", "DISMISSED");
            case "texts-erased" -> Event.of("dossier.texts-erased", id, "authority", "QĐ 2");
            case "unit" -> Event.of("unit.moved", unit, "parent", province.districtA(), "validFrom", "2020-01-01");
            case "procedure" -> province.procedureEvent("other", 1, "2020-01-01");
            case "calendar" -> Event.of("calendar.published", "2031", "holidays", List.of(), "makeUpDays", List.of());
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /** A fact that was not yet voided. */
    private static Event standing() {
        Event standing = Event.of("dossier.notified", dossier, "by", "CALL", "about", "RESULT");
        province.publish(standing);
        return standing;
    }
}
