package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Caller;
import hoso.edge.Role;
import hoso.edge.Scope;
import hoso.edge.token.TokenIssuer;
import hoso.house.DeskClient.Page;
import hoso.vocabulary.UnitRights;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Who may what at the desk: role × page × unit, as at the API. A page that is added fails here until it is listed. */
@InSharedHouse
class DeskRightsTest {

    /**
     * What each role is answered, {@code none} being somebody who has no scope. Of the units: {@code own} is a holder of the
     * district of the commune asked about, {@code foreign} of the other district, {@code all} of {@code *}, {@code no} of
     * none; {@code unknown} a holder of all that asks about what there is not, {@code elsewhere} a holder of the other
     * district that does. Several pages of one rule share a row, as do several holders; {@code any} are all that ask about
     * what there is.
     */
    private static final String MATRIX = """
            page                                               | units                | publisher registrar reader auditor monitor admin none
            GET /                                              | any                  | 200 200 303 303 200 303 200
            GET /vao                                           | any                  | 200 200 200 200 200 200 200
            GET /ngon-ngu                                      | any                  | 303 303 303 303 303 303 303
            GET /tinh/{hash}/{name}                            | any                  | 200 200 200 200 200 200 200
            POST /ra                                           | any                  | 303 303 303 303 303 303 303
            GET /don-vi                                        | any                  | 403 403 200 200 403 200 403
            GET /bao-cao                                       | all own              | 403 403 200 200 403 200 403
            GET /bao-cao                                       | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /bao-cao                                       | unknown              | 403 403 404 404 403 404 403
            GET /bao-cao/ho-so                                 | all own              | 403 403 200 200 403 200 403
            GET /bao-cao/ho-so                                 | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /bao-cao/ho-so                                 | unknown              | 403 403 404 404 403 404 403
            GET /bao-cao/xu-huong                              | all own              | 403 403 200 200 403 200 403
            GET /bao-cao/xu-huong                              | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /bao-cao/xu-huong                              | unknown              | 403 403 404 404 403 404 403
            POST /bao-cao/chot                                 | all own              | 403 403 403 403 403 303 403
            POST /bao-cao/chot                                 | foreign no elsewhere | 403 403 403 403 403 403 403
            POST /bao-cao/chot                                 | unknown              | 403 403 403 403 403 404 403
            GET /ho-so                                         | any                  | 403 403 403 200 403 200 403
            GET /ho-so/{id}                                    | all own              | 403 403 403 200 403 200 403
            GET /ho-so/{id}                                    | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /ho-so/{id}                                    | unknown              | 403 403 403 404 403 404 403
            GET /ho-so/{id}/gia-dinh                           | all own              | 403 403 403 200 403 200 403
            GET /ho-so/{id}/gia-dinh                           | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /ho-so/{id}/gia-dinh                           | unknown              | 403 403 403 404 403 404 403
            GET /ho-so/{id}/tung-ngay                          | all own              | 403 403 403 200 403 200 403
            GET /ho-so/{id}/tung-ngay                          | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /ho-so/{id}/tung-ngay                          | unknown              | 403 403 403 404 403 404 403
            GET /ho-so/{id}/chung-cu                           | all own              | 403 403 403 200 403 200 403
            GET /ho-so/{id}/chung-cu                           | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /ho-so/{id}/chung-cu                           | unknown              | 403 403 403 404 403 404 403
            GET /da-chot                                       | any                  | 403 403 200 200 403 200 403
            GET /da-chot/{id}                                  | all own              | 403 403 200 200 403 200 403
            GET /da-chot/{id}                                  | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /da-chot/{id}                                  | unknown              | 403 403 404 404 403 404 403
            GET /da-chot/{id} .csv,.docx,.xlsx                 | own                  | 403 403 200 200 403 200 403
            GET /da-chot/{id} .csv,.docx,.xlsx                 | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /da-chot/{id} .csv,.docx,.xlsx                 | unknown              | 403 403 404 404 403 404 403
            GET /da-chot/{id}/so-sanh                          | all own              | 403 403 200 200 403 200 403
            GET /da-chot/{id}/so-sanh                          | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /da-chot/{id}/so-sanh                          | unknown              | 403 403 404 404 403 404 403
            POST /da-chot/{id}/ky                              | foreign no elsewhere | 403 403 403 403 403 403 403
            POST /da-chot/{id}/ky                              | unknown              | 403 403 403 403 403 404 403
            POST /da-chot/{id}/ky                              | all own              | 403 403 403 403 403 303 403
            GET /da-chot/{id}/dung-lai                         | any unknown elsewhere| 403 403 403 200 403 200 403
            GET /viec han-1,han-3,han-5,qua-han                | all own              | 403 403 200 200 403 200 403
            GET /viec han-1,han-3,han-5,qua-han                | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /viec han-1,han-3,han-5,qua-han                | unknown              | 403 403 404 404 403 404 403
            GET /viec xin-loi,hen,lo-hen,cong                  | all own              | 403 403 403 200 403 200 403
            GET /viec xin-loi,hen,lo-hen,cong                  | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /viec xin-loi,hen,lo-hen,cong                  | unknown              | 403 403 403 404 403 404 403
            GET /viec.xlsx han-1,han-3,han-5,qua-han           | all own              | 403 403 200 200 403 200 403
            GET /viec.xlsx han-1,han-3,han-5,qua-han           | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /viec.xlsx han-1,han-3,han-5,qua-han           | unknown              | 403 403 404 404 403 404 403
            GET /viec.xlsx xin-loi,hen,lo-hen,cong             | all own              | 403 403 403 200 403 200 403
            GET /viec.xlsx xin-loi,hen,lo-hen,cong             | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /viec.xlsx xin-loi,hen,lo-hen,cong             | unknown              | 403 403 403 404 403 404 403
            GET /lich                                          | any                  | 403 403 200 200 403 200 403
            POST /lich                                         | all                  | 403 303 403 403 403 303 403
            POST /lich                                         | own foreign no       | 403 403 403 403 403 403 403
            GET /lich/anh-huong                                | any                  | 403 403 200 200 403 200 403
            POST /lich/tinh-lai                                | any                  | 403 403 403 403 403 200 403
            GET /nhap/{id}/{kind} dinh-chinh,huy,ket-luan      | all own              | 403 403 403 403 403 200 403
            GET /nhap/{id}/{kind} dinh-chinh,huy,ket-luan      | foreign no elsewhere | 403 403 403 403 403 403 403
            GET /nhap/{id}/{kind} dinh-chinh,huy,ket-luan      | unknown              | 403 403 403 403 403 404 403
            POST /nhap/{id}/{kind} dinh-chinh,huy,ket-luan     | all own              | 403 403 403 403 403 200 403
            POST /nhap/{id}/{kind} dinh-chinh,huy,ket-luan     | foreign no elsewhere | 403 403 403 403 403 403 403
            POST /nhap/{id}/{kind} dinh-chinh,huy,ket-luan     | unknown              | 403 403 403 403 403 404 403
            POST /nhap/{id}/{kind} dinh-chinh!,huy!,ket-luan!  | all own              | 403 403 403 403 403 303 403
            POST /nhap/{id}/{kind} dinh-chinh!,huy!,ket-luan!  | foreign no elsewhere | 403 403 403 403 403 403 403
            POST /nhap/{id}/{kind} dinh-chinh!,huy!,ket-luan!  | unknown              | 403 403 403 403 403 404 403
            GET /may                                           | any                  | 403 403 403 403 403 200 403
            """;

