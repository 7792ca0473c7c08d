package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.vocabulary.VietnamTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A province with something of everything that the desk shows. Most of it happened in March 2026; what is still open happened
 * lately.
 *
 * @param names what can be asked for by name: a dossier's id by its name, the position of the first of its facts of a kind by
 *     {@code name.kind}, and {@code unit}, {@code commune}, {@code elsewhere}, {@code snapshot}, {@code unsigned}, and the period {@code lately}
 */
record DeskWorld(Province province, Map<String, String> names) {

    static final String MARCH = "from=2026-03-01&to=2026-03-31";

    /** As long as they come: with words, and without a place to break. */
    private static final String LONG_NAME =
            "Trung tâm Phục vụ hành chính công phường Mỹ Phước Tây và các xã lân cận, tỉnh Đồng Tháp";

    private static final String LONG_PROCEDURE =
            "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất trong các trường hợp chuyển đổi, chuyển"
                    + " nhượng, cho thuê, cho thuê lại, thừa kế, tặng cho";
    private static final String LONG_REASON = "thiếu giấy tờ theo https://dichvucong.example/"
            + "chi-tiet-thu-tuc-hanh-chinh/".repeat(5) + " <b>& \"bản chính\"</b>";

    static DeskWorld found(String code, Wire wire) {
        var world = new DeskWorld(Province.found(code, wire), new LinkedHashMap<>());
        world.names.put("unit", code);
        world.names.put("commune", world.province.communeA());
        world.names.put("elsewhere", world.province.districtB());
        world.references();
        world.inTime();
        world.late();
        world.extended();
        world.forwarded();
        world.disputed();
        world.correctedAndVoided();
        world.withoutReceipt();
        world.shownOtherwise();
        world.stillOpen();
        world.movedByACalendar();
        world.frozen(wire);
        world.positions(wire);
        return world;
    }

    /** A text with names in braces, said out. */
    String said(String text) {
        String said = text;
        for (Map.Entry<String, String> name : names.entrySet())
            said = said.replace("{" + name.getKey() + "}", name.getValue());
        if (said.contains("{")) throw new IllegalArgumentException(said + " names none of " + names.keySet());
        return said;
    }

    private void references() {
        province.publish(List.of(
                Province.unit(longUnit(), "COMMUNE", province.districtA()).withData("name", LONG_NAME),
                procedure("land", LONG_PROCEDURE, "Đất đai", 20, "RESUME"),
                procedure("birth", "Đăng ký khai sinh", "Hộ tịch", 1, "RESTART")));
    }

    private String longUnit() {
        return province.districtA() + ".2";
    }

    private Event procedure(String name, String title, String field, int days, String supplement) {
        return province.procedureEvent(name, days, "2020-01-01")
                .withData("name", title)
                .withData("field", field)
                .withData("onlineLevel", "PARTIAL")
                .withData("supplement", supplement);
    }

    private void inTime() {
        String id = receive("in-time", province.communeA(), "procedure");
        province.publish(List.of(
                march("components-digitized", id, "02T09:30"),
                march("fee-requested", id, "02T09:40", "amount", 50_000),
                march("fee-paid", id, "02T10:00", "amount", 50_000, "method", "ONLINE", "transactionId", "VNP-" + id),
                Province.closed(id, march("05T10:00")),
                march("result-issued", id, "05T10:05", "electronic", true),
                march("notified", id, "05T10:10", "by", "SMS", "about", "RESULT"),
                march("result-returned", id, "06T08:00", "channel", "POSTAL"),
                march("satisfaction-rated", id, "06T09:00", "satisfied", true, "score", 5)));
        String other = receive("in-time-elsewhere", province.communeB(), "birth");
        province.publish(Province.closed(other, march("02T16:00")));
    }

