package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Role;
import hoso.edge.Scope;
import hoso.edge.token.TokenIssuer;
import hoso.house.DeskClient.Page;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages of the desk are answered to whom the endpoints are that they show, and to nobody else. */
@InSharedHouse
class DeskBesideApiTest {

    /** Pages that show what one endpoint answers, or order what one does. */
    private static final Map<String, String> ENDPOINTS = endpoints();

    private static Wire wire;
    private static DeskHolders holders;

    private static Map<String, String> endpoints() {
        Map<String, String> endpoints = new LinkedHashMap<>();
        endpoints.put("GET /bao-cao", "GET /api/v1/report?unit={unit}" + DeskHolders.PERIOD);
        endpoints.put(
                "GET /bao-cao/ho-so", "GET /api/v1/report/dossiers?unit={unit}&cell=received.new" + DeskHolders.PERIOD);
        endpoints.put("GET /bao-cao/xu-huong", "GET /api/v1/report/trend?unit={unit}" + DeskHolders.PERIOD);
        endpoints.put("POST /bao-cao/chot", "POST /api/v1/snapshots");
        endpoints.put("GET /ho-so/{id}", "GET /api/v1/dossiers/{dossier}");
        endpoints.put("GET /ho-so/{id}/gia-dinh", "GET /api/v1/dossiers/{dossier}/clock");
        endpoints.put("GET /ho-so/{id}/tung-ngay", "GET /api/v1/dossiers/{dossier}/days");
        endpoints.put("GET /ho-so/{id}/chung-cu", "GET /api/v1/dossiers/{dossier}/evidence");
        endpoints.put("GET /da-chot", "GET /api/v1/snapshots");
        endpoints.put("GET /da-chot/{id}", "GET /api/v1/snapshots/{snapshot}");
        endpoints.put("GET /da-chot/{id}/so-sanh", "GET /api/v1/snapshots/{snapshot}/restatement");
        for (int days : List.of(1, 3, 5))
            endpoints.put(
                    "GET /viec han-" + days,
                    "GET /api/v1/report/dossiers?unit={unit}&cell=pending.dueWithin&days=" + days + DeskHolders.PERIOD);
        endpoints.put(
                "GET /viec qua-han",
                "GET /api/v1/report/dossiers?unit={unit}&cell=pending.overdue" + DeskHolders.PERIOD);
        Map.of("xin-loi", "withoutLetter", "hen", "promised", "lo-hen", "promisePassed")
                .forEach((kind, list) -> endpoints.put(
                        "GET /viec " + kind,
                        "GET /api/v1/audit/apologies?unit={unit}&list=" + list + DeskHolders.PERIOD));
        endpoints.put("GET /viec cong", "GET /api/v1/audit/mismatches?unit={unit}" + DeskHolders.PERIOD);
        endpoints.put("GET /lich", "GET /api/v1/calendars/2071");
        endpoints.put("GET /lich/anh-huong", "GET /api/v1/calendars/2071/affected");
        endpoints.put("POST /lich/anh-huong", "POST /api/v1/calendars/2071/affected");
        endpoints.put("POST /lich/tinh-lai", "POST /api/v1/calendars/2071/redecide");
        return endpoints;
    }

    @BeforeAll
    static void found() {
        wire = new Wire(SharedHouse.house());
        holders = new DeskHolders("DRB");
    }

    static Stream<String> pagesOfEndpoints() {
        return ENDPOINTS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("pagesOfEndpoints")
    void a_page_is_refused_to_whom_its_endpoint_is_and_to_nobody_else(String listed) {
        String[] words = listed.split(" ");
        String kind = words.length > 2 ? words[2] : "";
        List<Set<Scope>> everybody = new ArrayList<>(List.of(DeskHolders.NONE, DeskHolders.BOTH));
        for (Role role : Role.values()) everybody.add(role.scopes());
        for (String holder : List.of("all", "own", "foreign", "no", "unknown", "elsewhere"))
            for (Set<Scope> scopes : everybody) {
                Page page = holders.ask(words[0] + " " + words[1], kind, holder, holders.browser(scopes, holder, ""));
                Reply reply = askEndpoint(ENDPOINTS.get(listed), scopes, holder);
                assertThat(refused(page.status()))
                        .as("%s for %s of %s: %s", listed, scopes, holder, reply.body())
                        .isEqualTo(refused(reply.status()));
            }
    }

    /** Answered is answered: a form that did what it should sends the browser on. */
    private static int refused(int status) {
        return status < 400 ? 200 : status;
    }

    private static Reply askEndpoint(String endpoint, Set<Scope> scopes, String holder) {
        String token = new TokenIssuer("hoso", "hoso", SharedHouse.house().secrets(), Clock.systemUTC())
                .mint(holders.caller(scopes, holder), Duration.ofHours(1));
        String path = endpoint.split(" ")[1]
                .replace("{unit}", holders.unit(holder))
                .replace("{dossier}", holders.dossier(holder))
                .replace("{snapshot}", holders.snapshot(holder));
        if (endpoint.startsWith("GET")) return wire.get(path, token);
        String body = switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "redecide" -> "{\"reason\":\"x\",\"authority\":\"y\"}";
            case "affected" -> "{\"holidays\":[],\"makeUpDays\":[]}";
            default ->
                "{\"unit\":\"" + holders.unit(holder)
                        + "\",\"from\":\"2026-03-01\",\"to\":\"2026-03-31\",\"kind\":\"MONTH\"}";
        };
        return wire.post(path, "application/json", Wire.bytes(body), token);
    }
}
