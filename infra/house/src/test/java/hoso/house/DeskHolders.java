package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Caller;
import hoso.edge.Role;
import hoso.edge.Scope;
import hoso.house.DeskClient.Page;
import hoso.vocabulary.UnitRights;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Those who may something in a province or nothing, and how each asks for each page of the desk. Of the units: {@code own} is
 * a holder of the district of the commune asked about, {@code foreign} of the other district, {@code all} of {@code *},
 * {@code no} of none; {@code unknown} a holder of all that asks about what there is not, {@code elsewhere} a holder of the
 * other district that does.
 */
final class DeskHolders {

    static final String PERIOD = "&from=2026-03-01&to=2026-03-31";

    static final Set<Scope> NONE = Set.of();

    /** Of who is registrar and auditor at once. */
    static final Set<Scope> BOTH = Stream.of(Role.REGISTRAR, Role.AUDITOR)
            .flatMap(role -> role.scopes().stream())
            .collect(Collectors.toSet());

    private final Wire wire = new Wire(SharedHouse.house());
    private final Map<Caller, DeskClient> browsers = new HashMap<>();
    private final Province province;
    private final String dossier;
    private final String snapshot;
    private final long fact;
    private final long dispute;

    /** The position of a fact that was not yet voided. */
    private long standing;

    /** Of a province of their own. */
    DeskHolders(String code) {
        province = Province.found(code, wire);
        dossier = province.receive("dossier", province.communeA());
        fact = anotherFact();
        standing = anotherFact();
        province.publish(Event.of("dossier.disputed", dossier, "claim", "chậm"));
        dispute = lastPosition();
        snapshot = wire.post(
                        "/api/v1/snapshots",
                        "application/json",
                        Wire.bytes("{\"unit\":\"" + province.communeA()
                                + "\",\"from\":\"2026-03-01\",\"to\":\"2026-03-31\",\"kind\":\"MONTH\"}"),
                        wire.admin())
                .json()
                .get("id")
                .asString();
        String late = province.receive("late", province.communeA());
        province.publish(List.of(
                Province.observed(late, Event.MONDAY, 4, false).withData("overdue", true),
                Event.of("dossier.disputed", late, "claim", "chậm")));
    }

    Province province() {
        return province;
    }

    /** The position of a dispute that nobody has ruled on. */
    long dispute() {
        return dispute;
    }

    private long lastPosition() {
        JsonNode events = wire.get("/api/v1/dossiers/" + dossier + "/history", wire.admin())
                .isOk()
                .json()
                .get("events");
        return events.get(events.size() - 1).get("position").longValue();
    }

    Caller caller(Set<Scope> scopes, String holder) {
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
    DeskClient browser(Set<Scope> scopes, String holder, String page) {
        Caller caller = caller(scopes, holder);
        return page.equals("POST /ra")
                ? DeskClient.signedIn(SharedHouse.house(), caller)
                : browsers.computeIfAbsent(caller, unseen -> DeskClient.signedIn(SharedHouse.house(), unseen));
    }

    /** What is shown to somebody who is answered. */
    String get(Set<Scope> scopes, String holder, String listed) {
        String[] words = listed.split(" ");
        Page page =
                ask(words[0] + " " + words[1], words.length > 2 ? words[2] : "", holder, browser(scopes, holder, ""));
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    private static boolean isUnknown(String holder) {
        return Set.of("unknown", "elsewhere").contains(holder);
    }

    String unit(String holder) {
        return isUnknown(holder) ? province.code() + ".nowhere" : province.communeA();
    }

    String dossier(String holder) {
        return isUnknown(holder) ? province.code() + "-nothing" : dossier;
    }

    String snapshot(String holder) {
        return isUnknown(holder) ? "S999999" : snapshot;
    }

    Page ask(String page, String kind, String holder, DeskClient browser) {
        String path = page.split(" ")[1];
        return switch (page) {
            case "GET /tinh/{hash}/{name}" ->
                browser.get(DeskClient.found(
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
            case "POST /lich", "POST /lich/anh-huong" ->
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
                                now(),
                                "buoc",
                                kind));
            case "POST /lich/tinh-lai" -> browser.post(path, form("nam", "2071", "reason", "x", "authority", "y"));
            case "POST /nhap/{id}/{kind}" -> enter(kind, holder, browser);
            default -> browser.get(address(path, kind, holder));
        };
    }

    private int entered;

    /** @param kind with a mark where it is sent, not looked at */
    private Page enter(String kind, String holder, DeskClient browser) {
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
        if (answer.status() != 303) return answer;
        // the next form is drawn of what this one changed
        browser.get(answer.location());
        if (code.equals("huy")) standing = anotherFact();
        return answer;
    }

    /** As a form is drawn; no two forms at once. */
    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS).toString();
    }

    private long anotherFact() {
        province.publish(Event.of("dossier.notified", dossier, "by", "SMS", "about", "OTHER"));
        return lastPosition();
    }

    String address(String path, String kind, String holder) {
        String period = "?unit=" + unit(holder) + PERIOD;
        return switch (path) {
            case "/don-vi" -> "/don-vi?trang=/bao-cao&tim=" + province.code() + "." + PERIOD;
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

    static Map<String, Object> form(Object... namesAndValues) {
        return Event.map(namesAndValues);
    }
}