    private void late() {
        String id = receive("late", province.communeA(), "procedure");
        province.publish(List.of(
                march("supplement-requested", id, "03T10:00", "reason", LONG_REASON),
                march("supplement-received", id, "05T10:00"),
                march("suspended", id, "06T08:00", "reason", "chờ xác minh"),
                march("resumed", id, "09T08:00"),
                march("supplement-requested", id, "10T08:00", "reason", "thiếu bản sao"),
                march("supplement-received", id, "11T08:00"),
                march("apology-issued", id, "24T08:00", "letterNo", "12/TXL", "promisedAt", "2026-03-26T17:00:00+07:00")
                        .withData("reason", "quá tải"),
                Province.closed(id, march("27T10:00"))));
    }

    private void extended() {
        String id = receive("extended", province.districtA(), "procedure");
        province.publish(List.of(
                Province.extended(id, march("06T09:00"), march("20T17:00"), "văn bản 12/STP"),
                Province.closed(id, march("18T09:00"))));
    }

    private void forwarded() {
        String id = receive("forwarded", longUnit(), "land");
        province.publish(List.of(
                march("forwarded", id, "03T08:00", "holder", "BHXH." + province.code(), "step", "liên thông"),
                march("forwarded", id, "11T10:00", "holder", longUnit(), "step", "thẩm định"),
                Province.closed(id, march("27T16:00"))));
    }

    private void disputed() {
        String open = receive("disputed", province.communeA(), "procedure");
        province.publish(List.of(
                Province.closed(open, march("10T10:00")),
                march("disputed", open, "12T08:00", "claim", "Đã trả kết quả từ ngày 06.")));
        String ruled = receive("ruled", province.communeA(), "procedure");
        Event closing = Province.closed(ruled, march("10T11:00"));
        Event dispute = march("disputed", ruled, "12T09:00", "claim", "Công dân đã ký nhận ngày 06.");
        province.publish(List.of(closing, dispute));
        province.publish(List.of(
                march("dispute-ruled", ruled, "16T09:00", "dispute", dispute.key(), "verdict", "UPHELD")
                        .withData("reason", "có biên nhận")
                        .withData("authority", "KL 3"),
                corrected(ruled, closing, "2026-03-06T10:00:00+07:00")));
    }

    private void correctedAndVoided() {
        String id = receive("mended", province.communeB(), "procedure");
        Event closing = Province.closed(id, march("13T10:00"));
        Event notice = march("notified", id, "03T10:00", "by", "CALL", "about", "OTHER");
        province.publish(List.of(notice, closing));
        province.publish(List.of(corrected(id, closing, "2026-03-09T08:30:00+07:00"), voided(id, notice)));
    }

    private void withoutReceipt() {
        Event receipt = receipt("unreceived", province.communeB(), "procedure");
        province.publish(receipt);
        names.put("unreceived", receipt.subject());
        province.publish(voided(receipt.subject(), receipt));
    }

    private void shownOtherwise() {
        String id = receive("otherwise", province.communeA(), "procedure");
        province.publish(List.of(
                Province.closed(id, march("06T10:00")),
                Province.observed(id, march("20T08:00"), 4, true).withData("overdue", true)));
    }