    /** Likewise, of who is registrar and auditor at once: who enters something sees what it is about. */
    private static final String MATRIX_OF_BOTH = """
            page                                               | units                | registrar and auditor
            GET /nhap/{id}/{kind} dinh-chinh,huy,ket-luan      | all own              | 200
            GET /nhap/{id}/{kind} dinh-chinh,huy,ket-luan      | foreign no elsewhere | 403
            GET /nhap/{id}/{kind} dinh-chinh,huy,ket-luan      | unknown              | 404
            POST /nhap/{id}/{kind} dinh-chinh,huy,ket-luan     | all own              | 200
            POST /nhap/{id}/{kind} dinh-chinh,huy,ket-luan     | foreign no elsewhere | 403
            POST /nhap/{id}/{kind} dinh-chinh,huy,ket-luan     | unknown              | 404
            POST /nhap/{id}/{kind} dinh-chinh!,huy!,ket-luan!  | all own              | 303
            POST /nhap/{id}/{kind} dinh-chinh!,huy!,ket-luan!  | foreign no elsewhere | 403
            POST /nhap/{id}/{kind} dinh-chinh!,huy!,ket-luan!  | unknown              | 404
            GET /ho-so/{id}                                    | all own              | 200
            GET /ho-so/{id}                                    | foreign no elsewhere | 403
            POST /bao-cao/chot                                 | all own              | 403
            POST /da-chot/{id}/ky                              | all own              | 403
            GET /lich                                          | any                  | 200
            POST /lich                                         | all                  | 303
            POST /lich                                         | own foreign no       | 403
            POST /lich/tinh-lai                                | any                  | 403
            GET /may                                           | any                  | 403
            """;

