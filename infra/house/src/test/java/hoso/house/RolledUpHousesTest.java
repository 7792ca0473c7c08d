package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.edge.Caller;
import hoso.edge.Role;
import hoso.query.audit.evidence.EvidenceCheck;
import hoso.query.audit.evidence.EvidenceFile;
import hoso.query.desk.frame.Format;
import hoso.query.desk.frame.Language;
import hoso.query.wiring.QueryApplication;
import hoso.standalone.StandaloneApplication;
import hoso.testkit.broker.TestBroker;
import hoso.testkit.database.TestDatabase;
import hoso.testkit.examples.ExampleWorld;
import hoso.vocabulary.UnitRights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two houses publish to one topic, and a query side with a database of its own answers for either and for both. They have
 * the same units, procedures and dossiers, as far as one of them has come: the worst that codes can do.
 */
class RolledUpHousesTest {

    private static final ExampleWorld WORLD = ExampleWorld.world();
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);
    private static final String TOPIC = TestBroker.name("country");
    private static final String HEADS = TestBroker.name("heads");

    private static final List<AutoCloseable> OPEN = new ArrayList<>();
    private static RunningHouse one;
    private static RunningHouse other;
    private static RunningHouse country;
    private static long headOfOne;
    private static long headOfOther;

    @BeforeAll
    static void open() {
        one = house(StandaloneApplication.class, Map.of("hoso.origin", "A"));
        other = house(StandaloneApplication.class, Map.of("hoso.origin", "B"));
        country = house(
                QueryApplication.class,
                Map.of(
                        "hoso.feed",
                        "kafka",
                        "hoso.rollup.origins",
                        "A@" + TOPIC + ",B@" + TOPIC,
                        "hoso.rollup.root.code",
                        "VN",
                        "hoso.rollup.root.name",
                        "Cả nước"));
        country.trustHeadsOf("A", one);
        country.trustHeadsOf("B", other);
        // both have registered their units by the middle of what lands here, whichever origin's rest lands first
        publish(0, WORLD.lines().size() / 3, WORLD.lines().size() / 3);
        publish(WORLD.lines().size() / 3, WORLD.lines().size(), WORLD.lines().size() * 2 / 3);
    }

    private static void publish(int from, int toOfOne, int toOfOther) {
        headOfOther = position(other.publish(WORLD.lines().subList(from, toOfOther)));
        headOfOne = position(one.publish(WORLD.lines().subList(from, toOfOne)));
        await().atMost(LONG_ENOUGH).until(() -> covered("A") >= headOfOne && covered("B") >= headOfOther);
    }

    @AfterAll
    static void close() throws Exception {
        for (AutoCloseable opened : OPEN.reversed()) opened.close();
    }

    private static RunningHouse house(Class<?> application, Map<String, String> properties) {
        var database = TestDatabase.fresh();
        OPEN.add(database);
        Map<String, Object> configured = BrokerProperties.of(TOPIC);
        configured.put("hoso.heads.topic", HEADS);
        configured.putAll(properties);
        var house = RunningHouse.of(application, database, configured);
        OPEN.add(house);
        return house;
    }

    private static long position(JsonNode answer) {
        return answer.get("lastPosition").longValue();
    }

    private static long covered(String origin) {
        JsonNode status = country.get("/api/v1/status", Map.of());
        if (status.get("projected").longValue() < status.get("head").longValue()) return 0;
        for (JsonNode state : status.get("origins"))
            if (state.get("origin").asString().equals(origin))
                return state.get("covered").longValue();
        return 0;
    }

    @Test
    void every_report_of_an_origin_is_the_one_that_it_makes_itself() {
        for (JsonNode question : WORLD.expected().get("reports")) {
            Map<String, Object> asked = parameters(question);
            String unit = asked.get("unit").toString();
            compare("A", one.get("/api/v1/report", asked), report(asked, "A:" + unit));
            compare("B", other.get("/api/v1/report", asked), report(asked, "B:" + unit));
        }
    }

    @Test
    void evidence_on_a_dossier_is_that_of_its_origin(@TempDir Path folder) throws IOException {
        String id = WORLD.lines().stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .filter(event -> event.path("type").asString("").equals("hoso.dossier.received.v1"))
                .map(event -> event.get("subject").asString())
                .filter(RolledUpHousesTest::isReceived)
                .findFirst()
                .orElseThrow();
        String at = "/evidence?at=2026-11-01T08:00:00%2B07:00";
        EvidenceCheck.Outcome there = checked(folder, one.download("/api/v1/dossiers/" + id + at));
        EvidenceCheck.Outcome here = checked(folder, country.download("/api/v1/dossiers/A:" + id + at));

        assertThat(here.fingerprint()).isEqualTo(there.fingerprint());
        assertThat(here.sentences()).isEqualTo(there.sentences());
    }

    private static boolean isReceived(String id) {
        RunningHouse.Answer answer =
                one.ask("/api/v1/dossiers/" + id, Map.of(), one.token(Role.ADMIN, Set.of("*"), Set.of("*")));
        return answer.status() == 200 && answer.body().has("receivedAt");
    }

    private static EvidenceCheck.Outcome checked(Path folder, byte[] zip) throws IOException {
        EvidenceCheck.Outcome outcome =
                EvidenceFile.check(Files.write(folder.resolve("evidence.zip"), zip), Optional.empty());
        assertThat(outcome.wrong()).as("%s", outcome.steps()).isEmpty();
        return outcome;
    }

    @ParameterizedTest
    @ValueSource(strings = {"unit", "procedure", "field", "channel", "level"})
    void the_report_of_the_common_root_is_the_sum_of_both(String by) {
        for (JsonNode question : WORLD.expected().get("reports")) {
            Map<String, Object> asked = parameters(question);
            asked.put("unit", root());
            asked.put("by", by);
            JsonNode ofOne = one.get("/api/v1/report", asked);
            JsonNode ofOther = other.get("/api/v1/report", asked);
            JsonNode ofBoth = report(asked, "VN");

            assertThat(ReportCells.of(ofBoth.get("total")))
                    .as("%s", asked)
                    .isEqualTo(sum(ReportCells.of(ofOne.get("total")), ReportCells.of(ofOther.get("total"))));
            assertThat(ofBoth.get("name").asString()).isEqualTo("Cả nước");
            ofBoth.get("identities")
                    .forEach(identity -> assertThat(identity.get("holds").booleanValue())
                            .as("%s", identity)
                            .isTrue());
            if (by.equals("unit")) assertThat(groups(ofBoth).keySet()).containsExactly("A:" + root(), "B:" + root());
            else assertThat(groups(ofBoth)).as("%s", asked).isEqualTo(sums(groups(ofOne), groups(ofOther)));
        }
    }

    @Test
    void the_answer_says_which_position_of_each_origin_it_covers_and_waits_for_one_that_is_asked_for() {
        Map<String, Object> asked = march("VN");
        asked.put("minPosition", "A:" + headOfOne);
        JsonNode asOf = country.get("/api/v1/report", asked).get("asOf");
        assertThat(asOf.at("/origins/A").longValue()).isEqualTo(headOfOne);
        assertThat(asOf.at("/origins/B").longValue()).isEqualTo(headOfOther);
        assertThat(asOf.get("position").longValue()).isEqualTo(headOfOne + headOfOther);

        assertThat(refusal("/api/v1/report", with(march("VN"), "minPosition", "7")))
                .isEqualTo("malformed");
        assertThat(refusal("/api/v1/report", with(march("VN"), "minPosition", "C:7")))
                .isEqualTo("malformed");
        assertThat(refusal("/api/v1/report", with(march("VN"), "minPosition", "B:" + (headOfOther + 1))))
                .isEqualTo("not-yet");
    }

    @Test
    void a_report_of_both_is_frozen_and_replayed_from_what_has_landed() {
        for (String unit : List.of("VN", "B:" + root())) {
            String body = "{\"unit\":\"" + unit + "\",\"from\":\"" + march(unit).get("from") + "\",\"to\":\""
                    + march(unit).get("to") + "\",\"kind\":\"MONTH\"}";
            JsonNode frozen = post("/api/v1/snapshots", body, 201);
            assertThat(ReportCells.of(frozen.at("/content/report/total")))
                    .isEqualTo(ReportCells.of(
                            country.get("/api/v1/report", march(unit)).get("total")));
            assertThat(frozen.at("/content/report/asOf/origins/A").longValue()).isEqualTo(headOfOne);

            String id = frozen.get("id").asString();
            JsonNode outcome = post("/api/v1/snapshots/" + id + "/replay", "", 200);
            assertThat(outcome.get("matches").booleanValue()).as("%s", outcome).isTrue();
            assertThat(outcome.get("events").longValue()).isEqualTo(headOfOne + headOfOther);
        }
    }

    private static JsonNode post(String path, String body, int status) {
        RunningHouse.Answer answer =
                country.post(path, "application/json", body, country.token(Role.ADMIN, Set.of("*"), Set.of("*")));
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        return answer.body();
    }

    @Test
    void as_of_a_local_position_both_are_answered_as_they_stood_there() {
        long half = (headOfOne + headOfOther) / 2;
        Map<String, Object> asked = march("VN");
        asked.put("asOf", half);
        JsonNode then = country.get("/api/v1/report", asked);
        JsonNode origins = then.at("/asOf/origins");
        JsonNode ofOne = one.get(
                "/api/v1/report", with(march(root()), "asOf", origins.get("A").asString()));
        JsonNode ofOther = other.get(
                "/api/v1/report", with(march(root()), "asOf", origins.get("B").asString()));
        assertThat(ReportCells.of(then.get("total")))
                .isEqualTo(sum(ReportCells.of(ofOne.get("total")), ReportCells.of(ofOther.get("total"))));
    }

    @Test
    void a_unit_or_dossier_that_both_have_is_asked_for_with_its_origin() {
        assertThat(refusal("/api/v1/report", march(root()))).isEqualTo("malformed");

        JsonNode listed = country.get(
                "/api/v1/report/dossiers", with(with(march("VN"), "cell", "received.total"), "limit", "1000"));
        JsonNode ofOne = one.get("/api/v1/report/dossiers", with(march(root()), "cell", "received.total"));
        JsonNode ofOther = other.get("/api/v1/report/dossiers", with(march(root()), "cell", "received.total"));
        assertThat(listed.get("count").longValue())
                .isEqualTo(ofOne.get("count").longValue() + ofOther.get("count").longValue());
        String id = ofOther.at("/dossiers/0/id").asString();

        assertThat(refusal("/api/v1/dossiers/" + id, Map.of())).isEqualTo("malformed");
        JsonNode dossier = country.get("/api/v1/dossiers/B:" + id, Map.of());
        assertThat(dossier.get("origin").asString()).isEqualTo("B");
        assertThat(dossier.get("id").asString()).isEqualTo(id);
        assertThat(dossier.get("dueAt"))
                .isEqualTo(other.get("/api/v1/dossiers/" + id, Map.of()).get("dueAt"));

        JsonNode here =
                country.get("/api/v1/dossiers/B:" + id + "/history", Map.of()).get("events");
        JsonNode there =
                other.get("/api/v1/dossiers/" + id + "/history", Map.of()).get("events");
        assertThat(here).hasSameSizeAs(there);
        for (int index = 0; index < there.size(); index++) {
            assertThat(here.get(index).get("leaf")).isEqualTo(there.get(index).get("leaf"));
            assertThat(here.get(index).at("/origin/position"))
                    .isEqualTo(there.get(index).get("position"));
        }
    }

    @Test
    void who_may_see_one_origin_sees_no_other() {
        String ofOne = country.token(Role.READER, Set.of(), Set.of("A:" + root()));
        assertThat(country.ask("/api/v1/report", march("A:" + root()), ofOne).status())
                .isEqualTo(200);
        assertThat(country.ask("/api/v1/report", march("B:" + root()), ofOne).status())
                .isEqualTo(403);
        assertThat(country.ask("/api/v1/report", march("VN"), ofOne).status()).isEqualTo(403);
        // what both have is, for who sees one of them, that one; and who sees neither does not hear that there are two
        assertThat(country.ask("/api/v1/report", march(root()), ofOne)
                        .body()
                        .at("/asOf/origins/A")
                        .longValue())
                .isEqualTo(headOfOne);
        String ofAny = country.token(Role.AUDITOR, Set.of(), Set.of(root()));
        assertThat(country.ask("/api/v1/report", march("A:" + root()), ofAny).status())
                .isEqualTo(403);
        assertThat(country.ask("/api/v1/report", march(root()), ofAny).status()).isEqualTo(403);
        String dossier = one.get("/api/v1/report/dossiers", with(march(root()), "cell", "received.total"))
                .at("/dossiers/0/id")
                .asString();
        assertThat(country.ask("/api/v1/dossiers/" + dossier, Map.of(), ofAny).status())
                .isEqualTo(403);
        String ofAll = country.token(Role.READER, Set.of(), Set.of("VN"));
        assertThat(country.ask("/api/v1/report", march("VN"), ofAll).status()).isEqualTo(200);
    }

    @Test
    void the_machine_page_shows_how_far_each_origin_is_here() {
        var admin = new Caller("admin", Role.ADMIN.scopes(), Set.of("*"), UnitRights.ALL);
        DeskClient.Page page = DeskClient.signedIn(country, admin).get("/may");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Các nơi được tổng hợp")
                .contains(origin("A", headOfOne), origin("B", headOfOther))
                .doesNotContain("&quot;origin&quot;", "\"origin\"", "{&#34;");
    }

    private static String origin(String name, long head) {
        String number = new Format(Language.VI).number(head);
        return "<th scope=\"row\">%1$s</th><td class=\"number\">%2$s</td><td class=\"number\">%2$s</td><td>–</td><td>–</td>"
                .formatted(name, number);
    }

    @Test
    void reference_data_is_each_origins_own() {
        assertThat(refusal("/api/v1/calendars/2024", Map.of())).isEqualTo("malformed");
        assertThat(country.get("/api/v1/calendars/2024", Map.of("origin", "A")).get("holidays"))
                .isEqualTo(one.get("/api/v1/calendars/2024", Map.of()).get("holidays"));
        assertThat(country.get("/api/v1/procedures", Map.of("origin", "B", "date", "2024-03-01"))
                        .get("procedures"))
                .isEqualTo(other.get("/api/v1/procedures", Map.of("date", "2024-03-01"))
                        .get("procedures"));
        assertThat(country.get("/api/v1/units", Map.of()).get("units").size())
                .isEqualTo(1
                        + one.get("/api/v1/units", Map.of()).get("units").size()
                        + other.get("/api/v1/units", Map.of()).get("units").size());
    }

    private static String root() {
        for (JsonNode unit : one.get("/api/v1/units", Map.of()).get("units"))
            if (!unit.has("parent")) return unit.get("code").asString();
        throw new AssertionError("no root");
    }

    private static JsonNode report(Map<String, Object> asked, String unit) {
        return country.get("/api/v1/report", with(asked, "unit", unit));
    }

    private static String refusal(String path, Map<String, Object> asked) {
        return country.ask(path, asked, country.token(Role.ADMIN, Set.of("*"), Set.of("*")))
                .body()
                .get("code")
                .asString();
    }

    private static Map<String, Object> march(String unit) {
        return new HashMap<>(Map.of("unit", unit, "from", "2024-03-01", "to", "2024-03-31"));
    }

    private static Map<String, Object> with(Map<String, Object> asked, String name, String value) {
        Map<String, Object> more = new HashMap<>(asked);
        more.put(name, value);
        return more;
    }

    /** As of the newest: positions are each house's own. */
    private static Map<String, Object> parameters(JsonNode question) {
        Map<String, Object> parameters = new HashMap<>();
        for (String name : List.of("unit", "from", "to", "by", "tree", "at"))
            if (question.has(name)) parameters.put(name, question.get(name).asString());
        return parameters;
    }

    private static void compare(String origin, JsonNode own, JsonNode rolledUp) {
        assertThat(ReportCells.of(rolledUp.get("total"))).isEqualTo(ReportCells.of(own.get("total")));
        Map<String, SortedMap<String, Long>> groups = new TreeMap<>();
        groups(rolledUp).forEach((key, cells) -> groups.put(key.replaceFirst("^" + origin + ":", ""), cells));
        assertThat(groups).isEqualTo(groups(own));
        assertThat(rolledUp.get("total").get("rates"))
                .isEqualTo(own.get("total").get("rates"));
    }

    private static Map<String, SortedMap<String, Long>> groups(JsonNode report) {
        Map<String, SortedMap<String, Long>> groups = new TreeMap<>();
        report.get("groups").forEach(group -> groups.put(group.get("key").asString(), ReportCells.of(group)));
        return groups;
    }

    private static Map<String, SortedMap<String, Long>> sums(
            Map<String, SortedMap<String, Long>> some, Map<String, SortedMap<String, Long>> more) {
        Map<String, SortedMap<String, Long>> sums = new TreeMap<>(some);
        more.forEach((key, cells) -> sums.merge(key, cells, RolledUpHousesTest::sum));
        return sums;
    }

    private static SortedMap<String, Long> sum(SortedMap<String, Long> some, SortedMap<String, Long> more) {
        SortedMap<String, Long> sum = new TreeMap<>(some);
        more.forEach((cell, value) -> sum.merge(cell, value, Long::sum));
        return sum;
    }
}