    private void stillOpen() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        names.put("lately", "from=" + day(now, 60) + "&to=" + day(now, 0));
        Event overdue = receipt("overdue", province.communeA(), "procedure").at(ago(now, 30));
        Event soon =
                receipt("soon", province.communeA(), "land").at(ago(now, 2)).withData("dueAt", ago(now, -3));
        Event tomorrow = receipt("tomorrow", longUnit(), "land").at(ago(now, 3)).withData("dueAt", ago(now, -1));
        Event promised = receipt("promised", longUnit(), "procedure").at(ago(now, 31));
        Event waiting = receipt("waiting", longUnit(), "land").at(ago(now, 9));
        List<Event> receipts = List.of(overdue, soon, tomorrow, promised, waiting);
        province.publish(receipts);
        for (Event receipt : receipts)
            names.put(receipt.subject().substring(province.code().length() + 1), receipt.subject());
        province.publish(List.of(
                Event.of("dossier.apology-issued", overdue.subject(), "letterNo", "13/TXL", "promisedAt", ago(now, 5))
                        .withData("reason", "quá tải")
                        .at(ago(now, 10)),
                Event.of("dossier.apology-issued", promised.subject(), "letterNo", "14/TXL", "promisedAt", ago(now, -9))
                        .withData("reason", "quá tải")
                        .at(ago(now, 10)),
                Event.of("dossier.supplement-requested", waiting.subject(), "reason", "thiếu bản đồ địa chính")
                        .at(ago(now, 6))));
    }

    /** Received in a year whose calendar was published when its due instant was recorded already. */
    private void movedByACalendar() {
        province.publish(receipt("moved", province.communeB(), "procedure").at("2021-06-07T08:00:00+07:00"));
        names.put("moved", province.code() + "-moved");
        province.publish(Event.of(
                "calendar.published",
                "2021",
                "holidays",
                List.of("2021-06-09", "2021-09-02"),
                "makeUpDays",
                List.of()));
    }

    private static String ago(Instant now, int days) {
        return now.minus(Duration.ofDays(days)).toString();
    }

    private static LocalDate day(Instant now, int ago) {
        return VietnamTime.date(now).minusDays(ago);
    }

    /** One report as the office signed it, which facts restate that come later, and one that is not signed yet. */
    private void frozen(Wire wire) {
        String late = receive("late-fact", province.communeA(), "procedure");
        String id = frozen(wire, "2026-03-01", "2026-03-31", "MONTH");
        names.put("snapshot", id);
        posted(
                wire,
                "/api/v1/snapshots/" + id + "/signature",
                "{\"office\":\"UBND tỉnh P\",\"title\":\"CHỦ TỊCH\",\"decision\":\"86/BC-UBND\"}");
        province.publish(Province.closed(late, march("12T08:00")));
        receive("late-receipt", longUnit(), "procedure");
        names.put("unsigned", frozen(wire, "2026-01-01", "2026-03-31", "QUARTER"));
    }

    private String frozen(Wire wire, String from, String to, String kind) {
        String order = "{\"unit\":\"" + province.code() + "\",\"from\":\"" + from + "\",\"to\":\"" + to
                + "\",\"by\":\"unit\",\"kind\":\"" + kind + "\"}";
        return posted(wire, "/api/v1/snapshots", order).get("id").asString();
    }

    private static JsonNode posted(Wire wire, String path, String body) {
        Reply reply = wire.post(path, "application/json", Wire.bytes(body), wire.admin());
        assertThat(reply.status()).as(reply.body()).isBetween(200, 201);
        return reply.json();
    }

    private void positions(Wire wire) {
        Map<String, String> positions = new HashMap<>();
        names.forEach((name, id) -> {
            if (!id.startsWith(province.code() + "-")) return;
            JsonNode history = wire.get("/api/v1/dossiers/" + id + "/history", wire.admin())
                    .isOk()
                    .json();
            for (JsonNode event : history.get("events"))
                positions.putIfAbsent(
                        name + "." + event.get("type").asString().split("\\.")[2],
                        event.get("position").asString());
        });
        names.putAll(positions);
    }

    private String receive(String name, String unit, String procedure) {
        Event receipt = receipt(name, unit, procedure);
        province.publish(receipt);
        names.put(name, receipt.subject());
        return receipt.subject();
    }

    private Event receipt(String name, String unit, String procedure) {
        return province.receipt(name, unit).withData("procedure", province.code() + "-" + procedure);
    }

    /** @param time as {@code 05T10:00}, in March */
    private static Event march(String kind, String dossier, String time, Object... data) {
        return Event.of("dossier." + kind, dossier, data).at(march(time));
    }

    private static String march(String time) {
        return "2026-03-" + time + ":00+07:00";
    }

    private static Event corrected(String dossier, Event fact, String time) {
        return Event.of("dossier.corrected", dossier, "corrects", fact.key(), "time", time, "reason", "theo kết luận")
                .withData("authority", "QĐ 1");
    }

    private static Event voided(String dossier, Event fact) {
        return Event.of("dossier.voided", dossier, "corrects", fact.key(), "reason", "nhập nhầm", "authority", "QĐ 2");
    }
}