    /** Pages that show what one endpoint answers, or order what one does. */
    private static final Map<String, String> ENDPOINTS = endpoints();

    private static final String PERIOD = "&from=2026-03-01&to=2026-03-31";

    private static final Set<Scope> NONE = Set.of();
    private static final Set<Scope> BOTH = Stream.of(Role.REGISTRAR, Role.AUDITOR)
            .flatMap(role -> role.scopes().stream())
            .collect(Collectors.toSet());

    private static final Pattern ADDRESS = Pattern.compile("(?:href|hx-get|data-replay)=\"(/[^\"]*)\"");

    private static final Map<Caller, DeskClient> BROWSERS = new HashMap<>();

    private static Wire wire;
    private static Province province;
    private static String dossier;
    private static String snapshot;
    private static long fact;
    private static long dispute;

    /** The position of a fact that was not yet voided. */
    private static long standing;

    private static Map<String, String> endpoints() {
        Map<String, String> endpoints = new LinkedHashMap<>();
        endpoints.put("GET /bao-cao", "GET /api/v1/report?unit={unit}" + PERIOD);
        endpoints.put("GET /bao-cao/ho-so", "GET /api/v1/report/dossiers?unit={unit}&cell=received.new" + PERIOD);
        endpoints.put("GET /bao-cao/xu-huong", "GET /api/v1/report/trend?unit={unit}" + PERIOD);
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
                    "GET /api/v1/report/dossiers?unit={unit}&cell=pending.dueWithin&days=" + days + PERIOD);
        endpoints.put("GET /viec qua-han", "GET /api/v1/report/dossiers?unit={unit}&cell=pending.overdue" + PERIOD);
        Map.of("xin-loi", "withoutLetter", "hen", "promised", "lo-hen", "promisePassed")
                .forEach((kind, list) -> endpoints.put(
                        "GET /viec " + kind, "GET /api/v1/audit/apologies?unit={unit}&list=" + list + PERIOD));
        endpoints.put("GET /viec cong", "GET /api/v1/audit/mismatches?unit={unit}" + PERIOD);
        endpoints.put("GET /lich", "GET /api/v1/calendars/2071");
        endpoints.put("GET /lich/anh-huong", "GET /api/v1/calendars/2071/affected");
        endpoints.put("POST /lich/tinh-lai", "POST /api/v1/calendars/2071/redecide");
        return endpoints;
    }

    /**
     * @param kinds of what is asked there; one empty text where it is one thing alone
     * @param holders scopes, in the order of what is expected
     * @param expected statuses
     */
    record Row(String page, List<String> kinds, List<String> units, List<Set<Scope>> holders, String expected) {

        static Row of(String line, List<Set<Scope>> holders) {
            String[] columns = line.split("\\|");
            String[] words = columns[0].strip().split(" ");
            List<String> units = Arrays.stream(columns[1].strip().split(" "))
                    .flatMap(each -> each.equals("any") ? Stream.of("all", "own", "foreign", "no") : Stream.of(each))
                    .toList();
            return new Row(
                    words[0] + " " + words[1],
                    words.length > 2 ? List.of(words[2].split(",")) : List.of(""),
                    units,
                    holders,
                    columns[2].strip());
        }
    }

    static Stream<Row> rows() {
        List<Set<Scope>> roles = Stream.concat(Arrays.stream(Role.values()).map(Role::scopes), Stream.of(NONE))
                .toList();
        return Stream.concat(
                MATRIX.lines().skip(1).map(line -> Row.of(line, roles)),
                MATRIX_OF_BOTH.lines().skip(1).map(line -> Row.of(line, List.of(BOTH))));
    }

    @BeforeAll
    static void found() {
        BROWSERS.clear();
        wire = new Wire(SharedHouse.house());
        province = Province.found("DR", wire);
        dossier = province.receive("dossier", province.communeA());
        fact = anotherFact();
        standing = anotherFact();
        province.publish(Event.of("dossier.disputed", dossier, "claim", "chậm"));
        dispute = lastPosition();
        snapshot = wire.post(
                        "/api/v1/snapshots",
                        "application/json",
                        Wire.bytes(
                                "{\"unit\":\"DR.A.1\",\"from\":\"2026-03-01\",\"to\":\"2026-03-31\",\"kind\":\"MONTH\"}"),
                        wire.admin())
                .json()
                .get("id")
                .asString();
        String late = province.receive("late", province.communeA());
        province.publish(List.of(
                Province.observed(late, Event.MONDAY, 4, false).withData("overdue", true),
                Event.of("dossier.disputed", late, "claim", "chậm")));
    }

    private static long lastPosition() {
        JsonNode events = wire.get("/api/v1/dossiers/" + dossier + "/history", wire.admin())
                .isOk()
                .json()
                .get("events");
        return events.get(events.size() - 1).get("position").longValue();
    }

    @Test
    void every_page_is_listed() {
        Set<String> listed = new TreeSet<>(rows().map(Row::page).toList());
        assertThat(listed).isEqualTo(Endpoints.pages(SharedHouse.house()));
    }

    @Test
    void every_list_of_work_is_listed() {
        Set<String> offered =
                new TreeSet<>(found("[?&;]viec=([a-z0-9-]+)", get(Role.ADMIN.scopes(), "own", "GET /viec han-3")));
        for (String page : List.of("GET /viec", "GET /viec.xlsx"))
            assertThat(new TreeSet<>(rows().filter(row -> row.page().equals(page))
                            .flatMap(row -> row.kinds().stream())
                            .toList()))
                    .isEqualTo(offered);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void is_answered_as_listed_and_changes_nothing_where_it_is_refused(Row row) {
        for (String kind : row.kinds())
            for (String holder : row.units()) {
                List<String> statuses = new ArrayList<>();
                for (Set<Scope> scopes : row.holders()) {
                    boolean changes = row.page().startsWith("POST");
                    String before = changes ? everything() : "";
                    Page page = ask(row.page(), kind, holder, browser(scopes, holder, row.page()));
                    statuses.add("" + page.status());
                    if (page.status() < 400) continue;
                    assertThat(page.isPage()).as(page.body()).isTrue();
                    assertThat(page.body()).contains("<code>" + page.status() + " ");
                    if (changes)
                        assertThat(everything()).as("%s %s", row, scopes).isEqualTo(before);
                }
                assertThat(String.join(" ", statuses))
                        .as("%s %s of %s", row.page(), kind, holder)
                        .isEqualTo(row.expected());
            }
    }

    /** What is stored, and what is frozen and signed. */
    private static String everything() {
        String head = wire.get("/api/v1/status", wire.admin())
                .isOk()
                .json()
                .get("head")
                .asString();
        return head + wire.get("/api/v1/snapshots/chain", wire.admin()).isOk().body();
    }

    static Stream<String> pagesOfEndpoints() {
        return ENDPOINTS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("pagesOfEndpoints")
    void a_page_is_refused_to_whom_its_endpoint_is_and_to_nobody_else(String listed) {
        String[] words = listed.split(" ");
        String kind = words.length > 2 ? words[2] : "";
        List<Set<Scope>> holders = new ArrayList<>(List.of(NONE, BOTH));
        for (Role role : Role.values()) holders.add(role.scopes());
        for (String holder : List.of("all", "own", "foreign", "no", "unknown", "elsewhere"))
            for (Set<Scope> scopes : holders) {
                Page page = ask(words[0] + " " + words[1], kind, holder, browser(scopes, holder, ""));
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
                .mint(caller(scopes, holder), Duration.ofHours(1));
        String path = endpoint.split(" ")[1]
                .replace("{unit}", unit(holder))
                .replace("{dossier}", dossier(holder))
                .replace("{snapshot}", snapshot(holder));
        if (endpoint.startsWith("GET")) return wire.get(path, token);
        String body = path.endsWith("redecide")
                ? "{\"reason\":\"x\",\"authority\":\"y\"}"
                : "{\"unit\":\"" + unit(holder)
                        + "\",\"from\":\"2026-03-01\",\"to\":\"2026-03-31\",\"kind\":\"MONTH\"}";
        return wire.post(path, "application/json", Wire.bytes(body), token);
    }

    // the replay, which is answered before it is refused

    @Test
    void a_replay_that_is_refused_is_told_by_a_problem_and_nothing_else() {
        for (Set<Scope> scopes : List.of(Role.AUDITOR.scopes(), Role.ADMIN.scopes())) {
            for (String holder : List.of("foreign", "no", "elsewhere")) {
                String stream = get(scopes, holder, "GET /da-chot/{id}/dung-lai");
                assertThat(events(stream)).as(stream).containsExactly("problem");
                assertThat(stream).contains("Không có quyền", "403 forbidden").doesNotContain(province.communeA());
            }
            String stream = get(scopes, "unknown", "GET /da-chot/{id}/dung-lai");
            assertThat(events(stream)).as(stream).containsExactly("problem");
            assertThat(stream).contains("404 not-found");
        }
    }

    @Test
    void a_replay_that_is_not_refused_ends_with_its_outcome() {
        for (String holder : List.of("all", "own")) {
            String stream = get(Role.AUDITOR.scopes(), holder, "GET /da-chot/{id}/dung-lai");
            assertThat(events(stream)).as(stream).endsWith("outcome").doesNotContain("problem");
            assertThat(stream).contains("Khớp.");
        }
    }

    private static List<String> events(String stream) {
        return found("(?m)^event: (\\w+)$", stream);
    }

    // what is offered

    @Test
    void tabs_are_offered_to_whom_they_are_answered() {
        List<String> read = List.of("/bao-cao", "/da-chot", "/viec", "/lich");
        List<String> audited = List.of("/bao-cao", "/ho-so", "/da-chot", "/viec", "/lich");
        List<String> all = List.of("/bao-cao", "/ho-so", "/da-chot", "/viec", "/lich", "/may");
        assertThat(tabs(Role.READER.scopes())).isEqualTo(read);
        assertThat(tabs(Role.AUDITOR.scopes())).isEqualTo(audited);
        assertThat(tabs(BOTH)).isEqualTo(audited);
        assertThat(tabs(Role.ADMIN.scopes())).isEqualTo(all);
        for (Set<Scope> scopes : List.of(NONE, Role.PUBLISHER.scopes(), Role.REGISTRAR.scopes(), Role.MONITOR.scopes()))
            assertThat(tabs(scopes)).isEmpty();
    }

    private static List<String> tabs(Set<Scope> scopes) {
        return found(
                "<li><a href=\"(/[a-z-]+)\"",
                browser(scopes, "own", "").arrive("/").body());
    }

    @Test
    void what_somebody_may_not_do_is_not_offered() {
        isOffered("action=\"/bao-cao/chot\"", "GET /bao-cao", "admin");
        isOffered("href=\"/ho-so/DR-", "GET /bao-cao/ho-so", "auditor both admin");
        isOffered("href=\"/ho-so/DR-", "GET /viec qua-han", "auditor both admin");
        isOffered("viec=han-5", "GET /viec qua-han", "reader auditor both admin");
        for (String list : List.of("xin-loi", "hen", "lo-hen", "cong"))
            isOffered("viec=" + list, "GET /viec qua-han", "auditor both admin");
        isOffered("/dinh-chinh?vi-tri=", "GET /ho-so/{id}", "both admin");
        isOffered("/huy?vi-tri=", "GET /ho-so/{id}", "both admin");
        isOfferedAt("/ket-luan?vi-tri=", "/ho-so/DR-late", "both admin");
        isOffered("Đính chính<", "GET /ho-so/{id}", "both admin");
        isOffered("Tải chứng cứ", "GET /ho-so/{id}", "auditor both admin");
        isOffered("Dựng lại từ kho sự kiện", "GET /da-chot/{id}", "auditor both admin");
        isOffered("data-replay=", "GET /da-chot/{id}", "auditor both admin");
        isOffered("/so-sanh\"", "GET /da-chot/{id}", "reader auditor both admin");
        // a calendar holds for all units of a tree: it needs the right to the root
        String publishing = "<form method=\"post\" action=\"/lich\"";
        isOffered(publishing, "GET /lich", "");
        isOfferedAt(publishing, address("/lich", "", "all"), "all", "both admin");
    }

    @Test
    void the_signing_of_what_nobody_signed_is_offered_to_whom_it_is_answered() {
        String unsigned = browser(Role.ADMIN.scopes(), "own", "")
                .post(
                        "/bao-cao/chot",
                        form("unit", province.communeA(), "from", "2026-02-01", "to", "2026-02-28", "kind", "MONTH"))
                .location();

        isOfferedAt("action=\"" + unsigned + "/ky\"", unsigned, "admin");
    }

    @Test
    void dossiers_that_a_calendar_would_move_are_opened_and_decided_anew_by_whom_it_is_answered() {
        Event procedure = province.procedureEvent("long", 3650, "2020-01-01");
        Event receipt = province.receipt("long-one", province.communeA()).withData("procedure", procedure.subject());
        province.publish(List.of(procedure, receipt));
        String id = receipt.subject();
        String year = wire.get("/api/v1/dossiers/" + id, wire.admin())
                .isOk()
                .json()
                .get("dueAt")
                .asString()
                .substring(0, 4);
        List<String> holidays = new ArrayList<>();
        for (int day = 1; day <= 9; day++) holidays.add(year + "-01-0" + day);
        province.publish(Event.of("calendar.published", year, "holidays", holidays, "makeUpDays", List.of()));
        String affected = "/lich/anh-huong?nam=" + year;

        isOfferedAt(id, affected, "reader auditor both admin");
        isOfferedAt("href=\"/ho-so/" + id, affected, "auditor both admin");
        isOfferedAt("action=\"/lich/tinh-lai\"", affected, "admin");
        assertThat(browser(Role.ADMIN.scopes(), "foreign", "").get(affected).body())
                .doesNotContain(id);
    }

    @Test
    void nothing_is_offered_that_looks_back_and_would_be_done_now() {
        DeskClient admin = browser(Role.ADMIN.scopes(), "own", "");
        String then = "asOf=" + dispute;

        assertThat(admin.get("/ho-so/" + dossier + "?" + then).body()).doesNotContain("/nhap/");
        assertThat(admin.get("/bao-cao?unit=DR.A.1" + PERIOD + "&" + then).body())
                .contains("DR.A.1")
                .doesNotContain("/bao-cao/chot");
    }

    @Test
    void a_form_is_taken_as_it_was_drawn() {
        DeskClient admin = browser(Role.ADMIN.scopes(), "own", "");
        String drawn = found(
                        "name=\"khi\" value=\"([^\"]+)\"",
                        admin.get(address("/nhap/{id}/{kind}", "ket-luan", "own"))
                                .body())
                .getFirst();

        Page answer = admin.post(
                "/nhap/" + dossier + "/ket-luan",
                form(
                        "vi-tri",
                        dispute,
                        "khi",
                        drawn,
                        "verdict",
                        "DISMISSED",
                        "reason",
                        "sai",
                        "authority",
                        "QĐ 3",
                        "buoc",
                        "gui"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    }

    @Test
    void units_are_offered_to_whom_their_reports_are_answered() {
        String offered = get(Role.READER.scopes(), "own", "GET /don-vi");

        assertThat(offered).contains("unit=DR.A\"", "unit=DR.A.1\"").doesNotContain("DR.B", "unit=DR\"");
        assertThat(get(Role.READER.scopes(), "no", "GET /don-vi")).doesNotContain("unit=");
    }

    /** @param whom of reader, auditor, both and admin */
    private static void isOffered(String offer, String listed, String whom) {
        String[] words = listed.split(" ");
        isOfferedAt(offer, address(words[1], words.length > 2 ? words[2] : "", "own"), whom);
    }

    private static void isOfferedAt(String offer, String address, String whom) {
        isOfferedAt(offer, address, "own", whom);
    }

    private static void isOfferedAt(String offer, String address, String holder, String whom) {
        String offered = readers().entrySet().stream()
                .filter(one -> {
                    Page page = browser(one.getValue(), holder, "").get(address);
                    return page.status() == 200 && page.body().contains(offer);
                })
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" "));
        assertThat(offered).as("%s at %s", offer, address).isEqualTo(whom);
    }

    /** Those that see anything at all at the desk. */
    private static Map<String, Set<Scope>> readers() {
        Map<String, Set<Scope>> readers = new LinkedHashMap<>();
        readers.put("reader", Role.READER.scopes());
        readers.put("auditor", Role.AUDITOR.scopes());
        readers.put("both", BOTH);
        readers.put("admin", Role.ADMIN.scopes());
        return readers;
    }

    static Stream<String> linking() {
        return Stream.of(
                "GET /bao-cao",
                "GET /bao-cao/ho-so",
                "GET /bao-cao/xu-huong",
                "GET /don-vi",
                "GET /ho-so",
                "GET /ho-so/{id}",
                "GET /da-chot",
                "GET /da-chot/{id}",
                "GET /da-chot/{id}/so-sanh",
                "GET /viec qua-han",
                "GET /viec xin-loi",
                "GET /viec cong",
                "GET /lich",
                "GET /nhap/{id}/{kind} huy",
                "GET /may");
    }

    @ParameterizedTest
    @MethodSource("linking")
    void whatever_a_page_leads_to_is_answered_to_whom_it_is_shown(String listed) {
        String[] words = listed.split(" ");
        readers().forEach((name, scopes) -> {
            DeskClient browser = browser(scopes, "own", "");
            Page page = browser.get(address(words[1], words.length > 2 ? words[2] : "", "own"));
            if (page.status() == 403) return;
            Set<String> addresses = new LinkedHashSet<>(found(ADDRESS.pattern(), page.body()));
            addresses.removeIf(address -> address.startsWith("/tinh/") || address.startsWith("/ngon-ngu"));
            assertThat(addresses).isNotEmpty();
            for (String address : addresses)
                assertThat(browser.get(address.replace("&amp;", "&")).status())
                        .as("%s leads the %s to %s", listed, name, address)
                        .isIn(200, 303);
        });
    }

    private static List<String> found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) found.add(matcher.group(1));
        return found;
    }

    // how pages are asked for

    private static Caller caller(Set<Scope> scopes, String holder) {
        Set<String> units = switch (holder) {
            case "all", "unknown" -> Set.of("*");
            case "own" -> Set.of(province.districtA());
            case "foreign", "elsewhere" -> Set.of(province.districtB());
            case "no" -> Set.of();
            default -> throw new IllegalArgumentException(holder);
        };
        return new Caller("somebody", scopes, Set.of("*"), new UnitRights(units));
    }

    /** Of whoever leaves one that nobody goes on with. */
    private static DeskClient browser(Set<Scope> scopes, String holder, String page) {
        Caller caller = caller(scopes, holder);
        return page.equals("POST /ra")
                ? DeskClient.signedIn(SharedHouse.house(), caller)
                : BROWSERS.computeIfAbsent(caller, unseen -> DeskClient.signedIn(SharedHouse.house(), unseen));
    }

    /** What is shown to somebody who is answered. */
    private static String get(Set<Scope> scopes, String holder, String listed) {
        String[] words = listed.split(" ");
        Page page =
                ask(words[0] + " " + words[1], words.length > 2 ? words[2] : "", holder, browser(scopes, holder, ""));
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    private static boolean isUnknown(String holder) {
        return Set.of("unknown", "elsewhere").contains(holder);
    }

    private static String unit(String holder) {
        return isUnknown(holder) ? "DR.nowhere" : province.communeA();
    }

    private static String dossier(String holder) {
        return isUnknown(holder) ? "DR-nothing" : dossier;
    }

    private static String snapshot(String holder) {
        return isUnknown(holder) ? "S999999" : snapshot;
    }

    private static Page ask(String page, String kind, String holder, DeskClient browser) {
        String path = page.split(" ")[1];
        return switch (page) {
            case "GET /tinh/{hash}/{name}" ->
                browser.get(found(
                                "href=\"(/tinh/[^\"]+desk\\.css)\"",
                                browser.get("/vao").body())
                        .getFirst());
            case "POST /ra" -> browser.post("/ra", Map.of());
            case "POST /bao-cao/chot" ->
                browser.post(
                        path, form("unit", unit(holder), "from", "2026-03-01", "to", "2026-03-31", "kind", "MONTH"));
            case "POST /da-chot/{id}/ky" ->
                browser.post(
                        address(path, kind, holder), form("office", "UBND", "title", "Chủ tịch", "decision", "QĐ 1"));
            case "POST /lich" ->
                browser.post(
                        path,
                        form(
                                "nam",
                                "2071",
                                "hours",
                                "07:30-11:30, 13:00-17:00",
                                "holidays",
                                "1/1/2071",
                                "makeUpDays",
                                "",
                                "khi",
                                now()));
            case "POST /lich/tinh-lai" -> browser.post(path, form("nam", "2071", "reason", "x", "authority", "y"));
            case "POST /nhap/{id}/{kind}" -> enter(kind, holder, browser);
            default -> browser.get(address(path, kind, holder));
        };
    }

    private static int entered;

    /** @param kind with a mark where it is sent, not looked at */
    private static Page enter(String kind, String holder, DeskClient browser) {
        boolean sent = kind.endsWith("!");
        String code = kind.replace("!", "");
        Page answer = browser.post(
                "/nhap/" + dossier(holder) + "/" + code,
                form(
                        "vi-tri",
                        code.equals("ket-luan") ? dispute : code.equals("huy") ? standing : fact,
                        "khi",
                        now(),
                        // each time another: what stands already is no correction
                        "luc",
                        "2026-03-03T09:%02d:%02d".formatted(++entered / 60 % 60, entered % 60),
                        "f-by",
                        "SMS",
                        "f-about",
                        "OTHER",
                        "verdict",
                        "DISMISSED",
                        "reason",
                        "sai",
                        "authority",
                        "QĐ 2",
                        "buoc",
                        sent ? "gui" : "xem"));
        if (code.equals("huy") && answer.status() == 303) standing = anotherFact();
        return answer;
    }

    /** As a form is drawn; no two forms at once. */
    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS).toString();
    }

    private static long anotherFact() {
        province.publish(Event.of("dossier.notified", dossier, "by", "SMS", "about", "OTHER"));
        return lastPosition();
    }

    private static String address(String path, String kind, String holder) {
        String period = "?unit=" + unit(holder) + PERIOD;
        return switch (path) {
            case "/don-vi" -> "/don-vi?trang=/bao-cao&tim=DR." + PERIOD;
            case "/bao-cao", "/bao-cao/xu-huong" -> path + period;
            case "/bao-cao/ho-so" -> path + period + "&cell=received.new";
            case "/viec", "/viec.xlsx" -> path + period + "&viec=" + kind;
            case "/lich", "/lich/anh-huong" -> path + "?nam=2071";
            case "/da-chot/{id}" -> "/da-chot/" + snapshot(holder) + kind;
            case "/nhap/{id}/{kind}" ->
                "/nhap/" + dossier(holder) + "/" + kind + "?vi-tri=" + (kind.equals("ket-luan") ? dispute : fact);
            default ->
                path.startsWith("/da-chot/")
                        ? path.replace("{id}", snapshot(holder))
                        : path.replace("{id}", dossier(holder));
        };
    }

    private static Map<String, Object> form(Object... namesAndValues) {
        return Event.map(namesAndValues);
    }
}
